import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDraftAnswer, type InterviewDraft } from './draft.ts';
import { addMeasures, type InterviewMeasures, measuresOf, median, qualityOf } from './own-quality.ts';

const draft = (more: Partial<InterviewDraft> = {}): InterviewDraft =>
  ({
    id: 'd',
    wave: 'w',
    case: 'c',
    caseName: 'Vara kommun',
    stratum: 'norr',
    talked: 31 * 60_000 + 40_000,
    answers: {
      'A1.1': {
        ...emptyDraftAnswer,
        state: 'answered',
        notes: 'Ja, Anneli klassar allt – alltid.',
        probes: ['p1', 'p2'],
        quotes: [
          { start: 0, end: 2, kind: 'verbatim' },
          { start: 4, end: 9, kind: 'notes' },
        ],
      },
      'A1.2': { ...emptyDraftAnswer, state: 'dont_know' },
      'A1.3': { ...emptyDraftAnswer, state: 'refused' },
      'A2.1': emptyDraftAnswer,
    },
    ...more,
  }) as InterviewDraft;

describe('the measures of one interview', () => {
  it('count what was asked, said and used', () => {
    expect(measuresOf(draft())).toEqual({
      id: 'd',
      wave: 'w',
      minutes: 32,
      asked: 3,
      dontKnow: 1,
      refused: 1,
      probes: 2,
      quotes: 2,
      verbatim: 1,
      words: [5],
    });
  });
  it('hold nothing of what was said, of the case or of when', () => {
    expect(JSON.stringify(measuresOf(draft({ onPaper: '2026-11-20T08:05:00.000Z' })))).not.toMatch(
      /Anneli|Vara|norr|2026|"c"/,
    );
  });
  it('have no length where there was a sheet instead of a call', () => {
    expect(measuresOf(draft({ onPaper: 'x' })).minutes).toBeNull();
  });
});

const measures = (id: string, more: Partial<InterviewMeasures> = {}): InterviewMeasures => ({
  ...measuresOf(draft({ id })),
  ...more,
});

describe('over several', () => {
  it('an interview handed in again replaces itself, and order says nothing', () => {
    const kept = addMeasures(addMeasures([], measures('b')), measures('a'));
    expect(kept.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(addMeasures(kept, measures('b', { asked: 21 })).map(({ asked }) => asked)).toEqual([3, 21]);
  });
  it('are medians, shares with their denominators, and means', () => {
    const all = [
      measures('a', { minutes: 20 }),
      measures('b', { minutes: 50 }),
      measures('c', { minutes: null }),
    ];
    expect(qualityOf(all)).toMatchObject({
      interviews: 3,
      minutes: 35,
      words: 5,
      asked: 9,
      dontKnow: 3,
      probes: 2,
    });
    expect(qualityOf([])).toMatchObject({ interviews: 0, minutes: null, words: null });
  });
  it('the median has as many above as below', () => {
    expect([median([]), median([3]), median([4, 1]), median([9, 1, 5])]).toEqual([null, 3, 2.5, 5]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN;
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});
