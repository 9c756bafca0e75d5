import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../study/json.ts';
import { parseClaims } from '../../study/parse-claims.ts';
import { parseInstrument } from '../../study/parse-instrument.ts';
import type {
  AnswerRow,
  CodeFields,
  CodeRow,
  DecisionRow,
  InterviewRow,
  SegmentRow,
  WaveRow,
} from '../../study/rows.ts';
import { makeWave, type WaveRows } from './from-rows.ts';
import { inCategories, mentioning, mentioningIn } from './indicator.ts';
import { ANSWERED, NOT_ANSWERED, NOT_ASKED, NOT_SHOWN, UNKNOWN } from './wave-data.ts';

const file = (name: string): Json =>
  JSON.parse(readFileSync(`questionnaires/it-sakerhet-upphandling/2025/${name}`, 'utf8')) as Json;
const instrument = parseInstrument(file('instrument.json'));
const claims = parseClaims(file('claims.json'));
if (!instrument.ok || !claims.ok) throw new Error('the questionnaire cannot be read');

const WAVE = 'w';
const wave = { id: WAVE, strata: ['small', 'middle', 'large'] } as unknown as WaveRow;
const interview = (id: string, stratum: string, role: string | null = null): InterviewRow =>
  ({ id, wave: WAVE, stratum, role }) as InterviewRow;
const answer = (interview: string, question: string, rest: Partial<AnswerRow>): AnswerRow =>
  ({
    id: `${interview}/${question}`,
    interview,
    wave: WAVE,
    question,
    state: 'answered',
    pre: {},
    ...rest,
  }) as AnswerRow;
