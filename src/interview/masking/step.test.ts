import { expect, it } from 'vitest';
import { accept, decide, questionsOf, type ReviewState, spansOf, startReview } from '../../masking/index.ts';
import { nextSpan, placesOf, stepOf } from './step.ts';

const none = { kind: 'none' } as const;
const start = startReview(
  [
    { id: 'a', text: 'Vi gör som Anneli Ek säger i Vara kommun.' },
    { id: 'b', text: 'Mark har en egen, den har de fått låna.' },
  ],
  { municipality: 'Vara' },
);
const answer = (state: ReviewState): ReviewState =>
  questionsOf(state).reduce((now, question) => {
    const outcome = decide(now, question.key, 'mask');
    return outcome.ok ? outcome.value : now;
  }, state);

it('asks for the certain ones together, then each question, then is done', () => {
  expect(stepOf(start, none)).toEqual({ kind: 'accept', count: 2 });
  const accepted = accept(start);
  const asked = stepOf(accepted, none);
  expect(asked.kind).toBe('question');
  expect(placesOf(asked)).toHaveLength(1);
  expect(stepOf(answer(accepted), none)).toEqual({ kind: 'done' });
});

it('takes up a place that was chosen, and walks round all places', () => {
  const [first] = spansOf(start, 'a');
  if (!first) throw new Error('no span');
  const focus = { kind: 'span', in: 'a', start: first.start } as const;
  expect(stepOf(start, focus)).toEqual({ kind: 'chosen', span: first });
  expect(nextSpan(start, none, 1)).toEqual(focus);
  expect(nextSpan(start, focus, -1)).toMatchObject({ kind: 'span', in: 'b' });
  expect(stepOf(start, { kind: 'span', in: 'b', start: 0 }).kind).toBe('question');
});
