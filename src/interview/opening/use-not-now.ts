import { useSession } from '../session/session.ts';

const OUTCOME = { another: 'call_back', no: 'refusal' } as const;

/** The minute is enough for the call list. */
export const toMinute = (now: number): string => `${new Date(now).toISOString().slice(0, 16)}:00.000Z`;

/** They do not take part now: the attempt is noted on the case, and of the interview nothing is kept. */
export const useNotNow = (): ((how: keyof typeof OUTCOME) => Promise<boolean>) => {
  const { engine, handle, world, leave } = useSession();
  return async (how) => {
    const { case: caseId, id } = handle.draft.get();
    const noted = await engine.execute('attempt.record', {
      attempt: world.newId(),
      case: caseId,
      outcome: OUTCOME[how],
      at: toMinute(world.now()),
    });
    if (!noted.ok) return false;
    await handle.close();
    await engine.drafts.erase(id);
    leave();
    return true;
  };
};
