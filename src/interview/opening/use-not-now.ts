import { useSession } from '../session/session.ts';

const OUTCOME = { another: 'call_back', no: 'refusal' } as const;
export type NotNow = keyof typeof OUTCOME;

/** The minute is enough for the call list. */
export const toMinute = (now: number): string => `${new Date(now).toISOString().slice(0, 16)}:00.000Z`;

/** They do not take part now: of the interview nothing is kept, and the call list takes over, or the attempt is noted. */
export const useNotNow = (): ((how: NotNow) => Promise<boolean>) => {
  const { engine, handle, world, leave, notNow } = useSession();
  return async (how) => {
    const { case: caseId, id } = handle.draft.get();
    const takeOver = notNow(how);
    if (!takeOver) {
      const noted = await engine.execute('attempt.record', {
        attempt: world.newId(),
        case: caseId,
        outcome: OUTCOME[how],
        at: toMinute(world.now()),
      });
      if (!noted.ok) return false;
    }
    await handle.close();
    await engine.drafts.erase(id);
    if (takeOver) takeOver(caseId);
    else leave();
    return true;
  };
};
