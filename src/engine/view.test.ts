import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseRow } from '../study/rows.ts';
import type { Entry, EntryState } from '../sync/journal.ts';
import { emptyTables, foldView, type Tables } from './view.ts';

const row = (id: string): CaseRow => ({
  id,
  wave: 'w',
  code: '1',
  name: id,
  stratum: 's',
  assignee: null,
  status: 'new',
  completed_by: null,
  rev: { assignee: 0 },
});
const tables: Tables = { ...emptyTables(), case: new Map(['a', 'b'].map((id) => [id, row(id)])) };
const lead = { id: 'lead', role: 'lead' as const };

const entryArb: fc.Arbitrary<Entry> = fc.record({
  id: fc.uuid(),
  seq: fc.nat(100),
  stream: fc.constant('cases' as const),
  kind: fc.constant('case.assign'),
  payload: fc
    .tuple(fc.constantFrom('a', 'b', 'gone'), fc.option(fc.constantFrom('x', 'y')))
    .map(([id, assignee]) => JSON.stringify({ case: id, assignee })),
  hash: fc.constant('h'),
  state: fc.constantFrom<EntryState[]>('queued', 'sent', 'accepted', 'returned', 'conflict'),
});

const seen = (entries: readonly Entry[]) =>
  [...foldView(tables, entries, lead).all('case')].sort((a, b) => (a.id < b.id ? -1 : 1));

it('V1: a rejected command leaves no trace: the view is as if it had never been made', () =>
  fc.assert(
    fc.property(fc.array(entryArb), (entries) => {
      const standing = entries.filter(({ state }) => state !== 'returned' && state !== 'conflict');
      expect(seen(entries)).toEqual(seen(standing));
    }),
  ));

it('never writes pending commands into confirmed rows', () =>
  fc.assert(
    fc.property(fc.array(entryArb), (entries) => {
      foldView(tables, entries, lead);
      expect([...tables.case].map(([, one]) => one)).toEqual([row('a'), row('b')]);
    }),
  ));

it('shows the last of several commands on one row, and each row once', () => {
  const assign = (seq: number, assignee: string): Entry => ({
    id: `e${seq}`,
    seq,
    stream: 'cases',
    kind: 'case.assign',
    payload: JSON.stringify({ case: 'a', assignee }),
    hash: 'h',
    state: 'queued',
  });
  const view = foldView(tables, [assign(1, 'x'), assign(2, 'y')], lead);
  expect(view.get('case', 'a')).toMatchObject({ assignee: 'y', rev: { assignee: 2 } });
  expect([...view.all('case')]).toHaveLength(2);
});
