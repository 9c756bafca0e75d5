import type { InterviewDraft } from './draft.ts';
import { ALL_SECTIONS, questionsOf, setRole } from './draft-rules.ts';
import type { Instrument, Section } from './instrument.ts';

/** An area as a whole: free notes about it, who answers it, and leaving it to somebody else. */

export const areaNotesOf = (draft: InterviewDraft, section: string): string => draft.areas?.[section] ?? '';

export const editAreaNotes = (
  draft: InterviewDraft,
  section: string,
  notes: string,
  caret: number,
): InterviewDraft => ({
  ...draft,
  areas: { ...draft.areas, [section]: notes },
  position: { question: section, caret },
});

export const handedOnTo = (draft: InterviewDraft, section: string): string | undefined =>
  draft.handedOn?.[section];

/** Leaves an area to a role; saying the same role again takes it back. What was answered of it stays. */
export const handOn = (draft: InterviewDraft, section: string, role: string): InterviewDraft => {
  const { [section]: before, ...rest } = draft.handedOn ?? {};
  return { ...draft, handedOn: before === role ? rest : { ...rest, [section]: role } };
};

/** Who answers is there now, so what was left to them is left no more. */
export const answerAs = (draft: InterviewDraft, section: string, role: string): InterviewDraft => {
  const { [section]: _, ...rest } = draft.handedOn ?? {};
  return { ...setRole(draft, section, role), handedOn: section === ALL_SECTIONS ? {} : rest };
};

/** The section of a question, or the section itself where its own page is meant. */
export const sectionOf = (instrument: Instrument, place: string): Section | undefined =>
  instrument.sections.find(
    (section) => section.id === place || section.questions.some((question) => question.id === place),
  );

/**
 * Every free text of an interview beyond the questions, in the order it is read: areas, then the closing. The screens,
 * the masking review and handing in take them from here, so that none is shown or sent without the others.
 */
export const freeNotesOf = (
  draft: InterviewDraft,
  instrument: Instrument,
): readonly { readonly id: string; readonly text: string }[] => [
  ...instrument.sections.map(({ id }) => ({ id, text: areaNotesOf(draft, id) })),
  { id: instrument.closingNotes, text: draft.closing },
];

/** The place one step on, of those that are open; from an area's own page into the area, or to what comes before it. */
export const stepFrom = (
  instrument: Instrument,
  places: readonly string[],
  place: string,
  step: 1 | -1,
): string => {
  const section = instrument.sections.find(({ id }) => id === place);
  const first = section && questionsOf(instrument).find((question) => question.section === section.id)?.id;
  const from = first === undefined ? places.indexOf(place) : places.indexOf(first) - (step > 0 ? 1 : 0);
  return places[Math.min(Math.max(from + step, 0), places.length - 1)] ?? place;
};
