import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerRow, CodeRow, DoneRow, JudgementRow, RoundRow, SegmentRow } from '../../study/rows.ts';
import { confusionsOf, differencesOf } from './differences.ts';
import { codePassageAgreement, passageAgreement } from './passage-agreement.ts';
import {
  codeAgreement,
  FEWEST_POSITIVES,
  judgementAgreement,
  narrowed,
  pairsOf,
  setAgreement,
  standingOf,
} from './round-agreement.ts';
import { type RoundRows, roundDataOf } from './round-data.ts';

const DRAW = { seed: 'x', draws: 200 };
const round: RoundRow = {
  id: 'r',
  wave: 'w',
  label: '',
  unit: 'answer',
  questions: ['A1.1', 'A1.2'],
  judgements: ['basis_iso'],
  interviews: null,
  share: 1,
  seed: '',
  coders: ['b', 'a'],
  blind: true,
  calibration: false,
  codebook: 1,
  state: 'closed',
};
const code = (id: string, more: Partial<CodeRow> = {}, questions: readonly string[] = ['A1.1']): CodeRow => ({
  id,
  key: id,
  parent: null,
  order: 0,
  status: 'active',
  successor: null,
  fields: {
    ...{ name_sv: id, name_en: '', definition_sv: '', definition_en: '', use: '', not_use: '' },
    ...{ example: '', colour: '#000000', memo: '', questions, opposites: [] },
  },
  by: 'a',
  rev: {},
  ...more,
});
const answer = (interview: string, question = 'A1.1'): AnswerRow => ({
  ...{ id: `${interview}/${question}`, interview, wave: 'w', question, state: 'answered', pre: {} },
  ...{ notes: 'x'.repeat(100), probes: [], quotes: [], revision: 1 },
});
let made = 0;
const segment = (
  coder: string,
  at: string,
  codeId: string,
  start = 0,
  end = 10,
  more: Partial<SegmentRow> = {},
): SegmentRow => {
  made += 1;
  const [interview = '', question = ''] = at.split('/');
  return {
    ...{
      id: `s${made}/${question}`,
      interview,
      start,
      end,
      revision: 1,
      code: codeId,
      coder,
      codebook: 1,
      round: 'r',
    },
    ...more,
  };
};
const done = (coder: string, at: string): DoneRow => {
  const [interview = '', question = ''] = at.split('/');
  return { id: `${at}/${coder}/r`, interview, question, coder, round: 'r' };
};
const dataOf = (rows: Partial<RoundRows>) =>
  roundDataOf({
    ...{ round, codes: [code('x'), code('y')], answers: [], segments: [], done: [], judgements: [] },
    ...rows,
  });

