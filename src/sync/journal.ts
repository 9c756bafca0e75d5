import type { CommitFailure, Store, Write } from '../store/port.ts';
import type { Id } from '../study/ids.ts';
import { err, ok, type Result } from '../study/result.ts';
import { type Cell, createCell, type Source } from '../study/source.ts';
import type { CommandAnswer, Stream } from '../study/wire.ts';

/**
 * The journal is the outbox: commands in the order they were made, each sealed, each kept until the server took it
 * or a person decided.
 */
export interface Entry {
  readonly id: Id;
  /** Order on this device; sent with nothing. */
  readonly seq: number;
  readonly stream: Stream;
  readonly kind: string;
  /** Canonical JSON: the very text that is sent and hashed. */
  readonly payload: string;
  readonly hash: string;
  readonly base?: Readonly<Record<string, number>>;
  readonly undoes?: Id;
  readonly state: EntryState;
  /** The server's last word, where it was not a plain yes. */
  readonly answer?: CommandAnswer;
  /**
   * Hand-ins only: the moment before which it does not leave (ms), the attempt it waits for, and where it came from;
   * nothing of the latter where a kept copy is offered again.
   */
  readonly handIn?: {
    readonly notBefore: number;
    readonly attempt: Id | null;
    readonly attemptConfirmed: boolean;
    readonly draft: Id | null;
    readonly caseName: string | null;
  };
}

/**
 * queued: not yet sent. sent: frozen until answered. accepted: taken, and folded over the view until a pull brings it.
 * returned, conflict, second, withdrawn: a person decides.
 */
export type EntryState = 'queued' | 'sent' | 'accepted' | 'returned' | 'conflict' | 'second' | 'withdrawn';

export interface Journal {
  readonly entries: Source<readonly Entry[]>;
  readonly unreadable: Source<readonly string[]>;
  readonly nextSeq: () => number;
  /** Puts and removes entries, with other writes, in one strict transaction; memory follows only after it. */
  readonly commit: (change: {
    readonly put?: readonly Entry[];
    readonly remove?: readonly Id[];
    readonly also?: readonly Write[];
  }) => Promise<Result<null, CommitFailure>>;
  /** Another tab wrote: read all again. */
  readonly reload: () => Promise<void>;
}

const bySeq = (a: Entry, b: Entry): number => a.seq - b.seq || (a.id < b.id ? -1 : 1);

export const openJournal = async (store: Store, changed: () => void): Promise<Journal> => {
  const entries: Cell<readonly Entry[]> = createCell<readonly Entry[]>([]);
  const unreadable: Cell<readonly string[]> = createCell<readonly string[]>([]);
  const versions = new Map<Id, number>();

  const reload: Journal['reload'] = async () => {
    const loaded = await store.load('journal');
    versions.clear();
    for (const { id, version } of loaded.records) versions.set(id, version);
    unreadable.set(loaded.unreadable);
    entries.set(loaded.records.map(({ value }) => value as Entry).sort(bySeq));
  };

  const commit: Journal['commit'] = async ({ put = [], remove = [], also = [] }) => {
    const writes: Write[] = [
      ...put.map(
        (entry): Write => ({
          table: 'journal',
          id: entry.id,
          value: entry,
          expect: versions.get(entry.id) ?? 0,
        }),
      ),
      ...remove.map((id): Write => ({ table: 'journal', id, value: undefined })),
      ...also,
    ];
    const done = await store.commit(writes);
    if (!done.ok) {
      if (done.error.type === 'stale') await reload();
      return err(done.error);
    }
    for (const { id } of put) versions.set(id, (versions.get(id) ?? 0) + 1);
    for (const id of remove) versions.delete(id);
    const gone = new Set<Id>([...remove, ...put.map(({ id }) => id)]);
    const kept = entries.get().filter(({ id }) => !gone.has(id));
    if (put.length + remove.length > 0) entries.set([...kept, ...put].sort(bySeq));
    changed();
    return ok(null);
  };

  await reload();
  return {
    entries,
    unreadable,
    nextSeq: () => (entries.get().at(-1)?.seq ?? 0) + 1,
    commit,
    reload,
  };
};
