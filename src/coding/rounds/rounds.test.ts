import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InterviewRow, SegmentRow } from '../../study/rows.ts';
import { type AgreementTask, agreementTables } from './agreement.ts';
import { drawByStratum, drawInterviews } from './draw.ts';
import { clustersOf, confusions } from './units.ts';

const row = (id: string, start: number, end: number, code: string): SegmentRow => ({
  id,
  interview: 'i',
  start,
  end,
  revision: 1,
  code,
  coder: id.charAt(0),
  codebook: 1,
});
const same = (id: string): string => id;

test('passages that overlap are settled together; the same codes agree whatever their ends', () => {
  const found = clustersOf(
    [row('a1', 0, 10, 'x'), row('a2', 20, 30, 'y')],
    [row('b1', 2, 12, 'x'), row('b2', 25, 28, 'z'), row('b3', 40, 50, 'x')],
    same,
  );
  expect(found.map(({ start, end, agreed }) => [start, end, agreed])).toEqual([
    [0, 12, true],
    [20, 30, false],
    [40, 50, false],
  ]);
  expect(confusions(found, same)).toEqual([
    { a: 'y', b: 'z', count: 1 },
    { a: null, b: 'x', count: 1 },
  ]);
  const merged = (id: string): string => (id === 'z' ? 'y' : id);
  expect(clustersOf([row('a', 0, 5, 'y')], [row('b', 0, 5, 'z')], merged)[0]?.agreed).toBe(true);
});

test('every passage lies in one cluster, and clusters lie apart', () => {
  const rows = (coder: string) =>
    fc.array(
      fc
        .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
        .map(([start, length]) => row(coder, start, start + length, 'x')),
      { maxLength: 8 },
    );
  fc.assert(
    fc.property(rows('a'), rows('b'), (a, b) => {
      const found = clustersOf(a, b, same);
      expect(found.flatMap(({ by }) => by.flat())).toHaveLength(a.length + b.length);
      for (const [at, one] of found.entries())
        expect(one.end).toBeLessThanOrEqual(found[at + 1]?.start ?? Number.POSITIVE_INFINITY);
    }),
  );
});

const task = (
  sets: AgreementTask['units'][number]['sets'][],
  more: Partial<AgreementTask> = {},
): AgreementTask => ({
  coders: 2,
  seed: 'frö',
  units: sets.map((each, at) => ({ question: at % 2 === 0 ? 'A1.1' : 'A1.2', sets: each })),
  codes: [
    { id: 'x', theme: 't', questions: ['A1.1'] },
    { id: 'y', theme: 't', questions: [] },
    { id: 'unused', theme: 't', questions: ['A1.1', 'A1.2'] },
  ],
  judgements: [],
  ...more,
});

test('a code is judged over the questions that offer it and those where it was used, not over all', () => {
  const tables = agreementTables(
    task([
      [['x'], ['x']],
      [['y'], []],
      [[], ['x']],
      [[], []],
    ]),
  );
  const code = (key: string) => tables.codes.find((one) => one.key === key);
  expect(code('x')).toMatchObject({ units: 2, positives: 2 });
  expect(code('y')).toMatchObject({ units: 2, positives: 1 });
  expect(code('unused')).toBeUndefined();
  expect(tables.themes).toHaveLength(1);
  expect(tables.questions.map(({ key, units }) => [key, units])).toEqual([
    ['A1.1', 2],
    ['A1.2', 2],
  ]);
});

test('not through with an answer is missing, not "no code"; one coder gives a reason', () => {
  const tables = agreementTables(
    task([
      [['x'], null],
      [['x'], ['x']],
    ]),
  );
  expect(tables.codes.find(({ key }) => key === 'x')?.units).toBe(1);
  const alone = agreementTables({ ...task([[['x']], [[]]]), coders: 1 });
  expect(alone.sets[0]?.alpha.value).toBeNull();
  expect(alone.sets[0]?.interval.interval).toBeNull();
});

test('the same sets from all is 1, whatever the distance', () => {
  const tables = agreementTables(
    task([
      [
        ['x', 'y'],
        ['y', 'x'],
      ],
      [['x'], ['x']],
      [[], []],
    ]),
  );
  for (const one of tables.sets) expect(one.alpha.value).toBe(1);
});

const interviews = Array.from(
  { length: 40 },
  (_, n): InterviewRow => ({
    id: `i${n}`,
    wave: 'w',
    stratum: n < 30 ? 'stor' : 'liten',
    instrument: 'h',
    month: '2026-11',
    role: null,
    language: null,
    mode: null,
    completeness: null,
  }),
);

test('a draw is of the size asked, from what there is, each once, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.string(), (count, seed) => {
      for (const draw of [drawInterviews, drawByStratum]) {
        const drawn = draw(interviews, count, seed);
        expect(new Set(drawn).size).toBe(Math.min(count, 40));
        expect(draw(interviews.toReversed(), count, seed)).toEqual(drawn);
      }
      const small = drawByStratum(interviews, 20, seed).filter((id) => Number(id.slice(1)) >= 30);
      expect(small).toHaveLength(5);
    }),
  );
});
