import type { Store, Write } from '../store/port.ts';
import type { ClockDep } from '../study/ids.ts';
import type { Entry, Journal } from './journal.ts';
import type { Remote } from './remote.ts';
import { type KeptInterview, keptId } from './settle.ts';

/** Confirmed interviews whose masked copy still lies here, sealed. */
export const keptInterviews = async (store: Store): Promise<readonly KeptInterview[]> => {
  const { records } = await store.load('docs', keptId(''));
  return records.map(({ value }) => value as KeptInterview);
};

/** A backup taken after the confirmation holds the interview: this device need not keep it any longer. */
export const forgetBackedUp = async (store: Store, remote: Pick<Remote, 'hello'>): Promise<void> => {
  const kept = await keptInterviews(store);
  if (kept.length === 0) return;
  const hello = await remote.hello();
  if (!hello.ok || hello.value.backup_at === null) return;
  const backup = Date.parse(hello.value.backup_at);
  const safe = kept.filter(({ confirmedAt }) => Date.parse(confirmedAt) < backup);
  await store.commit(safe.map(({ id }): Write => ({ table: 'docs', id: keptId(id), value: undefined })));
};

/**
 * The server was restored from a backup (its epoch changed): what it may have forgotten is offered again under the
 * same ids, so that what it still has answers `duplicate`.
 */
export const offerAgain = async (
  deps: ClockDep & { readonly delay: () => number },
  store: Store,
  journal: Journal,
): Promise<void> => {
  const kept = await keptInterviews(store);
  const interviews = kept.map(
    ({ id, payload, hash }, index): Entry => ({
      id,
      seq: journal.nextSeq() + index,
      stream: 'interviews',
      kind: 'interview.hand_in',
      payload,
      hash,
      state: 'queued',
      handIn: {
        notBefore: deps.now() + deps.delay(),
        attempt: null,
        attemptConfirmed: true,
        draft: null,
        caseName: null,
      },
    }),
  );
  const commands = journal.entries
    .get()
    .filter(({ state }) => state === 'accepted')
    .map((entry): Entry => ({ ...entry, state: 'queued' }));
  if (interviews.length + commands.length === 0) return;
  await journal.commit({
    put: [...interviews, ...commands],
    also: kept.map(({ id }): Write => ({ table: 'docs', id: keptId(id), value: undefined })),
  });
};
