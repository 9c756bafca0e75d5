import type { Store } from '../store/port.ts';
import { partitionsOf } from '../store/replica.ts';
import type { Rows, Table } from '../study/rows.ts';
import type { PulledRow } from '../study/wire.ts';

/**
 * Reads parts of the replica and remembers the pages it opened. A page is never written twice under one id, so after a
 * pull only the few that are new are opened.
 */
export interface Pages {
  readonly read: <T extends Table>(table: T, part?: string) => Promise<readonly Rows[T][]>;
  readonly forget: (table: Table, part: string) => void;
}

export const createPages = (store: Store): Pages => {
  const opened = new Map<string, ReadonlyMap<string, readonly PulledRow[]>>();

  const openAll = async (prefix: string): Promise<ReadonlyMap<string, readonly PulledRow[]>> => {
    const { records } = await store.load('pages', prefix);
    return new Map(records.map(({ id, value }) => [id, value as readonly PulledRow[]]));
  };

  const openNew = async (
    prefix: string,
    known: ReadonlyMap<string, readonly PulledRow[]>,
  ): Promise<ReadonlyMap<string, readonly PulledRow[]>> => {
    const ids = await store.ids('pages', prefix);
    const pages = await Promise.all(
      ids.map(async (id) => [id, known.get(id) ?? (await store.get('pages', id))?.value] as const),
    );
    // One that was replaced between the two looks comes with the next reload.
    return new Map(pages.filter((page): page is [string, readonly PulledRow[]] => page[1] !== undefined));
  };

  const readPrefix = async (prefix: string): Promise<readonly PulledRow[]> => {
    const known = opened.get(prefix);
    const pages = known ? await openNew(prefix, known) : await openAll(prefix);
    opened.set(prefix, pages);
    return [...pages.values()].flat();
  };

  return {
    read: async <T extends Table>(table: T, part = '') => {
      const rows = await Promise.all(partitionsOf(table, part).map(readPrefix));
      return rows.flat().map(({ row }) => row as unknown as Rows[T]);
    },
    forget: (table, part) => {
      for (const prefix of partitionsOf(table, part)) opened.delete(prefix);
    },
  };
};
