import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import type { InterviewDraft } from './draft.ts';
import {
  answerAs,
  editAreaNotes,
  freeNotesOf,
  handedOnTo,
  handOn,
  sectionOf,
  stepFrom,
} from './draft-areas.ts';
import { coarseRole, toHandIn } from './draft-hand-in.ts';
import { editNotes } from './draft-notes.ts';
import { completeness, leftOf } from './draft-progress.ts';
import { ALL_SECTIONS, beginDraft, giveConsent, questionsOf, roleIn, toggleFlag } from './draft-rules.ts';
import type { Json } from './json.ts';
import { parseInstrument } from './parse-instrument.ts';

const parsed = parseInstrument(definition as Json);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;
const begun = giveConsent(
  beginDraft('d', { id: 'w' }, { id: 'c', name: 'Vara', stratum: 's' }, instrument, 'h'),
  '1',
  'AAAAA',
);
const ask = (draft: InterviewDraft, sections: readonly string[]): InterviewDraft =>
  questionsOf(instrument)
    .filter(({ section }) => sections.includes(section))
    .reduce((so, { id }) => editNotes(so, id, `om ${id}`, 0), draft);
const OTHERS = ['A2', 'A3', 'A4', 'A5', 'A6', 'A7'];
const places = [...questionsOf(instrument).map(({ id }) => id), instrument.closingNotes];
const maskAll = (draft: InterviewDraft) =>
  Object.fromEntries(
    [...Object.keys(draft.answers), ...freeNotesOf(draft, instrument).map(({ id }) => id)].map((id) => [
      id,
      { text: `[${id}]`, quotes: [] },
    ]),
  );

describe('an area left to somebody else', () => {
  it('is told apart from what nobody asked, until somebody answers it', () => {
    const it1 = handOn(ask(answerAs(begun, ALL_SECTIONS, 'it'), OTHERS), 'A1', 'procurement');
    expect(handedOnTo(it1, 'A1')).toBe('procurement');
    const left = leftOf(it1, instrument);
    expect(left.handedOn.map(({ id }) => id)).toEqual(['A1.1', 'A1.2', 'A1.3']);
    expect(left.unasked).toEqual([]);
    const answered = ask(answerAs(it1, 'A1', 'procurement'), ['A1']);
    expect(handedOnTo(answered, 'A1')).toBeUndefined();
    expect([roleIn(answered, 'A1'), roleIn(answered, 'A2')]).toEqual(['procurement', 'it']);
    expect(coarseRole(answered, instrument)).toBe('several');
    expect(completeness(answered, instrument)).toBe('complete');
  });
  it('is taken back by the same key, and by one who answers everything', () => {
    const left = handOn(begun, 'A3', 'infosec');
    expect(handedOnTo(handOn(left, 'A3', 'infosec'), 'A3')).toBeUndefined();
    expect(handedOnTo(handOn(left, 'A3', 'it'), 'A3')).toBe('it');
    expect(answerAs(left, ALL_SECTIONS, 'it').handedOn).toEqual({});
  });
  it('never leaves the device: whom it was left to is the draft’s', () => {
    const draft = handOn(ask(begun, OTHERS), 'A1', 'procurement');
    const handed = toHandIn(draft, instrument, maskAll(draft), 'f'.repeat(64));
    if (!handed.ok) throw new Error(handed.error.type);
    expect(JSON.stringify(handed.value)).not.toMatch(/handedOn|procurement/);
  });
  it('flags stand first, and once', () => {
    const left = leftOf(handOn(toggleFlag(begun, 'A1.2'), 'A1', 'it'), instrument);
    expect(left.flagged.map(({ id }) => id)).toEqual(['A1.2']);
    expect([...left.unasked, ...left.handedOn].map(({ id }) => id)).not.toContain('A1.2');
  });
});

describe('free notes about an area', () => {
  it('are masked and handed in like an answer; empty ones go along, so that none is told apart', () => {
    const draft = editAreaNotes(ask(begun, OTHERS), 'A2', 'Anneli bryr sig om allt här', 3);
    const handed = toHandIn(draft, instrument, maskAll(draft), 'f'.repeat(64));
    if (!handed.ok) throw new Error(handed.error.type);
    const free = handed.value.answers.slice(questionsOf(instrument).length);
    expect(free.map(({ question }) => question)).toEqual([
      ...instrument.sections.map(({ id }) => id),
      instrument.closingNotes,
    ]);
    expect(free.filter(({ state }) => state === 'answered').map(({ notes }) => notes)).toEqual(['[A2]']);
    expect(JSON.stringify(handed.value)).not.toMatch(/Anneli/);
  });
  it('are refused unmasked', () => {
    const draft = editAreaNotes(ask(begun, OTHERS), 'A2', 'Anneli', 3);
    const { A2: _, ...masked } = maskAll(draft);
    expect(toHandIn(draft, instrument, masked, 'f'.repeat(64))).toEqual({
      ok: false,
      error: { type: 'not_masked', question: 'A2' },
    });
  });
  it('are read of drafts begun before there were any', () => {
    expect(freeNotesOf({ ...begun, closing: 'x' }, instrument).at(-1)).toEqual({
      id: instrument.closingNotes,
      text: 'x',
    });
  });
});

describe('walking', () => {
  const step = (place: string, by: 1 | -1): string => stepFrom(instrument, places, place, by);
  it('goes to the next question and ends at the closing', () => {
    expect([step('A1.3', 1), step('A1.1', -1), step('A7.3', 1)]).toEqual([
      'A2.1',
      'A1.1',
      instrument.closingNotes,
    ]);
    expect(step(instrument.closingNotes, -1)).toBe('A7.3');
  });
  it('goes from an area into its first question, or back to what comes before it', () => {
    expect([step('A2', 1), step('A2', -1), step('A1', -1)]).toEqual(['A2.1', 'A1.3', 'A1.1']);
  });
  it('passes every question once from the first to the end', () => {
    fc.assert(
      fc.property(fc.nat(places.length - 2), (at) => {
        expect(step(places[at] ?? '', 1)).toBe(places[at + 1]);
        expect(step(places[at + 1] ?? '', -1)).toBe(places[at]);
      }),
    );
  });
  it('knows the area of a question and of the area itself', () => {
    expect([sectionOf(instrument, 'A4.2')?.id, sectionOf(instrument, 'A4')?.id]).toEqual(['A4', 'A4']);
    expect(sectionOf(instrument, instrument.closingNotes)).toBeUndefined();
  });
});
