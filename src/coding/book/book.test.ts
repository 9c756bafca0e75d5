import { expect, test } from 'vitest';
import type { View } from '../../study/command.ts';
import type { CodeRow, CodeVersionRow } from '../../study/rows.ts';
import { codeTree } from '../codes/tree.ts';
import { EMPTY_FIELDS } from '../desk/new-code.ts';
import { historyOf } from './differences.ts';
import { moved, under, type Way } from './moves.ts';

const code = (id: string, parent: string | null, order: number): CodeRow => ({
  id,
  key: null,
  parent,
  order,
  status: 'active',
  successor: null,
  fields: { ...EMPTY_FIELDS, name_sv: id },
  by: 'lo',
  rev: {},
});
const treeOf = (codes: readonly CodeRow[]) => {
  const view: View = {
    get: () => undefined,
    all: function* (table) {
      if (table === 'code') yield* codes as readonly never[];
    },
  };
  return codeTree(view, 'sv');
};
const codes = [
  code('t', null, 1),
  code('a', 't', 1),
  code('b', 't', 2),
  code('c', 't', 3),
  code('u', null, 2),
];
/** The tree as it is read after a move. */
const after = (id: string, way: Way): readonly string[] | null => {
  const tree = treeOf(codes);
  const node = tree.of(id);
  const move = node && moved(tree, node, way);
  if (!move) return null;
  const next = codes.map((row) => (row.id === id ? { ...row, parent: move.parent, order: move.order } : row));
  return treeOf(next).all.map(({ depth, id: name }) => `${'-'.repeat(depth)}${name}`);
};

test('a code goes up, down, in and out, and not past the ends', () => {
  expect(after('b', 'up')).toEqual(['t', '-b', '-a', '-c', 'u']);
  expect(after('a', 'down')).toEqual(['t', '-b', '-a', '-c', 'u']);
  expect(after('b', 'in')).toEqual(['t', '-a', '--b', '-c', 'u']);
  expect(after('b', 'out')).toEqual(['t', '-a', '-c', 'b', 'u']);
  expect(after('u', 'in')).toEqual(['t', '-a', '-b', '-c', '-u']);
  expect([after('a', 'up'), after('c', 'down'), after('t', 'out'), after('t', 'in')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('no code comes to lie under itself', () => {
  const tree = treeOf(codes);
  const theme = tree.of('t');
  expect(theme && under(tree, theme, 'a')).toBeNull();
  expect(theme && under(tree, theme, 't')).toBeNull();
  expect(theme && under(tree, theme, 'u')).toMatchObject({ parent: 'u' });
});

test('a code’s life is told from the newest, and only what changed', () => {
  const version = (n: number, change: Partial<CodeVersionRow['was']>): CodeVersionRow => {
    const { id: _, rev: __, by: ___, ...was } = code('a', 't', 1);
    return { id: `a/${n}`, code: 'a', version: n, by: 'lo', was: { ...was, ...change } };
  };
  const life = historyOf('a', [
    version(5, { fields: { ...EMPTY_FIELDS, name_sv: 'ny' }, parent: 'u' }),
    version(2, {}),
    version(4, { fields: { ...EMPTY_FIELDS, name_sv: 'ny' } }),
    version(3, {}),
  ]);
  expect(life.map(({ version: n, changes }) => [n, changes.map(({ what }) => what)])).toEqual([
    [5, ['place']],
    [4, ['name_sv']],
    [2, ['created']],
  ]);
  expect(life[1]?.changes[0]).toEqual({ what: 'name_sv', before: 'a', after: 'ny' });
});
