import type { Bilingual, Instrument, Question, Section } from './instrument.ts';

/**
 * What is written beyond the questions is handed in as answers too: about each area (its section id) and at the end. Whoever
 * reads answers needs a name and a place for them among the questions.
 */
const AREA: Bilingual = { sv: 'Fritt om hela området', en: 'Free notes on the whole area' };
const END: Bilingual = { sv: 'Något att lägga till', en: 'Anything to add' };
const END_TITLE: Bilingual = { sv: 'Avslutning', en: 'Closing' };

const free = (id: string, section: string, text: Bilingual): Question => ({
  id,
  section,
  text,
  notes: '',
  preCodeLists: [],
  probes: [],
  claimBearing: false,
});

/** The sections of an instrument with the free notes after their questions, and the closing notes as a last one. */
export const withFreeTexts = ({
  sections,
  closingNotes,
}: Pick<Instrument, 'sections' | 'closingNotes'>): readonly Section[] => [
  ...sections.map((section) => ({
    ...section,
    questions: [...section.questions, free(section.id, section.id, AREA)],
  })),
  {
    id: closingNotes,
    title: END_TITLE,
    shortTitle: END_TITLE,
    questions: [free(closingNotes, closingNotes, END)],
  },
];
