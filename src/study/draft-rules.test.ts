import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { answerOf, type InterviewDraft } from './draft.ts';
import { coarseRole, toHandIn } from './draft-hand-in.ts';
import { editNotes } from './draft-notes.ts';
import { askedCount, completeness, questionProgress, unasked } from './draft-progress.ts';
import * as rules from './draft-rules.ts';
import type { PreCodeList } from './instrument.ts';
import type { Json } from './json.ts';
import { parseInstrument } from './parse-instrument.ts';

const parsed = parseInstrument(definition as Json);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;
const questions = rules.questionsOf(instrument);
const fresh = rules.beginDraft(
  'd1',
  { id: 'w1' },
  { id: 'c1', name: 'Exempelkommunen', stratum: 's1' },
  instrument,
  'h1',
);
const begun = rules.giveConsent(fresh, '2025-1', 'AAAAA-BBBBB');
const list = (id: string, name: string): PreCodeList => {
  const found = questions.find((q) => q.id === id)?.preCodeLists.find((l) => l.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const ask = (draft: InterviewDraft, ids: readonly string[]): InterviewDraft =>
  ids.reduce((d, id) => editNotes(d, id, `svar på ${id}`, 4), draft);
const areas = (count: number): readonly string[] =>
  instrument.sections.slice(0, count).flatMap((s) => s.questions.map((q) => q.id));

describe('beginning', () => {
  it('stands at the first question of the opening, with nothing asked', () => {
    expect(fresh.stage).toBe('opening');
    expect(fresh.position.question).toBe('A1.1');
    expect(askedCount(fresh, instrument)).toBe(0);
  });
  it('asks nothing before consent, and consent is given once', () => {
    expect(rules.toStage(fresh, 'asking').stage).toBe('opening');
    expect(begun.stage).toBe('asking');
    expect(rules.giveConsent(begun, 'other', 'CCCCC-DDDDD').receipt).toBe('AAAAA-BBBBB');
  });
});

describe('pre-codes', () => {
  const method = list('A1.1', 'a1_1_method');
  const scope = list('A1.1', 'a1_1_scope');
  const set = (draft: InterviewDraft, of: PreCodeList, ...values: string[]): readonly string[] =>
    answerOf(
      values.reduce((d, value) => rules.togglePreCode(d, 'A1.1', of, value), draft),
      'A1.1',
    ).pre[of.name] ?? [];

  it('sets many in the order of the list, and one where one holds', () => {
    expect(set(begun, method, 'own_method', 'klassa')).toEqual(['klassa', 'own_method']);
    expect(set(begun, scope, 'scope_all', 'scope_some')).toEqual(['scope_some']);
    expect(set(begun, scope, 'scope_all', 'scope_all')).toEqual([]);
  });
  it('lets an exclusive one stand alone, both ways', () => {
    expect(set(begun, method, 'klassa', 'none')).toEqual(['none']);
    expect(set(begun, method, 'none', 'klassa')).toEqual(['klassa']);
  });
  it('makes the question answered, and not asked when taken back', () => {
    const once = rules.togglePreCode(begun, 'A1.1', method, 'klassa');
    expect(answerOf(once, 'A1.1').state).toBe('answered');
    const back = rules.togglePreCode(once, 'A1.1', method, 'klassa');
    expect(answerOf(back, 'A1.1')).toMatchObject({ state: 'not_asked', pre: {} });
  });
  it('ignores a value the list does not have', () => {
    expect(rules.togglePreCode(begun, 'A1.1', method, 'unknown')).toBe(begun);
  });
  it('never holds two where one is exclusive or only one may be set', () => {
    const values = fc.array(
      fc.constantFrom(...method.preCodes.map((code) => code.value), 'scope_all', 'scope_some'),
    );
    fc.assert(
      fc.property(values, (keys) => {
        const end = keys.reduce(
          (d, key) => rules.togglePreCode(d, 'A1.1', key.startsWith('scope') ? scope : method, key),
          begun,
        );
        const { pre } = answerOf(end, 'A1.1');
        expect((pre[scope.name] ?? []).length).toBeLessThanOrEqual(1);
        if (pre[method.name]?.includes('none')) expect(pre[method.name]).toEqual(['none']);
      }),
    );
  });
});

describe('states, probes, flags, roles', () => {
  it('keeps the notes whatever the state, and pressing again takes the state back', () => {
    const typed = ask(begun, ['A1.1']);
    const refused = rules.toggleState(typed, 'A1.1', 'refused');
    expect(answerOf(refused, 'A1.1')).toMatchObject({ state: 'refused', notes: 'svar på A1.1' });
    expect(answerOf(rules.toggleState(refused, 'A1.1', 'refused'), 'A1.1').state).toBe('answered');
    expect(answerOf(rules.toggleState(refused, 'A1.1', 'dont_know'), 'A1.1').state).toBe('dont_know');
  });
  it('counts a question as in progress while one is at it, has probed, or will come back', () => {
    expect(questionProgress(begun, 'A2.1')).toBe('unasked');
    expect(questionProgress(rules.toggleProbe(begun, 'A2.1', 'a2_1_example'), 'A2.1')).toBe('in_progress');
    expect(questionProgress(ask(begun, ['A2.1']), 'A2.1')).toBe('in_progress');
    expect(questionProgress(rules.moveTo(ask(begun, ['A2.1']), 'A2.2', 0), 'A2.1')).toBe('done');
    expect(questionProgress(rules.toggleFlag(ask(begun, ['A2.1', 'A2.2']), 'A2.1'), 'A2.1')).toBe(
      'in_progress',
    );
  });
  it('holds a role for one area over the one for all, until all are said anew', () => {
    const all = rules.setRole(begun, rules.ALL_SECTIONS, 'it');
    const one = rules.setRole(all, 'A1', 'procurement');
    expect(rules.roleIn(one, 'A1')).toBe('procurement');
    expect(rules.roleIn(one, 'A2')).toBe('it');
    expect(rules.roleIn(rules.setRole(one, rules.ALL_SECTIONS, 'infosec'), 'A1')).toBe('infosec');
  });
});

describe('how complete it is', () => {
  it.each([
    [7, 'complete'],
    [6, 'complete'],
    [5, 'partial'],
    [4, 'partial'],
    [3, 'breakoff'],
    [0, 'breakoff'],
  ] as const)('%i of 7 areas is %s', (count, expected) => {
    expect(completeness(ask(begun, areas(count)), instrument)).toBe(expected);
  });
  it('counts an area only when all of it was asked, whatever came of it', () => {
    const almost = ask(
      begun,
      areas(6).filter((id) => id !== 'A3.2'),
    );
    expect(completeness(almost, instrument)).toBe('partial');
    expect(completeness(almost, instrument, '{"complete":5}')).toBe('complete');
    expect(completeness(almost, instrument, '{"partial":6}')).toBe('breakoff');
    expect(completeness(rules.toggleState(almost, 'A3.2', 'dont_know'), instrument)).toBe('complete');
    expect(unasked(almost, instrument).map((q) => q.id)).toEqual(['A3.2', 'A7.1', 'A7.2', 'A7.3']);
  });
});

describe('handing in', () => {
  const masked = (draft: InterviewDraft) =>
    Object.fromEntries(Object.keys(draft.answers).map((id) => [id, { text: `[${id}]`, quotes: [] }]));

  it('takes masked texts only, all questions, and nothing of the case', () => {
    const done = rules.setRole(ask(begun, areas(6)), rules.ALL_SECTIONS, 'it');
    const handed = toHandIn(done, instrument, masked(done), 'f'.repeat(64));
    if (!handed.ok) throw new Error(handed.error.type);
    expect(handed.value.answers).toHaveLength(21 + 7 + 1);
    expect(handed.value.answers[0]).toMatchObject({ question: 'A1.1', notes: '[A1.1]', state: 'answered' });
    expect(handed.value.answers[20]).toMatchObject({ question: 'A7.3', notes: '', state: 'not_asked' });
    expect(handed.value.background).toEqual({
      role: 'it',
      language: 'sv',
      mode: 'telephone',
      completeness: 'complete',
    });
    expect(JSON.stringify(handed.value)).not.toMatch(/svar på|Exempelkommunen|c1|AAAAA/);
  });
  it('refuses a text that was not masked, a break-off, and an interview without consent', () => {
    const done = ask(begun, areas(6));
    const { 'A2.2': _, ...rest } = masked(done);
    expect(toHandIn(done, instrument, rest, '')).toMatchObject({
      error: { type: 'not_masked', question: 'A2.2' },
    });
    const short = ask(begun, areas(2));
    expect(toHandIn(short, instrument, masked(short), '')).toMatchObject({ error: { type: 'breakoff' } });
    expect(toHandIn({ ...done, consent: null }, instrument, masked(done), '')).toMatchObject({
      error: { type: 'no_consent' },
    });
    const added = { ...done, closing: 'mer' };
    expect(toHandIn(added, instrument, masked(added), '')).toMatchObject({
      error: { type: 'not_masked', question: instrument.closingNotes },
    });
  });
  it('says several when roles differ among areas that were asked', () => {
    const two = rules.setRole(rules.setRole(ask(begun, areas(2)), 'A1', 'it'), 'A2', 'procurement');
    expect(coarseRole(two, instrument)).toBe('several');
    expect(coarseRole(rules.setRole(two, 'A2', 'it'), instrument)).toBe('it');
    expect(coarseRole(rules.setRole(ask(begun, areas(1)), 'A7', 'it'), instrument)).toBe('other');
  });
});
