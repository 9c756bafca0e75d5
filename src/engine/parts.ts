import type { Parted, Rows, SegmentRow } from '../study/rows.ts';
import { answerOf } from '../study/segments.ts';
import { type Cell, createCell, type Source } from '../study/source.ts';
import type { Pages } from './pages.ts';
import type { RowsById } from './view.ts';

/** The large tables: in memory only the parts (a question's, a judgement's) that some screen shows. */
interface Part<T extends Parted> {
  watchers: number;
  reading: Promise<void> | null;
  /** null while it is read, and while nobody looks. */
  rows: ReadonlyMap<string, Rows[T]> | null;
  /** Segments by answer. */
  byAnswer: ReadonlyMap<string, readonly SegmentRow[]>;
}

export interface PartedTable<T extends Parted> extends RowsById<Rows[T]> {
  readonly rowsOf: (part: string) => ReadonlyMap<string, Rows[T]> | null;
  readonly segmentsOn: (answer: string) => readonly SegmentRow[];
  /** Holds a part in memory until told to stop; `ready` is called once it is read. */
  readonly watch: (part: string, ready: () => void) => () => void;
  readonly reload: () => Promise<void>;
}

const group = (rows: Iterable<SegmentRow>): ReadonlyMap<string, readonly SegmentRow[]> => {
  const grouped = new Map<string, SegmentRow[]>();
  for (const row of rows) {
    const answer = answerOf(row);
    const list = grouped.get(answer);
    if (list) list.push(row);
    else grouped.set(answer, [row]);
  }
  return grouped;
};

export const openParted = <T extends Parted>(pages: Pages, table: T): PartedTable<T> => {
  const parts = new Map<string, Part<T>>();

  const read = async (name: string, part: Part<T>): Promise<void> => {
    const rows = await pages.read(table, name);
    // Nobody looks any more: it does not stay in memory.
    if (part.watchers === 0) return pages.forget(table, name);
    part.rows = new Map(rows.map((row) => [row.id, row]));
    if (table === 'segment') part.byAnswer = group(rows as readonly SegmentRow[]);
  };

  const partOf = (id: string): Part<T> | undefined => parts.get(id.split('/')[1] ?? '');

  return {
    get: (id) => partOf(id)?.rows?.get(id),
    [Symbol.iterator]: function* () {
      for (const { rows } of parts.values()) if (rows) yield* rows;
    },
    rowsOf: (name) => parts.get(name)?.rows ?? null,
    segmentsOn: (answer) => partOf(answer)?.byAnswer.get(answer) ?? [],
    watch: (name, ready) => {
      const part = parts.get(name) ?? { watchers: 0, reading: null, rows: null, byAnswer: new Map() };
      parts.set(name, part);
      part.watchers += 1;
      if (part.rows) ready();
      else {
        part.reading ??= read(name, part);
        void part.reading.then(ready);
      }
      return () => {
        part.watchers -= 1;
        if (part.watchers > 0) return;
        part.rows = null;
        part.reading = null;
        part.byAnswer = new Map();
        pages.forget(table, name);
      };
    },
    reload: async () => {
      const watched = [...parts].filter(([, { watchers }]) => watchers > 0);
      await Promise.all(watched.map(([name, part]) => read(name, part)));
    },
  };
};

/**
 * A source that holds what it shows in memory only while somebody looks. `open` begins to hold and gives the way to
 * stop; `blank` is what it shows to nobody.
 */
export const watchedSource = <V>(
  blank: V,
  open: () => () => void,
): { readonly cell: Cell<V>; readonly source: Source<V>; readonly isWatched: () => boolean } => {
  const cell = createCell(blank);
  let watchers = 0;
  let stop = (): void => undefined;
  const source: Source<V> = {
    get: cell.get,
    subscribe: (listener) => {
      const unsubscribe = cell.subscribe(listener);
      watchers += 1;
      if (watchers === 1) stop = open();
      return () => {
        unsubscribe();
        watchers -= 1;
        if (watchers > 0) return;
        stop();
        cell.set(blank);
      };
    },
  };
  return { cell, source, isWatched: () => watchers > 0 };
};
