import type { CommitFailure, Store, Write } from '../store/port.ts';
import type { InterviewDraft } from '../study/draft.ts';
import type { Id } from '../study/ids.ts';
import { err, ok, type Result } from '../study/result.ts';
import { type Cell, createCell } from '../study/source.ts';
import type { DraftHandle, DraftSummary, Drafts, Status, StoreFailure } from './types.ts';
import type { World } from './world.ts';

/**
 * Drafts: sealed documents overwritten in place. One writer a draft (a lock among tabs, and a fencing number that each
 * write carries); writes queue, the newest replaces those not yet begun, the last is never dropped.
 */
export interface DraftRoom {
  readonly drafts: Drafts;
  /** Readable drafts apart from those listed: shown, kept. */
  readonly unreadable: () => readonly string[];
  /** Another tab wrote. */
  readonly reload: (id?: Id) => Promise<void>;
  /** A write of this draft for another's transaction; `done` tells the open handle that it happened. */
  readonly prepare: (
    id: Id,
    change: (draft: InterviewDraft) => InterviewDraft,
  ) => Promise<{ readonly write: Write; readonly done: () => void } | null>;
  /** A draft that a hand-in took away. */
  readonly closeAll: () => Promise<void>;
}

/** A full disk is emptied by hand, and nobody should have to type a letter to have their text kept after it. */
const TRY_AGAIN_MS = 2_000;

const toStoreFailure = (failure: CommitFailure): StoreFailure =>
  failure.type === 'stale' || failure.type === 'fenced' ? { type: 'taken_over' } : failure;

export const summaryOf = (draft: InterviewDraft): DraftSummary => ({
  id: draft.id,
  case: draft.case,
  caseName: draft.caseName,
  stage: draft.stage,
  asked: Object.values(draft.answers).filter(({ state }) => state !== 'not_asked').length,
});

interface Open {
  readonly handle: DraftHandle;
  readonly cell: Cell<InterviewDraft>;
  readonly flush: () => Promise<Result<null, StoreFailure>>;
  readonly reload: () => Promise<void>;
  readonly place: { version: number; fence: number };
}