describe('a round as figures see it', () => {
  it('tells a gap from an absence, and counts neither other rounds nor the settled layer', () => {
    const answers = [answer('1'), answer('2'), answer('3'), answer('4', 'A9.9')];
    const segments = [
      segment('a', '1/A1.1', 'x'),
      segment('b', '2/A1.1', 'x', 0, 5, { round: 'other' }),
      segment('b', '2/A1.1', 'x', 0, 5, { settled: true }),
    ];
    const data = dataOf({ answers, segments, done: [done('b', '1/A1.1')] });
    expect(data.coders).toEqual(['a', 'b']);
    expect(data.answers.map(({ interview }) => interview)).toEqual(['1', '2', '3']);
    expect(data.sets).toEqual([
      [new Set(['x']), new Set()],
      [null, null],
      [null, null],
    ]);
  });

  it('counts merged codes as the one that stands', () => {
    const codes = [code('x', { status: 'merged', successor: 'y' }), code('y')];
    const segments = [segment('a', '1/A1.1', 'x'), segment('b', '1/A1.1', 'y')];
    const data = dataOf({ codes, answers: [answer('1')], segments });
    expect(data.sets).toEqual([[new Set(['y']), new Set(['y'])]]);
  });

  it('takes for a code’s universe the questions it is offered first for and those where anybody used it', () => {
    const answers = [answer('1'), answer('2'), answer('1', 'A1.2'), answer('2', 'A1.2')];
    const all = answers.flatMap(({ id }) => [done('a', id), done('b', id)]);
    const unused = dataOf({ answers, done: all });
    expect(codeAgreement(unused, 'x', DRAW)).toMatchObject({ universe: ['A1.1'], units: 2, positives: 0 });
    const used = dataOf({ answers, done: all, segments: [segment('a', '1/A1.2', 'x')] });
    expect(codeAgreement(used, 'x', DRAW)).toMatchObject({
      universe: ['A1.1', 'A1.2'],
      units: 4,
      positives: 1,
    });
    expect(codeAgreement(used, 'y', DRAW).universe).toEqual(['A1.1']);
  });

  it('has a theme where any code under it is', () => {
    const codes = [code('t', {}, []), code('x', { parent: 't' }), code('y', { parent: 'x' })];
    const segments = [segment('a', '1/A1.1', 'x'), segment('b', '1/A1.1', 'y'), segment('a', '2/A1.1', 'y')];
    const data = dataOf({
      codes,
      answers: [answer('1'), answer('2')],
      segments,
      done: [done('b', '2/A1.1')],
    });
    expect(codeAgreement(data, 't', DRAW)).toMatchObject({
      positives: 2,
      figures: { percent: { value: 0.5 } },
    });
    expect(codeAgreement(data, 'y', DRAW).figures.percent.value).toBe(0);
  });
});

/** Cells: 0 not seen, 1 neither, 2 x, 3 y, 4 both. */
const cellsArb = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
  minLength: 1,
  maxLength: 25,
});
const fromCells = (cells: readonly (readonly [number, number])[]) => {
  const answers = cells.map((_, at) => answer(`${at}`));
  const segments: SegmentRow[] = [];
  const through: DoneRow[] = [];
  for (const [at, row] of cells.entries())
    for (const [nth, cell] of row.entries()) {
      const coder = nth === 0 ? 'a' : 'b';
      if (cell > 0) through.push(done(coder, `${at}/A1.1`));
      if (cell === 2 || cell === 4) segments.push(segment(coder, `${at}/A1.1`, 'x'));
      if (cell === 3 || cell === 4) segments.push(segment(coder, `${at}/A1.1`, 'y', 20, 30));
    }
  return dataOf({ answers, segments, done: through });
};

/** Nominal alpha of two coders over present and absent, from its definition: an independent computation. */
const plainAlpha = (pairs: readonly (readonly [boolean, boolean])[]): number | null => {
  const n = pairs.length * 2;
  const ones = pairs.flat().filter(Boolean).length;
  const differing = pairs.filter(([a, b]) => a !== b).length;
  const expected = (2 * ones * (n - ones)) / (n * (n - 1));
  return expected === 0 ? null : 1 - (2 * differing) / n / expected;
};