const code = (id: string, rest: Partial<CodeRow> = {}): CodeRow => ({
  id,
  key: id,
  parent: null,
  order: 0,
  status: 'active',
  successor: null,
  fields: {} as CodeFields,
  by: 'p',
  rev: {},
  ...rest,
});
let next = 0;
const segment = (
  interview: string,
  of: string,
  coder: string,
  rest: Partial<SegmentRow> = {},
): SegmentRow => ({
  id: `${next++}/A1.1`,
  interview,
  start: 0,
  end: 4,
  revision: 1,
  code: of,
  coder,
  codebook: 1,
  ...rest,
});
const rows = (rest: Partial<WaveRows>): WaveRows => ({
  wave,
  instrument: instrument.value,
  claims: claims.value,
  draw: null,
  interviews: [interview('a', 'small'), interview('b', 'middle'), interview('c', 'large')],
  answers: [],
  codes: [],
  segments: [],
  judgements: [],
  decisions: [],
  ...rest,
});
const column = (of: WaveRows, id: string) => {
  const found = makeWave(of).data.columns.find((each) => each.id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
};

describe('pre-codes', () => {
  const list = (question: string, many: boolean) => {
    const found = instrument.value.sections
      .flatMap((section) => section.questions)
      .find(({ id }) => id === question)
      ?.preCodeLists.find((each) => each.many === many);
    if (!found) throw new Error(`no such list in ${question}`);
    return found;
  };

  it('are a category each, or the reason why there is none', () => {
    const { name, preCodes } = list('A2.1', false);
    const of = rows({
      answers: [
        answer('a', 'A2.1', { pre: { [name]: [preCodes[1]?.value ?? ''] } }),
        answer('b', 'A2.1', { pre: {} }),
        answer('c', 'A2.1', { state: 'refused' }),
      ],
    });
    expect([...column(of, name).of]).toEqual([1, NOT_SHOWN, NOT_ANSWERED]);
    expect([...column(rows({}), name).of]).toEqual([NOT_ASKED, NOT_ASKED, NOT_ASKED]);
  });

  it('of a list where many may be set are yes and no each', () => {
    const { name } = list('A1.1', true);
    const of = rows({
      answers: [
        answer('a', 'A1.1', { pre: { [name]: ['klassa', 'own_method'] } }),
        answer('b', 'A1.1', { pre: { [name]: ['own_method'] } }),
      ],
    });
    expect([...column(of, `${name}:klassa`).of]).toEqual([0, 1, NOT_ASKED]);
    expect([...inCategories(column(of, `${name}:own_method`), ['yes'], 'answered').of]).toEqual([1, 1, 2]);
  });
});

describe('backgrounds and strata', () => {
  it('stand in the order of the wave, merged cells where their first stratum does, with populations added up', () => {
    const made = makeWave(
      rows({
        interviews: [interview('a', 'middle+large', 'it'), interview('b', 'small')],
        draw: {
          strata: ['small', 'middle', 'large'].map((stratum, at) => ({
            stratum,
            parts: [stratum],
            population: 10 * (at + 1),
            drawn: 2,
          })),
        } as unknown as WaveRows['draw'],
      }),
    );
    expect(made.data.design.strata).toEqual([
      { name: 'small', population: 10 },
      { name: 'middle+large', population: 50 },
    ]);
    expect([...made.data.design.of]).toEqual([1, 0]);
    expect(made.data.backgrounds.map(({ id, values, of }) => [id, values, [...of]])).toEqual([
      ['stratum', ['small', 'middle+large'], [1, 0]],
      ['role', ['it'], [0, UNKNOWN]],
    ]);
  });

  it('keep a stratum nobody was interviewed in, and have no populations without a draw', () => {
    const draw = {
      strata: [
        { stratum: 'small', parts: [], population: 5, drawn: 1 },
        { stratum: 'large', parts: [], population: 7, drawn: 1 },
      ],
    } as unknown as WaveRows['draw'];
    expect(makeWave(rows({ interviews: [interview('a', 'small')], draw })).data.design.strata).toEqual([
      { name: 'small', population: 5 },
      { name: 'large', population: 7 },
    ]);
    expect(makeWave(rows({})).data.design.strata.every(({ population }) => population === null)).toBe(true);
  });
});

describe('coding in force', () => {
  const codes = [
    code('krav'),
    code('krav.klassa', { parent: 'krav' }),
    code('krav.iso', { parent: 'krav' }),
    code('old', { status: 'merged', successor: 'krav.iso' }),
  ];
  const mentions = (of: WaveRows, name: string) => [...mentioning(makeWave(of).data, [name]).of];

  it('is the settled layer, one coder alone, or what all agree on', () => {
    const of = rows({
      codes,
      segments: [
        segment('a', 'krav.klassa', 'k'),
        segment('a', 'krav.iso', 'm', { settled: true }),
        segment('b', 'krav.klassa', 'k'),
        segment('c', 'krav.klassa', 'k'),
        segment('c', 'krav.iso', 'k'),
        segment('c', 'old', 'm', { start: 2, end: 9 }),
      ],
    });
    expect(mentions(of, 'krav.klassa')).toEqual([0, 1, 0]);
    // What was merged counts where it went, so both coders of c mention iso.
    expect(mentions(of, 'krav.iso')).toEqual([1, 0, 1]);
    expect(mentions(of, 'krav')).toEqual([1, 1, 1]);
    expect(makeWave(of).coding).toEqual({ settled: 1, single: 1, agreed: 1 });
  });

  it('has nothing of an answer that was settled as empty', () => {
    const decision = { interview: 'b', question: 'A1.1', value: null } as DecisionRow;
    const of = rows({ codes, segments: [segment('b', 'krav.klassa', 'k')], decisions: [decision] });
    expect(mentions(of, 'krav.klassa')).toEqual([0, 0, 0]);
  });
});

describe('judgements', () => {
  const judged = (interview: string, coder: string, value: string) => ({
    id: `${interview}/control_degree/${coder}/-`,
    interview,
    judgement: 'control_degree',
    coder,
    round: null,
    value,
  });
  it('hold where all agree or somebody settled; who differ stand with those whose notes do not tell', () => {
    const of = rows({
      judgements: [
        judged('a', 'k', 'sample'),
        judged('a', 'm', 'sample'),
        judged('b', 'k', 'sample'),
        judged('b', 'm', 'no'),
        judged('c', 'k', 'no'),
        judged('c', 'm', 'sample'),
      ],
      decisions: [{ interview: 'c', question: 'control_degree', value: 'systematically' } as DecisionRow],
    });
    expect([...column(of, 'control_degree').of]).toEqual([1, NOT_SHOWN, 0]);
    expect(makeWave(of).data.columns.filter(({ kind }) => kind === 'judgement')).toHaveLength(1);
  });
});

describe('mentioning in one question', () => {
  it('is of those to whom it was put, whatever they mention elsewhere', () => {
    const of = rows({
      codes: [code('krav')],
      answers: [
        answer('a', 'A1.1', {}),
        answer('b', 'A1.1', { state: 'dont_know' }),
        answer('c', 'A1.1', { state: 'not_asked' }),
      ],
      segments: [segment('a', 'krav', 'k'), segment('b', 'krav', 'k', { id: 'x/A1.2' })],
    });
    expect([...mentioningIn(makeWave(of).data, 'A1.1', ['krav']).of]).toEqual([1, 0, 2]);
    expect([...(makeWave(of).data.states?.get('A1.1') ?? [])]).toEqual([ANSWERED, NOT_ANSWERED, NOT_ASKED]);
  });
});
