import type { EditorPlace, PlacedFault } from '../../study/instrument-edit/places.ts';
import type { InstrumentFault } from '../../study/instrument-fault.ts';
import type { Words } from '../../words/index.ts';

/** Where something is, as one would say it. Numbers count from one. */
export const placeWords = (place: EditorPlace, { place: say }: Words['instrument']): string => {
  switch (place.page) {
    case 'study':
      return say.study;
    case 'section':
      return say.section(place.id);
    case 'question':
      return questionWords(place, say);
    default:
      return place.index === null ? say[place.page] : say.part(say[place.page], place.index + 1);
  }
};

const questionWords = (
  { id, part, member, code }: Extract<EditorPlace, { page: 'question' }>,
  say: Words['instrument']['place'],
): string => {
  const where = say.question(id);
  const number = (member ?? 0) + 1;
  switch (part) {
    case 'question':
      return where;
    case 'text':
    case 'instruction':
    case 'condition':
      return say[part](where);
    case 'probe':
    case 'list':
      return say[part](where, number);
    case 'code':
      return say.code(where, number, (code ?? 0) + 1);
  }
};

export const faultWords = (fault: InstrumentFault, { faults: say }: Words['instrument']): string => {
  switch (fault.type) {
    case 'page_name':
    case 'notes_name':
      return say[fault.type](fault.wanted);
    case 'begins_with':
      return say.begins_with(fault.value, fault.stem);
    case 'other_section':
      return say.other_section(fault.question, fault.section);
    case 'name_taken':
      return say.name_taken(fault.value);
    case 'element_type':
    case 'no_notes':
      return say[fault.type];
    default:
      return 'value' in fault ? say[fault.type](fault.value) : say[fault.type];
  }
};

/** "Fråga A1.2, frågetexten (engelska): text saknas" */
export const placedFaultWords = (
  { place, language, fault }: PlacedFault,
  words: Words['instrument'],
): string => {
  const where = placeWords(place, words);
  const inLanguage = language === null ? where : `${where} (${words.place.language[language]})`;
  return `${inLanguage}: ${faultWords(fault, words)}`;
};
