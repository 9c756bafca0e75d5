import type { Actor, Change, Command, View } from '../study/command.ts';
import { isKind, KINDS } from '../study/commands/index.ts';
import { type Rows, type SegmentRow, TABLES, type Table } from '../study/rows.ts';
import { answerOf } from '../study/segments.ts';
import type { Entry } from '../sync/journal.ts';

/** Rows by id, as far as they are in memory. */
export interface RowsById<Row> extends Iterable<readonly [string, Row]> {
  readonly get: (id: string) => Row | undefined;
}
/** Confirmed rows by table and id. Only a pull changes them; pending commands are never written into them. */
export type Tables = { readonly [T in Table]: RowsById<Rows[T]> } & {
  /** Confirmed segments on an answer, where its question is in memory. */
  readonly segmentsOn?: (answer: string) => Iterable<SegmentRow>;
};

export const emptyTables = (): Tables =>
  Object.fromEntries(TABLES.map((table) => [table, new Map<string, never>()])) as unknown as Tables;

type OfTable = Map<string, Change['row']>;
/** Rows laid over the tables by pending commands; null where a command took a row away. */
export type Overlay = ReadonlyMap<Table, ReadonlyMap<string, Change['row']>>;

export interface Folded {
  readonly view: View;
  readonly overlay: Overlay;
}

const rowsOf = <T extends Table>(tables: Tables, table: T): RowsById<Rows[T]> =>
  tables[table] as unknown as RowsById<Rows[T]>;

const overlaid = (tables: Tables, overlay: Overlay): View => ({
  get: <T extends Table>(table: T, id: string): Rows[T] | undefined => {
    const over = overlay.get(table)?.get(id);
    if (over === undefined) return rowsOf(tables, table).get(id);
    // The overlay is kept by table, so the row is of it.
    return over === null ? undefined : (over as Rows[T]);
  },
  all: function* <T extends Table>(table: T): Iterable<Rows[T]> {
    const over = overlay.get(table);
    if (over) for (const row of over.values()) if (row !== null) yield row as Rows[T];
    for (const [id, row] of rowsOf(tables, table)) if (!over?.has(id)) yield row;
  },
  segmentsOn: function* (answer) {
    const over = overlay.get('segment') as ReadonlyMap<string, SegmentRow | null> | undefined;
    if (over) for (const row of over.values()) if (row !== null && answerOf(row) === answer) yield row;
    for (const row of tables.segmentsOn?.(answer) ?? []) if (!over?.has(row.id)) yield row;
  },
});

const PENDING: ReadonlySet<Entry['state']> = new Set(['queued', 'sent', 'accepted']);

/** Entries are never changed in place, so each is read once. */
const commands = new WeakMap<Entry, Command>();

export const toCommand = (entry: Entry): Command => {
  const known = commands.get(entry);
  if (known) return known;
  const command: Command = {
    id: entry.id,
    kind: entry.kind,
    payload: JSON.parse(entry.payload) as unknown,
    ...(entry.base ? { base: entry.base } : {}),
    ...(entry.undoes ? { undoes: entry.undoes } : {}),
  };
  commands.set(entry, command);
  return command;
};

const pendingOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ state, kind }) => PENDING.has(state) && isKind(kind));

/** `before` holds what is folded already; it stays as it is. */
const foldOver = (tables: Tables, before: Overlay, pending: readonly Entry[], actor: Actor): Folded => {
  const overlay = new Map<Table, OfTable>();
  for (const [table, rows] of before) overlay.set(table, new Map(rows));
  const view = overlaid(tables, overlay);
  for (const entry of pending) {
    if (!isKind(entry.kind)) continue;
    // Each kind gets the payload it wrote itself; the journal is sealed, so nobody else did.
    const changes = KINDS[entry.kind].apply(view, toCommand(entry) as Command<never>, actor);
    for (const { table, id, row } of changes) {
      const rows = overlay.get(table) ?? new Map<string, Change['row']>();
      overlay.set(table, rows.set(id, row));
    }
  }
  return { view, overlay };
};

/** View = confirmed rows + pending commands folded over them: a rejection needs no rollback, only another fold. */
export const foldView = (tables: Tables, entries: readonly Entry[], actor: Actor): View =>
  foldOver(tables, new Map(), pendingOf(entries), actor).view;

/**
 * Folds as `foldView` does, and only what was appended where nothing else changed: a coder who was offline for a week
 * has thousands of commands waiting, and each code applied must paint in the next frame.
 */
export const createFolder = (actor: Actor) => {
  let last: (Folded & { readonly tables: Tables; readonly pending: readonly Entry[] }) | null = null;
  return (tables: Tables, entries: readonly Entry[]): Folded => {
    const pending = pendingOf(entries);
    const known = last?.tables === tables ? last : null;
    // Entries are new objects when they change state; what counts for the fold is which they are.
    const grown = known?.pending.every(({ id }, at) => pending[at]?.id === id);
    const folded =
      known && grown
        ? foldOver(tables, known.overlay, pending.slice(known.pending.length), actor)
        : foldOver(tables, new Map(), pending, actor);
    last = { ...folded, tables, pending };
    return folded;
  };
};
