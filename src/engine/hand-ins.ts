import type { Store, Write } from '../store/port.ts';
import type { InterviewDraft } from '../study/draft.ts';
import type { Id } from '../study/ids.ts';
import { canonicalJson, sha256Hex } from '../study/json.ts';
import { addMeasures, type InterviewMeasures, measuresOf } from '../study/own-quality.ts';
import { err, ok } from '../study/result.ts';
import type { Entry, Journal } from '../sync/journal.ts';
import { type AttemptDoc, attemptDocId, REMARK } from '../sync/settle.ts';
import type { DraftRoom } from './drafts.ts';
import { toStoreFailure } from './one-writer.ts';
import type { Engine, StoreFailure } from './types.ts';
import type { World } from './world.ts';

/** Handing in, and what a person may still decide about an interview that has not gone. */
export interface HandInParts {
  readonly world: Pick<World, 'newId' | 'now'>;
  readonly store: Store;
  readonly journal: Journal;
  readonly room: DraftRoom;
  readonly delay: () => number;
  readonly practice: boolean;
}

type HandIns = Pick<Engine, 'handIn' | 'ownMeasures' | 'remark' | 'mend' | 'discard' | 'sendNow'>;

const OWN_MEASURES = 'own-measures';
const MENDABLE: ReadonlySet<Entry['state']> = new Set(['queued', 'returned', 'conflict', 'second']);
const DISCARDABLE: ReadonlySet<Entry['state']> = new Set(['returned', 'conflict', 'second', 'withdrawn']);

/**
 * The server may have answered the completing attempt before its interview was handed in (days before, or in this
 * very moment): what it said lies in a document of its own. Looked up after handing in and at every start.
 */
export const confirmAttempts = async (store: Store, journal: Journal): Promise<void> => {
  const put: Entry[] = [];
  for (const entry of journal.entries.get()) {
    const { handIn } = entry;
    if (entry.state !== 'queued' || !handIn?.attempt || handIn.attemptConfirmed) continue;
    const record = await store.get('docs', attemptDocId(handIn.attempt));
    if (record === null) continue;
    const { first } = record.value as AttemptDoc;
    put.push(
      first ? { ...entry, handIn: { ...handIn, attemptConfirmed: true } } : { ...entry, state: 'second' },
    );
  }
  // Stale: another tab looked at the same moment and wrote the same.
  if (put.length > 0) await journal.commit({ put });
};

export const createHandIns = (parts: HandInParts, changed: () => void): HandIns => {
  const { world, store, journal, room, delay } = parts;
  const find = (id: Id): Entry | undefined => journal.entries.get().find((entry) => entry.id === id);

  /** The journal's row and the draft's new stage in one transaction: never the one without the other. */
  const commitWithDraft = async (
    draft: Id | null | undefined,
    stage: 'masking' | 'handed_in',
    change: { readonly put?: readonly Entry[]; readonly remove?: readonly Id[] },
    more: readonly Write[] = [],
  ): Promise<
    { readonly ok: true; readonly value: null } | { readonly ok: false; readonly error: StoreFailure }
  > => {
    const prepared = draft ? await room.prepare(draft, (before) => ({ ...before, stage })) : null;
    const also: readonly Write[] = prepared ? [prepared.write, ...more] : more;
    const done = await journal.commit({ ...change, also });
    if (!done.ok) return err(toStoreFailure(done.error));
    prepared?.done();
    changed();
    return ok(null);
  };

  /** How the interview was made, added to what this interviewer sees of their own; it stays on the device. */
  const measured = async (id: Id): Promise<readonly Write[]> => {
    const draft = await store.get('drafts', id);
    if (draft === null) return [];
    const kept = await store.get('docs', OWN_MEASURES);
    const before = (kept?.value ?? []) as readonly InterviewMeasures[];
    const value = addMeasures(before, measuresOf(draft.value as InterviewDraft));
    return [{ table: 'docs', id: OWN_MEASURES, value, expect: kept?.version ?? 0 }];
  };

  return {
    ownMeasures: async () =>
      ((await store.get('docs', OWN_MEASURES))?.value ?? []) as readonly InterviewMeasures[],
    handIn: async (draft, attempt, payload) => {
      // Pressed twice, or pressed again after a crash: it is handed in once.
      const already = journal.entries.get().find(({ handIn }) => handIn?.draft === draft);
      if (already) return ok(already.id);
      const text = canonicalJson(payload);
      const caseName = room.drafts.list.get().find(({ id }) => id === draft)?.caseName ?? null;
      const entry: Entry = {
        id: world.newId(),
        seq: journal.nextSeq(),
        stream: 'interviews',
        kind: 'interview.hand_in',
        payload: text,
        hash: await sha256Hex(text),
        state: 'queued',
        handIn: {
          notBefore: world.now() + delay(),
          attempt,
          attemptConfirmed: false,
          draft,
          caseName,
        },
      };
      const done = await commitWithDraft(draft, 'handed_in', { put: [entry] }, await measured(draft));
      if (!done.ok) return done;
      await confirmAttempts(store, journal);
      changed();
      return ok(entry.id);
    },
    remark: async (payload) => {
      const text = canonicalJson(payload);
      const entry: Entry = {
        id: world.newId(),
        seq: journal.nextSeq(),
        stream: 'interviews',
        kind: REMARK,
        payload: text,
        hash: await sha256Hex(text),
        state: 'queued',
        // It waits for its time alone: the moment of its coming must not tell which call it came from.
        handIn: {
          notBefore: world.now() + delay(),
          attempt: null,
          attemptConfirmed: true,
          draft: null,
          caseName: null,
        },
      };
      const done = await journal.commit({ put: [entry] });
      if (!done.ok) return err(toStoreFailure(done.error));
      changed();
      return ok(entry.id);
    },
    mend: async (id) => {
      const entry = find(id);
      if (!entry || !MENDABLE.has(entry.state)) return err({ type: 'already_sent' });
      const done = await commitWithDraft(entry.handIn?.draft, 'masking', { remove: [id] });
      return done.ok ? ok(entry.handIn?.draft ?? id) : done;
    },
    discard: async (id) => {
      const entry = find(id);
      if (!entry || !DISCARDABLE.has(entry.state)) return ok(null);
      const draft = entry.state === 'second' ? entry.handIn?.draft : null;
      const done = await journal.commit({ remove: [id] });
      if (!done.ok) return err({ type: 'storage_closed' });
      return draft ? room.drafts.erase(draft) : ok(null);
    },
    sendNow: async (id) => {
      const entry = find(id);
      if (!entry?.handIn || entry.state !== 'queued') return ok(null);
      const { handIn } = entry;
      const done = await journal.commit({
        put: [{ ...entry, handIn: { ...handIn, notBefore: world.now() } }],
      });
      if (!done.ok) return err({ type: 'storage_closed' });
      changed();
      return ok(null);
    },
  };
};
