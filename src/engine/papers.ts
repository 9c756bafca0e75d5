import type { Json } from '../study/json.ts';
import { err, ok, type Result } from '../study/result.ts';
import { type OneWriter, type OneWriterDeps, openOneWriter, toStoreFailure } from './one-writer.ts';
import type { PaperHandle, Papers, StoreFailure } from './types.ts';

export interface PaperRoom {
  readonly papers: Papers;
  /** Another tab wrote this one. */
  readonly reload: (name: string) => Promise<void>;
  readonly closeAll: () => Promise<void>;
}

/** Among the other documents of the account: sealed, in backups, and in no count of what waits to be sent. */
const PREFIX = 'paper/';

type Opened = Result<OneWriter<Json>, StoreFailure>;

/** A screen that is left and entered again holds the same writer twice for a moment: the last to close lets it go. */
interface Held {
  readonly opened: Promise<Opened>;
  holders: number;
}

/** `changed` tells the other tabs which paper was written. */
export const openPapers = (
  deps: OneWriterDeps,
  account: string,
  changed: (name: string) => void,
): PaperRoom => {
  const heldByName = new Map<string, Held>();
  /** A lock is asked for only when its last holder here has let go. */
  const closing = new Map<string, Promise<void>>();

  const letGo = (name: string, held: Held): Promise<void> => {
    if (heldByName.get(name) === held) heldByName.delete(name);
    const done = held.opened.then(async (opened) => {
      if (opened.ok) await opened.value.close();
      if (closing.get(name) === done) closing.delete(name);
    });
    closing.set(name, done);
    return done;
  };

  const write = async (name: string, blank: Json): Promise<Opened> => {
    await closing.get(name);
    const id = PREFIX + name;
    const at = { table: 'docs', id, lock: `paper-${account}-${name}` } as const;
    const open = () => openOneWriter<Json>(deps, at, () => changed(name));
    const standing = await open();
    if (standing) return ok(standing);
    const made = await deps.store.commit([{ table: 'docs', id, value: blank, expect: 0 }]);
    // Another tab may have made it this very moment: then it stands now.
    const writer = made.ok || made.error.type === 'stale' ? await open() : null;
    if (writer) return ok(writer);
    return err(made.ok ? { type: 'storage_closed' } : toStoreFailure(made.error));
  };

  const hold = (name: string, blank: Json): Held => {
    const known = heldByName.get(name);
    if (known) {
      known.holders += 1;
      return known;
    }
    const held: Held = { opened: write(name, blank), holders: 1 };
    heldByName.set(name, held);
    return held;
  };

  const handleOf = <T extends Json>(name: string, held: Held, writer: OneWriter<Json>): PaperHandle<T> => {
    const { cell, mode, change, takeOver } = writer as unknown as OneWriter<T>;
    let isOpen = true;
    const close = async (): Promise<void> => {
      if (!isOpen) return;
      isOpen = false;
      held.holders -= 1;
      if (held.holders === 0) await letGo(name, held);
    };
    return { paper: cell, mode, change, takeOver, close };
  };

  const close = async (name: string): Promise<void> => {
    const held = heldByName.get(name);
    if (held) await letGo(name, held);
  };

  return {
    papers: {
      names: async (prefix) =>
        (await deps.store.ids('docs', PREFIX + prefix)).map((id) => id.slice(PREFIX.length)),
      open: async (name, blank) => {
        const held = hold(name, blank);
        const opened = await held.opened;
        if (opened.ok) return ok(handleOf(name, held, opened.value));
        if (heldByName.get(name) === held) heldByName.delete(name);
        return opened;
      },
      erase: async (name) => {
        await close(name);
        const done = await deps.store.commit([{ table: 'docs', id: PREFIX + name, value: undefined }]);
        if (!done.ok) return err(toStoreFailure(done.error));
        changed(name);
        return ok(null);
      },
    },
    reload: async (name) => {
      const opened = await heldByName.get(name)?.opened;
      if (opened?.ok) await opened.value.reload();
    },
    closeAll: async () => {
      await Promise.all([...heldByName.keys()].map(close));
    },
  };
};
