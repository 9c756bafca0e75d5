import { expect, test } from 'vitest';
import type { View } from '../../study/command.ts';
import { CODE_FIELDS, type CodeFields, type CodeRow } from '../../study/rows.ts';
import { codeTree, orderBetween, pathOf } from './tree.ts';

const fields: CodeFields = {
  ...(Object.fromEntries(CODE_FIELDS.map((name) => [name, ''])) as unknown as CodeFields),
  questions: [],
  opposites: [],
};
const code = (id: string, parent: string | null, more: Partial<CodeRow> = {}): CodeRow => ({
  id,
  key: null,
  parent,
  order: 1,
  status: 'active',
  successor: null,
  fields: { ...fields, name_sv: id },
  by: 'lo',
  rev: {},
  ...more,
});
const viewOf = (...codes: readonly CodeRow[]): View => ({
  get: () => undefined,
  all: function* (table) {
    if (table === 'code') yield* codes as readonly never[];
  },
});
const names = (...codes: readonly CodeRow[]): readonly string[] =>
  codeTree(viewOf(...codes), 'sv').all.map(({ depth, name }) => `${'-'.repeat(depth)}${name}`);

test('siblings stand by their order, children under their theme', () => {
  expect(names(code('b', 'tema', { order: 2 }), code('tema', null), code('a', 'tema', { order: 1 }))).toEqual(
    ['tema', '-a', '-b'],
  );
});

test('codes that lie under each other, or under nothing known, are still seen', () => {
  expect([...names(code('a', 'b'), code('b', 'a'), code('c', 'borta'))].sort()).toEqual(['a', 'b', 'c']);
});

test('passages of a merged code count where it went', () => {
  const tree = codeTree(
    viewOf(
      code('a', null, { status: 'merged', successor: 'b' }),
      code('b', null, { status: 'merged', successor: 'c' }),
      code('c', null),
    ),
    'sv',
  );
  expect(tree.of('a')?.id).toBe('c');
  expect(tree.all.map(({ id }) => id)).toEqual(['c']);
});

test('themes and retired codes are not offered, a theme whose children are retired is', () => {
  const tree = codeTree(
    viewOf(
      code('tema', null),
      code('a', 'tema'),
      code('gammalt', null),
      code('b', 'gammalt', { status: 'retired' }),
    ),
    'sv',
  );
  expect(tree.pickable.map(({ id }) => id).toSorted()).toEqual(['a', 'gammalt']);
});

test('siblings look different, and a chosen colour is kept', () => {
  const many = Array.from({ length: 24 }, (_, n) => code(`k${n}`, 'tema', { order: n }));
  const tree = codeTree(viewOf(code('tema', null), ...many), 'sv');
  expect(new Set(tree.all.slice(1).map(({ look }) => JSON.stringify(look))).size).toBe(24);
  const red = codeTree(viewOf(code('r', null, { fields: { ...fields, colour: '#a0260a' } })), 'sv');
  expect(red.of('r')?.look.hue).toBe(2);
});

test('a path is the themes from the outermost in', () => {
  const tree = codeTree(viewOf(code('a', null), code('b', 'a'), code('c', 'b')), 'sv');
  const c = tree.of('c');
  expect(c && pathOf(tree, c).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('there is room between two neighbours and at both ends', () => {
  expect(orderBetween(1, 2)).toBe(1.5);
  expect(orderBetween(undefined, 1)).toBeLessThan(1);
  expect(orderBetween(3, undefined)).toBeGreaterThan(3);
});
