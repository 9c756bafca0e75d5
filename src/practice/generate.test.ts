import { beforeAll, describe, expect, it } from 'vitest';
import codebook from '../../questionnaires/it-sakerhet-upphandling/2025/codebook.json' with { type: 'json' };
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { ANSWER_STATES } from '../study/answer.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import { parseReceipt } from '../study/receipt.ts';
import { BANK } from './bank/index.ts';
import { generatePractice, type PracticeStudy } from './generate.ts';

const parsed = parseInstrument(definition);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;
const questions = instrument.sections.flatMap((section) => section.questions);
const strata = ['norr', 'söder', 'öster'];
const make = (interviews: number, seed: string | number = 'övning') =>
  generatePractice({ seed, interviews, instrument, strata });

describe('the bank', () => {
  it('has passages for every question', () => {
    expect(Object.keys(BANK)).toEqual(questions.map((question) => question.id));
  });

  it('has at least three passages for every code, those of the opposite included', () => {
    const count = new Map<string, number>();
    for (const passage of Object.values(BANK).flat()) {
      for (const code of passage.codes) count.set(code, (count.get(code) ?? 0) + 1);
    }
    const codes = codebook.codes.map((code) => code.id);
    expect(codes.filter((code) => (count.get(code) ?? 0) < 3)).toEqual([]);
    expect([...count.keys()].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('gives reason for every pre-code but those nobody says, and for none that is not there', () => {
    for (const question of questions) {
      const known = question.preCodeLists.flatMap((list) => list.preCodes.map((code) => code.value));
      const said = new Set((BANK[question.id] ?? []).flatMap((passage) => passage.pre));
      expect([question.id, ...[...said].filter((value) => !known.includes(value))]).toEqual([question.id]);
      expect([question.id, ...known.filter((value) => !said.has(value))]).toEqual([question.id]);
    }
  });
});

describe('generatePractice', { timeout: 60_000 }, () => {
  let study: PracticeStudy;
  beforeAll(() => {
    study = make(100);
  });

  it('gives the same study for the same seed, another for another', () => {
    expect(make(100)).toEqual(study);
    expect(make(100, 'annan')).not.toEqual(study);
    expect(make(40).interviews).toEqual(study.interviews.slice(0, 40));
  });

  it('answers every question and the closing in each interview, with what the instrument knows', () => {
    for (const interview of study.interviews) {
      expect(interview.answers.map((answer) => answer.question)).toEqual([
        ...questions.map((question) => question.id),
        instrument.closingNotes,
      ]);
      for (const answer of interview.answers) {
        expect(ANSWER_STATES).toContain(answer.state);
        const question = questions.find((candidate) => candidate.id === answer.question);
        for (const [name, values] of Object.entries(answer.pre)) {
          const list = question?.preCodeLists.find((candidate) => candidate.name === name);
          const known = list?.preCodes.map((code) => code.value) ?? [];
          expect(known.filter((value) => values.includes(value))).toEqual(values);
          if (list?.many === false) expect(values).toHaveLength(1);
          if (list?.preCodes.some((code) => code.exclusive && values.includes(code.value))) {
            expect(values).toHaveLength(1);
          }
        }
        const probes = question?.probes.map((probe) => probe.id) ?? [];
        expect(answer.probes.filter((probe) => !probes.includes(probe))).toEqual([]);
        if (answer.state !== 'answered')
          expect([answer.pre, answer.probes, answer.quotes]).toEqual([{}, [], []]);
      }
    }
  });

  it('marks quotes inside the notes, those word for word between quotation marks', () => {
    const marks = study.interviews.flatMap((interview) =>
      interview.answers.flatMap((answer) =>
        answer.quotes.map((quote) => ({ ...quote, notes: answer.notes })),
      ),
    );
    expect(marks.length).toBeGreaterThan(80);
    for (const { start, end, kind, notes } of marks) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(notes.length);
      if (kind === 'verbatim') expect(`${notes[start - 1]}${notes[end]}`).toBe('””');
    }
  });

  it('is varied: states, roles, modes, lengths, and hardly two texts alike', () => {
    const answers = study.interviews.flatMap((interview) => interview.answers);
    for (const state of ANSWER_STATES) {
      expect(answers.filter((answer) => answer.state === state).length).toBeGreaterThan(2);
    }
    const backgrounds = study.interviews.map((interview) => interview.background);
    for (const role of instrument.roles) {
      expect(backgrounds.filter((background) => background.role === role.value).length).toBeGreaterThan(2);
    }
    expect(new Set(backgrounds.map((background) => background.mode)).size).toBe(3);
    expect(backgrounds.filter((background) => background.completeness === 'partial').length).toBeGreaterThan(
      3,
    );
    const texts = answers.filter((answer) => answer.state === 'answered' && answer.notes !== '');
    expect(new Set(texts.map((answer) => answer.notes)).size / texts.length).toBeGreaterThan(0.75);
    const lengths = texts.map((answer) => answer.notes.length);
    expect(lengths.filter((length) => length < 60).length).toBeGreaterThan(100);
    expect(lengths.filter((length) => length > 400).length).toBeGreaterThan(30);
  });

  it('uses passages of every code somewhere in a hundred interviews', () => {
    const all = study.interviews
      .flatMap((interview) => interview.answers.map((answer) => answer.notes))
      .join('\n');
    const plain = (text: string) => text.replace(/\{.*$/, '').slice(0, 40);
    const said = (passage: { readonly text: string }) =>
      plain(passage.text).length > 8 && all.includes(plain(passage.text));
    const unsaid = codebook.codes.filter(
      (code) =>
        !Object.values(BANK)
          .flat()
          .some((passage) => passage.codes.includes(code.id) && said(passage)),
    );
    expect(unsaid.map((code) => code.id)).toEqual([]);
  });

  it('leaves no sign of the workshop in a text', () => {
    for (const answer of study.interviews.flatMap((interview) => interview.answers)) {
      expect(answer.notes).not.toMatch(/[{}|«»]|undefined| {2}/);
    }
  });

  it('gives each interview a receipt of its own that can be read', () => {
    const receipts = study.interviews.map((interview) => interview.receipt);
    expect(new Set(receipts).size).toBe(100);
    for (const receipt of receipts) expect(parseReceipt(receipt).ok).toBe(true);
  });

  it('makes ten thousand interviews in less than five seconds', () => {
    // Processor time, so that a busy machine does not fail it.
    const before = process.cpuUsage();
    expect(make(10_000, 1).interviews).toHaveLength(10_000);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
  }, 60_000);
});
