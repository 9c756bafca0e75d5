import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accept,
  canUndo,
  decide,
  decideHere,
  editText,
  extend,
  isComplete,
  mapRanges,
  markByHand,
  maskedTexts,
  progressOf,
  questionsOf,
  type ReviewState,
  spansOf,
  startReview,
  undo,
} from './index.ts';

const context = { municipality: 'Vara' };
const value = (outcome: { ok: true; value: ReviewState } | { ok: false; error: unknown }): ReviewState => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};
const answerAll = (state: ReviewState, verdict: 'mask' | 'keep'): ReviewState => {
  let current = accept(state);
  for (const question of questionsOf(current)) current = value(decide(current, question.key, verdict));
  return current;
};
const texts = [
  { id: 'A2.2', text: 'Efter strömavbrottet i våras gick vi igenom avtalet med Habo Energi, säger Anneli.' },
  {
    id: 'A4.3',
    text: 'Tillsammans med it-nämnden i Skaraborg har Vara en lista. Mark har en egen. Anneli Ek sköter den. Mark har fler.',
  },
];

describe('the review', () => {
  test('pre-masks what is certain, asks once about the rest, and is complete when both are dealt with', () => {
    const state = startReview(texts, context);
    expect(questionsOf(state).map(({ text, places }) => [text, places.length])).toEqual([['Mark', 2]]);
    expect(isComplete(accept(state))).toBe(false);
    const done = answerAll(state, 'mask');
    expect(isComplete(done)).toBe(true);
    expect(isComplete({ ...done, said: { ...done.said, accepted: false } })).toBe(false);
    expect(maskedTexts(done).map(({ text }) => text)).toEqual([
      'Efter [INCIDENT] gick vi igenom avtalet med [LEVERANTÖR 1], säger [PERSON 1].',
      'Tillsammans med [SAMVERKAN] har [KOMMUN] en lista. [KOMMUN 2] har en egen. [PERSON 1] sköter den. [KOMMUN 2] har fler.',
    ]);
  });

  test('a question answered "keep" leaves the word; one place can be judged apart', () => {
    const kept = answerAll(startReview(texts, context), 'keep');
    expect(maskedTexts(kept)[1]?.text).toContain('Mark har en egen');
    const span = spansOf(kept, 'A4.3').find(({ status }) => status === 'kept');
    if (span === undefined) throw new Error('no kept span');
    const one = value(decideHere(kept, span, 'mask'));
    expect(maskedTexts(one)[1]?.text).toContain(
      '[KOMMUN 2] har en egen. [PERSON 1] sköter den. Mark har fler.',
    );
  });

  test('what the guard refuses cannot be kept', () => {
    const state = startReview([{ id: 'a', text: 'Ring mig på 070-123 45 67.' }], context);
    const [span] = spansOf(state, 'a');
    if (span === undefined) throw new Error('no span');
    expect(decide(state, span.question, 'keep')).toMatchObject({
      ok: false,
      error: { type: 'guard_refuses' },
    });
    expect(decideHere(state, span, 'keep')).toMatchObject({ ok: false, error: { type: 'guard_refuses' } });
  });

  test('security details are pointed out and stay unless a person masks them', () => {
    const state = startReview(
      [{ id: 'a', text: 'Vi kör fortfarande Windows Server 2012 i källaren.' }],
      context,
    );
    expect(questionsOf(state)).toMatchObject([{ kind: 'security_detail', lean: 'keep' }]);
    expect(maskedTexts(state)[0]?.text).toContain('Windows Server 2012');
    expect(maskedTexts(answerAll(state, 'mask'))[0]?.text).toContain('[SÄKERHETSUPPGIFT]');
  });

  test('marks by hand grow over what they cut and can be undone', () => {
    const state = startReview([{ id: 'a', text: 'Han på kulturhuset heter Sven Berg.' }], context);
    const marked = value(markByHand(state, 'a', { start: 7, end: 27 }, 'person'));
    expect(maskedTexts(marked)[0]?.text).toBe('Han på [PERSON 2].');
    expect(canUndo(marked)).toBe(true);
    expect(maskedTexts(undo(marked))[0]?.text).toBe('Han på kulturhuset heter [PERSON 1].');
    expect(markByHand(state, 'a', { start: 5, end: 500 }, 'person')).toMatchObject({ ok: false });
  });

  test('extending keeps the placeholder', () => {
    const state = startReview([{ id: 'a', text: 'Vi frågade gamle Anneli på vaktmästeriet.' }], context);
    const [span] = spansOf(state, 'a');
    if (span === undefined) throw new Error('no span');
    expect(maskedTexts(value(extend(state, span, { start: 11, end: 40 })))[0]?.text).toBe(
      'Vi frågade [PERSON 1].',
    );
  });

  test('editing a text keeps what still holds', () => {
    const before = value(
      markByHand(answerAll(startReview(texts, context), 'keep'), 'A2.2', { start: 0, end: 5 }, 'incident'),
    );
    const after = editText(
      before,
      'A2.2',
      'Efter strömavbrottet i våras gick vi sakta igenom avtalet med Habo Energi, säger Anneli.',
    );
    expect(after.said.marks).toHaveLength(1);
    expect(isComplete(after)).toBe(true);
    const named = editText(
      after,
      'A2.2',
      'Efter strömavbrottet i våras gick Gunilla igenom avtalet med Habo Energi, säger Anneli.',
    );
    expect(isComplete(named)).toBe(false);
    expect(maskedTexts(named)[0]?.text).toContain(
      '[PERSON 2] igenom avtalet med [LEVERANTÖR 1], säger [PERSON 1]',
    );
  });

  test('quote marks follow the text and never show half a placeholder', () => {
    const state = answerAll(
      startReview([{ id: 'a', text: 'Ja, Anneli Ek sa att det är svårt.' }], context),
      'mask',
    );
    const [masked] = maskedTexts(state);
    if (masked === undefined) throw new Error('no text');
    const [quote] = mapRanges([{ start: 11, end: 33, kind: 'verbatim' as const }], masked);
    expect(quote && masked.text.slice(quote.start, quote.end)).toBe('[PERSON 1] sa att det är svårt');
    const [within] = mapRanges([{ start: 5, end: 8 }], masked);
    expect(within && masked.text.slice(within.start, within.end)).toBe('[PERSON 1]');
  });

  test('its state is JSON and its progress can be told', () => {
    const state = answerAll(startReview(texts, context), 'mask');
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(progressOf(state)).toMatchObject({
      open: 0,
      refused: 0,
      accepted: true,
      masked: { person: 2, company: 1, incident: 1 },
    });
  });

  test('whatever is typed, a complete review passes the guard', () => {
    const word = fc.constantFrom(
      '070',
      '123',
      '45',
      '67',
      '850709',
      '9805',
      '-',
      'anna',
      '@',
      'vara.se',
      'Vara',
      'i',
      'säger',
      'Karin',
      'www.',
      '.',
      '\n',
      '\u200b',
      'å',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.boolean(), (words, spaced) => {
        const state = answerAll(
          startReview([{ id: 'a', text: words.join(spaced ? ' ' : '') }], context),
          'mask',
        );
        let current = state;
        for (const span of spansOf(current, 'a'))
          if (span.status === 'refused') current = value(decideHere(current, span, 'mask'));
        expect(isComplete(current)).toBe(true);
      }),
    );
  });
});
