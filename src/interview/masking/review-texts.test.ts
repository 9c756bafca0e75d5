import { expect, it } from 'vitest';
import definition from '../../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { accept, isComplete, spansOf } from '../../masking/index.ts';
import type { InterviewDraft } from '../../study/draft.ts';
import { cycleQuote, editNotes } from '../../study/draft-notes.ts';
import { beginDraft, giveConsent } from '../../study/draft-rules.ts';
import type { Json } from '../../study/json.ts';
import { parseInstrument } from '../../study/parse-instrument.ts';
import { maskedOf, reviewOf } from './review-texts.ts';

const parsed = parseInstrument(definition as Json);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;
const begun = giveConsent(
  beginDraft('d', { id: 'w' }, { id: 'c', name: 'Vara kommun', stratum: 's' }, instrument, 'h'),
  '1',
  'AAAAABBBBB',
);
const write = (draft: InterviewDraft, id: string, text: string): InterviewDraft =>
  editNotes(draft, id, text, text.length);
const keep = (draft: InterviewDraft): InterviewDraft => ({
  ...draft,
  review: JSON.parse(JSON.stringify(reviewOf(draft, instrument))) as Json,
});

it('reads what was written, and the free notes at the end', () => {
  const draft = { ...write(begun, 'A2.2', 'I Vara gör vi så.'), closing: 'Ring 070-123 45 67.' };
  const review = reviewOf(draft, instrument);
  expect(review.texts.map(({ id }) => id)).toEqual(['A2.2', instrument.closingNotes]);
  expect(spansOf(review, instrument.closingNotes)[0]?.kind).toBe('phone');
});

it('goes on where it was, with texts changed, added and emptied in between', () => {
  const one = keep(write(write(begun, 'A1.1', 'Vi gör så.'), 'A2.2', 'I Vara gör vi så.'));
  const accepted = { ...one, review: accept(reviewOf(one, instrument)) as unknown as Json };
  expect(isComplete(reviewOf(accepted, instrument))).toBe(true);
  const two = write(write(accepted, 'A1.1', ''), 'A3.1', 'Säger Anneli Ek.');
  const review = reviewOf(two, instrument);
  expect(review.texts.map(({ id }) => id)).toEqual(['A2.2', 'A3.1']);
  expect(isComplete(review)).toBe(false);
});

it('begins anew what another version left', () => {
  const draft = { ...write(begun, 'A1.1', 'Vi gör så.'), review: { version: 0 } };
  expect(reviewOf(draft, instrument).texts).toHaveLength(1);
});

it('hands out masked texts with their quotes on the right words', () => {
  const typed = write(begun, 'A2.2', 'Anneli Ek säger nej. Vi gör så i Vara kommun varje år.');
  const draft = cycleQuote(typed, 'A2.2', 30, 30);
  const masked = maskedOf(draft, reviewOf(draft, instrument))['A2.2'];
  expect(masked?.text).toBe('[PERSON 1] säger nej. Vi gör så i [KOMMUN] varje år.');
  const [quote] = masked?.quotes ?? [];
  expect(quote && masked?.text.slice(quote.start, quote.end)).toBe('Vi gör så i [KOMMUN] varje år.');
});
