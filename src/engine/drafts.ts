import type { Store, Write } from '../store/port.ts';
import type { InterviewDraft } from '../study/draft.ts';
import type { Id } from '../study/ids.ts';
import { err, ok } from '../study/result.ts';
import { type Cell, createCell } from '../study/source.ts';
import { type OneWriter, openOneWriter, toStoreFailure } from './one-writer.ts';
import type { DraftHandle, DraftSummary, Drafts, Status } from './types.ts';
import type { World } from './world.ts';

/** Drafts of interviews: sealed documents of one writer, overwritten in place, and a list of them. */
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

export const summaryOf = (draft: InterviewDraft): DraftSummary => ({
  id: draft.id,
  case: draft.case,
  caseName: draft.caseName,
  stage: draft.stage,
  asked: Object.values(draft.answers).filter(({ state }) => state !== 'not_asked').length,
});

interface Open extends OneWriter<InterviewDraft> {
  readonly handle: DraftHandle;
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
    const at = { table: 'drafts', id, lock: `draft-${account}-${id}` } as const;
    const made = await openOneWriter<InterviewDraft>({ world, store, saving }, at, (draft) => {
      listed(draft);
      changed(id);
    });
    if (made === null) return null;
    const { cell: draft, mode, change, takeOver } = made;
    const close = async (): Promise<void> => {
      await made.close();
      openById.delete(id);
    };
    const open: Open = { ...made, handle: { draft, mode, change, takeOver, close } };
    openById.set(id, open);
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
