import fc from 'fast-check';
import type { RefiCode, RefiCoding, RefiProject, RefiSource, RefiValue, Stamp } from './model.ts';

/** Random projects for the tests: as our own writer could be handed them, every reference to something that is there. */
const guid = fc.uuid();
const guids = (least: number, most: number) => fc.uniqueArray(guid, { minLength: least, maxLength: most });
const letters = ['a', 'å', ' ', '\n', '😀', 'e\u0301', '👨‍👩‍👧', '<', '&', '"', '\t', '\u2028', 'مر'];
const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 24 });
const description = fc.oneof(fc.constant(''), text);
const stampBy = (users: readonly string[]): fc.Arbitrary<Stamp> =>
  fc.record({
    by: fc.constantFrom(null, ...users),
    at: fc.constantFrom(null, '2026-11-24T09:30:00Z', '2026-02-28T23:59:59.123+01:00'),
  });
const someOf = (all: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...all]);

const VALUES: Readonly<Record<string, readonly string[]>> = {
  Text: ['', 'Ånge', ' x '],
  Boolean: ['true', '0'],
  Integer: ['-7', '290'],
  Float: ['3.25', '-0.5'],
  Date: ['2026-11-24'],
  DateTime: ['2026-11-24T10:00:00Z'],
};
const TYPES = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;

interface World {
  readonly users: readonly string[];
  readonly codes: readonly string[];
  readonly memos: readonly string[];
  readonly variables: readonly { readonly guid: string; readonly type: RefiValue['type'] }[];
}

/** A tree with these codes in this order: each is a child of the one before it, or of one of its parents. */
const treeOf = (ids: readonly string[], memos: readonly string[]): fc.Arbitrary<readonly RefiCode[]> =>
  fc
    .array(
      fc.record({
        up: fc.nat(3),
        name: text,
        colour: fc.constantFrom(null, '#1f6f8b', '#ffffff'),
        description,
        notes: someOf(memos),
        codable: fc.boolean(),
      }),
      { minLength: ids.length, maxLength: ids.length },
    )
    .map((drawn) => {
      interface Node extends Omit<RefiCode, 'children'> {
        readonly children: Node[];
      }
      const roots: Node[] = [];
      let path: Node[] = [];
      ids.forEach((id, index) => {
        const { up = 0, ...own } = drawn[index] ?? {
          name: '',
          colour: null,
          description: '',
          notes: [],
          codable: true,
        };
        const node: Node = { guid: id, ...own, children: [] };
        path = path.slice(0, Math.max(0, path.length - up));
        (path.at(-1)?.children ?? roots).push(node);
        path.push(node);
      });
      return roots;
    });

const codingsOf = (world: World): fc.Arbitrary<readonly RefiCoding[]> =>
  world.codes.length === 0
    ? fc.constant([])
    : fc.array(
        fc.record({
          guid,
          code: fc.constantFrom(...world.codes),
          made: stampBy(world.users),
          notes: someOf(world.memos),
        }),
        { maxLength: 3 },
      );

const valuesOf = (world: World): fc.Arbitrary<readonly RefiValue[]> =>
  world.variables.length === 0
    ? fc.constant([])
    : fc.array(
        fc.constantFrom(...world.variables).chain(
          ({ guid: variable, type }): fc.Arbitrary<RefiValue> =>
            fc.oneof(
              fc.constant({ variable, type: 'Text' as const, value: null }),
              fc.record({
                variable: fc.constant(variable),
                type: fc.constant(type),
                value: fc.constantFrom(...(VALUES[type] ?? [])),
              }),
            ),
        ),
        { maxLength: 2 },
      );

const sourceOf = (id: string, world: World): fc.Arbitrary<RefiSource> =>
  text.chain((content) => {
    const length = [...content].length;
    const selection = fc
      .record({
        guid,
        name: fc.constant(''),
        ends: fc.tuple(fc.nat(length), fc.nat(length)),
        description,
        made: stampBy(world.users),
        changed: stampBy(world.users),
        codings: codingsOf(world),
        notes: someOf(world.memos),
      })
      .map(({ ends: [a, b], ...rest }) => ({ ...rest, start: Math.min(a, b), end: Math.max(a, b) }));
    return fc.record({
      guid: fc.constant(id),
      name: text,
      text: fc.constant(content),
      description,
      made: stampBy(world.users),
      changed: stampBy(world.users),
      selections: fc.array(selection, { maxLength: 4 }),
      codings: codingsOf(world),
      notes: someOf(world.memos),
      values: valuesOf(world),
    });
  });

export const anyProject: fc.Arbitrary<RefiProject> = fc
  .record({
    ids: guids(14, 14),
    counts: fc.record({
      users: fc.nat(3),
      codes: fc.nat(5),
      memos: fc.nat(2),
      variables: fc.nat(2),
      sources: fc.nat(2),
    }),
    types: fc.tuple(fc.constantFrom(...TYPES), fc.constantFrom(...TYPES)),
  })
  .chain(({ ids, counts, types }) => {
    const left = [...ids];
    const take = (count: number): string[] => left.splice(0, count);
    const users = take(counts.users);
    const codes = take(counts.codes);
    const memos = take(counts.memos);
    const sources = take(counts.sources);
    const variables = take(counts.variables).map((one, index) => ({
      guid: one,
      type: types[index] ?? types[0],
    }));
    const world: World = { users, codes, memos, variables };
    return fc.record({
      name: text,
      origin: fc.constantFrom('', 'Lägesbild'),
      description,
      made: stampBy(users),
      changed: stampBy(users),
      users: fc.tuple(...users.map((one) => fc.record({ guid: fc.constant(one), name: text, id: text }))),
      codes: treeOf(codes, memos),
      variables: fc.tuple(
        ...variables.map((one) =>
          fc.record({ guid: fc.constant(one.guid), type: fc.constant(one.type), name: text, description }),
        ),
      ),
      cases: fc.array(
        fc.record({
          guid,
          name: text,
          description,
          codes: someOf(codes),
          values: valuesOf(world),
          sources: someOf(sources),
          selections: fc.constant([]),
        }),
        { maxLength: 2 },
      ),
      sources: fc.tuple(...sources.map((one) => sourceOf(one, world))),
      memos: fc.tuple(...memos.map((one) => sourceOf(one, world))),
      sets: fc.array(
        fc.record({
          guid,
          name: text,
          description,
          codes: someOf(codes),
          sources: someOf(sources),
          notes: someOf(memos),
        }),
        { maxLength: 2 },
      ),
      notes: someOf(memos),
    });
  });
