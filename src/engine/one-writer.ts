import type { CommitFailure, Store, StoreTable } from '../store/port.ts';
import { err, ok, type Result } from '../study/result.ts';
import { type Cell, createCell } from '../study/source.ts';
import type { Status, StoreFailure } from './types.ts';
import type { World } from './world.ts';

/**
 * A sealed document with one writer: a lock among tabs, and a fencing number that each write carries. Writes queue, the
 * newest replaces those not yet begun, the last is never dropped. Drafts of interviews and papers are both made of it.
 */
export interface OneWriter<T> {
  readonly cell: Cell<T>;
  readonly mode: Cell<'writing' | 'watching'>;
  readonly change: (change: (value: T) => T) => Promise<Result<null, StoreFailure>>;
  readonly takeOver: () => Promise<Result<null, StoreFailure>>;
  readonly close: () => Promise<void>;
  readonly flush: () => Promise<Result<null, StoreFailure>>;
  /** Another tab wrote. */
  readonly reload: () => Promise<void>;
  readonly place: { version: number; fence: number };
}

export interface OneWriterDeps {
  readonly world: Pick<World, 'hold' | 'now' | 'wakeAt'>;
  readonly store: Store;
  readonly saving: Cell<Pick<Status, 'saving' | 'savedAt'>>;
}

/** A full disk is emptied by hand, and nobody should have to type a letter to have their text kept after it. */
const TRY_AGAIN_MS = 2_000;

export const toStoreFailure = (failure: CommitFailure): StoreFailure =>
  failure.type === 'stale' || failure.type === 'fenced' ? { type: 'taken_over' } : failure;

/** null: there is no such document. `lock` names it among the tabs. */
export const openOneWriter = async <T>(
  { world, store, saving }: OneWriterDeps,
  { table, id, lock }: { readonly table: StoreTable; readonly id: string; readonly lock: string },
  written: (value: T) => void,
): Promise<OneWriter<T> | null> => {
  const record = await store.get(table, id);
  if (record === null) return null;
  const cell = createCell(record.value as T);
  const mode = createCell<'writing' | 'watching'>('watching');
  const place = { version: record.version, fence: record.fence };
  let release: (() => void) | null = null;
  let wanted: { readonly value: T } | null = null;
  let writing: Promise<Result<null, StoreFailure>> | null = null;

  const lose = (): void => mode.set('watching');

  const write = async (value: T): Promise<Result<null, StoreFailure>> => {
    saving.update((old) => ({ ...old, saving: 'saving' }));
    const { version: expect, fence } = place;
    const done = await store.commit([{ table, id, value, expect, fence }]);
    if (!done.ok) {
      const failure = toStoreFailure(done.error);
      if (failure.type === 'taken_over') lose();
      saving.update((old) => ({ ...old, saving: failure.type === 'taken_over' ? 'saved' : 'failed' }));
      return err(failure);
    }
    place.version = expect + 1;
    saving.set({ saving: 'saved', savedAt: world.now() });
    written(value);
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
      const next: { readonly value: T } = wanted;
      wanted = null;
      last = await write(next.value);
      // What could not be stored stays wanted: the next keystroke tries it again with the rest, or else the clock.
      if (!last.ok) {
        if (last.error.type !== 'taken_over') {
          wanted ??= next;
          tryAgainSoon();
        }
        break;
      }
    }
    writing = null;
    return last;
  };

  const claim = async (steal: boolean): Promise<Result<null, StoreFailure>> => {
    release = await world.hold(lock, { steal }, lose);
    if (release === null) return err({ type: 'taken_over' });
    const fresh = await store.get(table, id);
    if (fresh !== null) {
      place.version = fresh.version;
      place.fence = fresh.fence + 1;
      cell.set(fresh.value as T);
    }
    mode.set('writing');
    return write(cell.get());
  };

  await claim(false);
  return {
    cell,
    mode,
    place,
    change: async (change) => {
      if (mode.get() !== 'writing') return err({ type: 'taken_over' });
      const next = change(cell.get());
      if (next === cell.get()) return ok(null);
      cell.set(next);
      wanted = { value: next };
      // The write under way may have begun before this change: the loop takes it up.
      writing ??= drain();
      return writing;
    },
    takeOver: () => claim(true),
    close: async () => {
      await (writing ?? Promise.resolve());
      release?.();
    },
    flush: () => writing ?? Promise.resolve(ok(null)),
    reload: async () => {
      if (mode.get() === 'writing') return;
      const fresh = await store.get(table, id);
      if (fresh !== null) cell.set(fresh.value as T);
    },
  };
};
