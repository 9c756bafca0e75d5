import { err, ok, type Result } from '../study/result.ts';
import { FEEDS_OF, type Feed, isParted, type Rows, type Table } from '../study/rows.ts';
import type { PulledPage, PulledRow } from '../study/wire.ts';
import type { CommitFailure, Store, Write } from './port.ts';

/**
 * The replica: rows as the server gave them, kept as sealed pages of about 64 kB, one partition a table and, for
 * answers, one a question, so that a coder's screen reads what it shows and no more. (Measured before: 20 000 rows sealed
 * one by one scale to 7 s for 400 000; pages of 60 kB took 0.8 s.)
 * A page is replaced as a whole: old text does not outlive a redaction or a withdrawal in any page.
 */
const PAGE_CHARS = 64_000;

interface Page {
  readonly id: string;
  readonly version: number;
  readonly rows: readonly PulledRow[];
}

export interface Cursor {
  readonly cursor: string;
  readonly epoch: string;
}

/** Of a parted table: `<feed>/<table>/<question>/`. */
const partitionIn = (feed: Feed, table: Table, part: string): string =>
  isParted(table) ? `${feed}/${table}/${part}/` : `${feed}/${table}/`;

const partitionOf = (feed: Feed, table: Table, id: string): string =>
  partitionIn(feed, table, id.split('/')[1] ?? '');

const cursorId = (feed: Feed): string => `cursor/${feed}`;

/** Splits rows into pages of about 64 kB of JSON. */
const paginate = (rows: readonly PulledRow[]): readonly (readonly PulledRow[])[] => {
  const pages: PulledRow[][] = [];
  let size = PAGE_CHARS;
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    if (size + length > PAGE_CHARS || pages.length === 0) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)?.push(row);
    size += length;
  }
  return pages;
};

const loadPages = async (store: Store, prefix: string): Promise<readonly Page[]> => {
  const { records } = await store.load('pages', prefix);
  return records.map(({ id, version, value }) => ({ id, version, rows: value as readonly PulledRow[] }));
};

export const readCursor = async (store: Store, feed: Feed): Promise<Cursor | null> => {
  const record = await store.get('docs', cursorId(feed));
  return record === null ? null : (record.value as Cursor);
};

/** Partitions of a table, or of one part of it: one a feed it comes in. */
export const partitionsOf = (table: Table, part = ''): readonly string[] =>
  FEEDS_OF[table].map((feed) => partitionIn(feed, table, part));

/** Rows of a table, or of one part of it. */
export const readPartition = async <T extends Table>(
  store: Store,
  table: T,
  part = '',
): Promise<readonly Rows[T][]> => {
  const pages = await Promise.all(partitionsOf(table, part).map((prefix) => loadPages(store, prefix)));
  return pages.flat().flatMap(({ rows }) => rows.map(({ row }) => row as unknown as Rows[T]));
};

/** A withdrawn interview's tombstone takes its answers with it, in every question's partition. */
const withdrawnAnswers = async (store: Store, rows: readonly PulledRow[]): Promise<readonly PulledRow[]> => {
  const gone = rows.filter(({ table, row }) => table === 'interview' && row === null).map(({ id }) => id);
  if (gone.length === 0) return [];
  const prefix = 'interviews/answer/';
  const ids = await store.ids('pages', prefix);
  const questions = new Set(ids.map((id) => id.slice(prefix.length, id.indexOf('/', prefix.length))));
  return gone.flatMap((interview) =>
    [...questions].map(
      (question): PulledRow => ({ table: 'answer', id: `${interview}/${question}`, row: null }),
    ),
  );
};

/** Where each row of a partition lies, so that a pull opens only the pages it changes. */
interface Place {
  readonly pageOf: Map<string, string>;
  /** Page with room left, which the next newcomers join. */
  roomy: string | null;
}

export interface Replica {
  /** Takes in one pulled page: rows, tombstones and cursor in one transaction. */
  readonly apply: (page: PulledPage) => Promise<Result<null, CommitFailure>>;
}

/** The only writer of pages; made anew by whoever holds the pump's lock, since it remembers where rows lie. */
export const createReplica = (store: Store, newPageId: () => string): Replica => {
  const places = new Map<string, Place>();

  const placeOf = async (partition: string): Promise<Place> => {
    const known = places.get(partition);
    if (known) return known;
    const pageOf = new Map<string, string>();
    let roomy: string | null = null;
    for (const page of await loadPages(store, partition)) {
      for (const { id } of page.rows) pageOf.set(id, page.id);
      if (JSON.stringify(page.rows).length < PAGE_CHARS / 2) roomy = page.id;
    }
    const place = { pageOf, roomy };
    places.set(partition, place);
    return place;
  };

  /** Pages that hold a row of `incoming`, and the roomy one, are replaced; the others stay as they are. */
  const merge = async (
    partition: string,
    incoming: ReadonlyMap<string, PulledRow>,
  ): Promise<readonly Write[]> => {
    const place = await placeOf(partition);
    const replaced = new Set([...incoming.keys()].flatMap((id) => place.pageOf.get(id) ?? []));
    if (place.roomy) replaced.add(place.roomy);
    const loose: PulledRow[] = [];
    const writes: Write[] = [];
    for (const id of replaced) {
      const record = await store.get('pages', id);
      if (record === null) continue;
      const rows = record.value as readonly PulledRow[];
      loose.push(...rows.filter((row) => !incoming.has(row.id)));
      writes.push({ table: 'pages', id, value: undefined, expect: record.version });
    }
    for (const id of incoming.keys()) place.pageOf.delete(id);
    loose.push(...[...incoming.values()].filter(({ row }) => row !== null));
    place.roomy = null;
    for (const rows of paginate(loose)) {
      const id = `${partition}${newPageId()}`;
      writes.push({ table: 'pages', id, value: rows, expect: 0 });
      for (const row of rows) place.pageOf.set(row.id, id);
      if (JSON.stringify(rows).length < PAGE_CHARS / 2) place.roomy = id;
    }
    return writes;
  };

  const apply: Replica['apply'] = async (page) => {
    const writes: Write[] = [];
    if (page.reset) {
      places.clear();
      for (const id of await store.ids('pages', `${page.feed}/`)) {
        writes.push({ table: 'pages', id, value: undefined });
        places.set(id.slice(0, id.lastIndexOf('/') + 1), { pageOf: new Map(), roomy: null });
      }
    }
    const rows = [...page.rows, ...(await withdrawnAnswers(store, page.rows))];
    for (const [partition, incoming] of byPartition(page.feed, rows))
      writes.push(...(await merge(partition, incoming)));
    const cursor: Cursor = { cursor: page.cursor, epoch: page.epoch };
    writes.push({ table: 'docs', id: cursorId(page.feed), value: cursor });
    const done = await store.commit(writes);
    // What was remembered may not be what stands there now.
    if (!done.ok) places.clear();
    return done.ok ? ok(null) : err(done.error);
  };

  return { apply };
};

const byPartition = (
  feed: Feed,
  rows: readonly PulledRow[],
): ReadonlyMap<string, ReadonlyMap<string, PulledRow>> => {
  const partitions = new Map<string, Map<string, PulledRow>>();
  for (const row of rows) {
    const partition = partitionOf(feed, row.table, row.id);
    const rowById = partitions.get(partition) ?? new Map<string, PulledRow>();
    partitions.set(partition, rowById.set(row.id, row));
  }
  return partitions;
};