export const openDrafts = async (
  world: Pick<World, 'hold' | 'now' | 'wakeAt'>,
  store: Store,
  account: string,
  saving: Cell<Pick<Status, 'saving' | 'savedAt'>>,
  changed: (id: Id) => void,
): Promise<DraftRoom> => {
  const list = createCell<readonly DraftSummary[]>([]);
  let unreadable: readonly string[] = [];
  const openById = new Map<Id, Open>();

  const reload = async (): Promise<void> => {
    const loaded = await store.load('drafts');
    unreadable = loaded.unreadable;
    list.set(loaded.records.map(({ value }) => summaryOf(value as InterviewDraft)));
  };

  const listed = (draft: InterviewDraft): void => {
    const summary = summaryOf(draft);
    const before = list.get().find(({ id }) => id === draft.id);
    if (JSON.stringify(before) === JSON.stringify(summary)) return;
    list.update((all) => [...all.filter(({ id }) => id !== draft.id), summary]);
  };

  const openHandle = async (id: Id): Promise<Open | null> => {
    const record = await store.get('drafts', id);
    if (record === null) return null;
    const cell = createCell(record.value as InterviewDraft);
    const mode = createCell<'writing' | 'watching'>('watching');
    const place = { version: record.version, fence: record.fence };
    let release: (() => void) | null = null;
    let wanted: InterviewDraft | null = null;
    let writing: Promise<Result<null, StoreFailure>> | null = null;

    const lose = (): void => mode.set('watching');

    const write = async (draft: InterviewDraft): Promise<Result<null, StoreFailure>> => {
      saving.update((old) => ({ ...old, saving: 'saving' }));
      const { version: expect, fence } = place;
      const done = await store.commit([{ table: 'drafts', id, value: draft, expect, fence }]);
      if (!done.ok) {
        const failure = toStoreFailure(done.error);
        if (failure.type === 'taken_over') lose();
        saving.update((old) => ({ ...old, saving: failure.type === 'taken_over' ? 'saved' : 'failed' }));
        return err(failure);
      }
      place.version = expect + 1;
      saving.set({ saving: 'saved', savedAt: world.now() });
      listed(draft);
      changed(id);
      return ok(null);
    };

    const tryAgainSoon = (): void => {
      world.wakeAt(world.now() + TRY_AGAIN_MS, () => {
        if (wanted !== null) writing ??= drain();
      });
    };

    /** One write at a time; what was typed meanwhile makes the next. */
    const drain = async (): Promise<Result<null, StoreFailure>> => {
      let last: Result<null, StoreFailure> = ok(null);
      while (wanted !== null) {
        const draft = wanted;
        wanted = null;
        last = await write(draft);
        // What could not be stored stays wanted: the next keystroke tries it again with the rest, or else the clock.
        if (!last.ok) {
          if (last.error.type !== 'taken_over') {
            wanted ??= draft;
            tryAgainSoon();
          }
          break;
        }
      }
      writing = null;
      return last;
    };

    const claim = async (steal: boolean): Promise<Result<null, StoreFailure>> => {
      release = await world.hold(`draft-${account}-${id}`, { steal }, lose);
      if (release === null) return err({ type: 'taken_over' });
      const fresh = await store.get('drafts', id);
      if (fresh !== null) {
        place.version = fresh.version;
        place.fence = fresh.fence + 1;
        cell.set(fresh.value as InterviewDraft);
      }
      mode.set('writing');
      return write(cell.get());
    };

    const handle: DraftHandle = {
      draft: cell,
      mode,
      change: async (change) => {
        if (mode.get() !== 'writing') return err({ type: 'taken_over' });
        const next = change(cell.get());
        if (next === cell.get()) return ok(null);
        cell.set(next);
        wanted = next;
        // The write under way may have begun before this change: the loop takes it up.
        writing ??= drain();
        return writing;
      },
      takeOver: () => claim(true),
      close: async () => {
        await (writing ?? Promise.resolve());
        release?.();
        openById.delete(id);
      },
    };
    const open: Open = {
      handle,
      cell,
      place,
      flush: () => writing ?? Promise.resolve(ok(null)),
      reload: async () => {
        if (mode.get() === 'writing') return;
        const fresh = await store.get('drafts', id);
        if (fresh !== null) cell.set(fresh.value as InterviewDraft);
      },
    };
    openById.set(id, open);
    await claim(false);
    return open;
  };

  const drafts: Drafts = {
    list,
    begin: async (draft) => {
      const done = await store.commit([{ table: 'drafts', id: draft.id, value: draft, expect: 0 }]);
      if (!done.ok) return err(toStoreFailure(done.error));
      listed(draft);
      changed(draft.id);
      const open = await openHandle(draft.id);
      return open ? ok(open.handle) : err({ type: 'storage_closed' });
    },
    open: async (id) => {
      const open = openById.get(id) ?? (await openHandle(id));
      return open ? ok(open.handle) : err({ type: 'no_draft' });
    },
    erase: async (id) => {
      await openById.get(id)?.handle.close();
      const done = await store.commit([{ table: 'drafts', id, value: undefined }]);
      if (!done.ok) return err(toStoreFailure(done.error));
      list.update((all) => all.filter((one) => one.id !== id));
      changed(id);
      return ok(null);
    },
  };

  const prepare: DraftRoom['prepare'] = async (id, change) => {
    const open = openById.get(id);
    await open?.flush();
    const record = await store.get('drafts', id);
    if (record === null) return null;
    const draft = change(open?.cell.get() ?? (record.value as InterviewDraft));
    return {
      write: { table: 'drafts', id, value: draft, expect: record.version },
      done: () => {
        if (open) {
          open.place.version = record.version + 1;
          open.cell.set(draft);
        }
        listed(draft);
        changed(id);
      },
    };
  };

  await reload();
  return {
    drafts,
    unreadable: () => unreadable,
    reload: async (id) => {
      await Promise.all([
        reload(),
        ...[...openById].filter(([key]) => id === undefined || key === id).map(([, o]) => o.reload()),
      ]);
    },
    prepare,
    closeAll: async () => {
      await Promise.all([...openById.values()].map(({ handle }) => handle.close()));
    },
  };
};