describe('agreement of a round', () => {
  it('is alpha over what both have been through, as computed from its definition', () => {
    fc.assert(
      fc.property(cellsArb, (cells) => {
        const both = cells.filter(([a, b]) => a > 0 && b > 0);
        const pairs = both.map(([a, b]) => [a === 2 || a === 4, b === 2 || b === 4] as const);
        const { figures, units } = codeAgreement(fromCells(cells), 'x', { seed: 'x', draws: 1 });
        expect(units).toBe(both.length);
        const plain = pairs.length === 0 ? null : plainAlpha(pairs);
        if (plain === null) expect(figures.alpha.value).toBeNull();
        else expect(figures.alpha.value).toBeCloseTo(plain, 10);
      }),
    );
  });

  it('is 1 where all sets are the same, and asks not who is who', () => {
    fc.assert(
      fc.property(cellsArb, (cells) => {
        const same = setAgreement(fromCells(cells.map(([a]) => [a, a])), 'masi', { seed: 'x', draws: 1 });
        expect([1, null]).toContain(same.figures.alpha.value);
        const [one, other] = [cells, cells.map(([a, b]) => [b, a] as const)].map((some) =>
          setAgreement(fromCells(some), 'jaccard', { seed: 'x', draws: 1 }),
        );
        const [first, second] = [one?.figures.alpha.value, other?.figures.alpha.value];
        if (first === null || first === undefined) expect(second).toBe(first);
        else expect(second).toBeCloseTo(first, 10);
      }),
    );
  });

  it('says in words what one coder, or none, leaves undefined', () => {
    const alone = narrowed(fromCells([[2, 2]]), { coders: ['a'] });
    expect(alone.coders).toEqual(['a']);
    expect(codeAgreement(alone, 'x', DRAW).figures.alpha).toMatchObject({ value: null });
    expect(standingOf(codeAgreement(alone, 'x', DRAW))).toBe('not_printed');
    const perfect = fromCells(Array.from({ length: 40 }, (_, at) => (at % 2 ? [2, 2] : [1, 1])));
    const measured = codeAgreement(perfect, 'x', DRAW);
    expect(measured.positives).toBeGreaterThan(FEWEST_POSITIVES);
    expect(standingOf(measured)).toBe('unmarked');
    expect(pairsOf(perfect)).toEqual([['a', 'b']]);
    expect(narrowed(perfect, { questions: ['A1.2'] }).answers).toEqual([]);
  });

  it('measures a judgement over interviews', () => {
    const judge = (interview: string, coder: string, value: string): JudgementRow => ({
      ...{ id: `${interview}/${coder}`, interview, judgement: 'basis_iso', coder, round: 'r', value },
    });
    const values = ['yes', 'no', 'framgar_ej', 'yes', 'no'];
    const judgements = values.flatMap((value, at) => [
      judge(`${at}`, 'a', value),
      judge(`${at}`, 'b', at === 0 ? 'no' : value),
    ]);
    const measured = judgementAgreement(dataOf({ judgements }), 'basis_iso', DRAW);
    expect(measured).toMatchObject({ units: 5, figures: { percent: { value: 0.8 } } });
  });
});

describe('the differences themselves', () => {
  it('puts the dearest answer first, and leaves out what all agree on', () => {
    const answers = ['1', '2', '3'].map((n) => answer(n));
    const segments = [
      ...[segment('a', '1/A1.1', 'x'), segment('b', '1/A1.1', 'x')],
      ...[segment('a', '2/A1.1', 'x'), segment('b', '2/A1.1', 'x'), segment('b', '2/A1.1', 'y', 5, 9)],
      ...[segment('a', '3/A1.1', 'x'), segment('b', '3/A1.1', 'y')],
    ];
    const found = differencesOf(dataOf({ answers, segments }));
    expect(found.map(({ answer: { interview } }) => interview)).toEqual(['3', '2']);
    expect(found.reduce((so, { cost }) => so + cost, 0)).toBeCloseTo(1);
    expect(confusionsOf(dataOf({ answers, segments }))).toEqual([
      { a: 'x', b: 'y', times: 1 },
      { a: 'y', b: null, times: 1 },
    ]);
  });

  it('sees where passages differ that the sets do not', () => {
    const answers = [answer('1')];
    const same = [segment('a', '1/A1.1', 'x', 0, 50), segment('b', '1/A1.1', 'x', 0, 50)];
    expect(passageAgreement(dataOf({ answers, segments: same })).whole.value).toBe(1);
    const apart = [segment('a', '1/A1.1', 'x', 0, 20), segment('b', '1/A1.1', 'x', 60, 80)];
    const data = dataOf({ answers, segments: apart });
    expect(codeAgreement(data, 'x', DRAW).figures.percent.value).toBe(1);
    expect(codePassageAgreement(data, 'x').binary.value).toBeLessThan(0);
    const unseen = dataOf({ answers, segments: [segment('a', '1/A1.1', 'x')] });
    expect(passageAgreement(unseen)).toMatchObject({ answers: 0, whole: { value: null } });
  });
});
