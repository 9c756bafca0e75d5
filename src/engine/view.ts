import type { Actor, Change, Command, View } from '../study/command.ts';
import { isKind, KINDS } from '../study/commands/index.ts';
import type { Rows, Table } from '../study/rows.ts';
import type { Entry } from '../sync/journal.ts';

/** Confirmed rows by table and id. Only a pull changes them; pending commands are never written into them. */
export type Tables = { readonly [T in Table]: ReadonlyMap<string, Rows[T]> };

export const emptyTables = (): Tables => ({
  study: new Map(),
  wave: new Map(),
  instrument: new Map(),
  person: new Map(),
  invitation: new Map(),
  case: new Map(),
  attempt: new Map(),
  appointment: new Map(),
  contact: new Map(),
  device: new Map(),
  field_key: new Map(),
  sealed_key: new Map(),
  destruction: new Map(),
  certificate: new Map(),
  draw: new Map(),
  replicate: new Map(),
  interview: new Map(),
  answer: new Map(),
});

/** Rows laid over the tables by pending commands; null where a command took a row away. */
type Overlay = Map<string, Change['row']>;
const keyOf = (table: Table, id: string): string => `${table} ${id}`;

const overlaid = (tables: Tables, overlay: Overlay): View => ({
  get: <T extends Table>(table: T, id: string): Rows[T] | undefined => {
    const over = overlay.get(keyOf(table, id));
    if (over === undefined) return tables[table].get(id);
    // The key names the table, so the row is of it.
    return over === null ? undefined : (over as Rows[T]);
  },
  all: function* <T extends Table>(table: T): Iterable<Rows[T]> {
    const prefix = `${table} `;
    const seen = new Set<string>();
    for (const [key, row] of overlay) {
      if (!key.startsWith(prefix)) continue;
      seen.add(key.slice(prefix.length));
      if (row !== null) yield row as Rows[T];
    }
    for (const [id, row] of tables[table]) if (!seen.has(id)) yield row;
  },
});

const PENDING: ReadonlySet<Entry['state']> = new Set(['queued', 'sent', 'accepted']);

export const toCommand = (entry: Entry): Command => ({
  id: entry.id,
  kind: entry.kind,
  payload: JSON.parse(entry.payload) as unknown,
  ...(entry.base ? { base: entry.base } : {}),
  ...(entry.undoes ? { undoes: entry.undoes } : {}),
});

/** View = confirmed rows + pending commands folded over them: a rejection needs no rollback, only another fold. */
export const foldView = (tables: Tables, entries: readonly Entry[], actor: Actor): View => {
  const overlay: Overlay = new Map();
  const view = overlaid(tables, overlay);
  for (const entry of entries) {
    if (!PENDING.has(entry.state) || !isKind(entry.kind)) continue;
    const kind = KINDS[entry.kind];
    // Each kind gets the payload it wrote itself; the journal is sealed, so nobody else did.
    const changes = kind.apply(view, toCommand(entry) as Command<never>, actor);
    for (const { table, id, row } of changes) overlay.set(keyOf(table, id), row);
  }
  return view;
};
