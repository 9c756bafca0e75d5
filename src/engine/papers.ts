import type { Json } from '../study/json.ts';
import { err, ok } from '../study/result.ts';
import { type OneWriter, type OneWriterDeps, openOneWriter, toStoreFailure } from './one-writer.ts';
import type { PaperHandle, Papers } from './types.ts';

export interface PaperRoom {
  readonly papers: Papers;
  /** Another tab wrote this one. */
  readonly reload: (name: string) => Promise<void>;
  readonly closeAll: () => Promise<void>;
}

/** Among the other documents of the account: sealed, in backups, and in no count of what waits to be sent. */
const PREFIX = 'paper/';

/** `changed` tells the other tabs which paper was written. */
export const openPapers = (
  deps: OneWriterDeps,
  account: string,
  changed: (name: string) => void,
): PaperRoom => {
  const openByName = new Map<string, OneWriter<Json>>();

  const close = async (name: string): Promise<void> => {
    await openByName.get(name)?.close();
    openByName.delete(name);
  };

  const openWriter = async (name: string): Promise<OneWriter<Json> | null> => {
    const known = openByName.get(name);
    if (known) return known;
    const at = { table: 'docs', id: PREFIX + name, lock: `paper-${account}-${name}` } as const;
    const made = await openOneWriter<Json>(deps, at, () => changed(name));
    if (made) openByName.set(name, made);
    return made;
  };

  const handleOf = <T extends Json>(name: string, writer: OneWriter<Json>): PaperHandle<T> => {
    const { cell, mode, change, takeOver } = writer as unknown as OneWriter<T>;
    return { paper: cell, mode, change, takeOver, close: () => close(name) };
  };

  return {
    papers: {
      names: async (prefix) =>
        (await deps.store.ids('docs', PREFIX + prefix)).map((id) => id.slice(PREFIX.length)),
      open: async (name, blank) => {
        const standing = await openWriter(name);
        if (standing) return ok(handleOf(name, standing));
        const made = await deps.store.commit([{ table: 'docs', id: PREFIX + name, value: blank, expect: 0 }]);
        // Another tab may have made it this very moment: then it stands now.
        const writer = made.ok || made.error.type === 'stale' ? await openWriter(name) : null;
        if (writer) return ok(handleOf(name, writer));
        return err(made.ok ? { type: 'storage_closed' } : toStoreFailure(made.error));
      },
      erase: async (name) => {
        await close(name);
        const done = await deps.store.commit([{ table: 'docs', id: PREFIX + name, value: undefined }]);
        if (!done.ok) return err(toStoreFailure(done.error));
        changed(name);
        return ok(null);
      },
    },
    reload: async (name) => openByName.get(name)?.reload(),
    closeAll: async () => {
      await Promise.all([...openByName.keys()].map(close));
    },
  };
};
