import { isObject } from '../definition-reader.ts';
import type { Bilingual } from '../instrument.ts';
import { NOTES_TYPE } from '../instrument-properties.ts';
import type { Json } from '../json.ts';
import { listAt, type Path, textAt } from './json-path.ts';

/**
 * A definition as the editor shows it, faults and all: what is missing reads as an empty text. Each part names its place,
 * so that a change goes there and nowhere else.
 */
export interface OutlinePart {
  readonly path: Path;
}
export interface OutlineCode extends OutlinePart {
  readonly value: string;
  readonly text: Bilingual;
  readonly definition: Bilingual;
  readonly exclusive: boolean;
}
export interface OutlineList extends OutlinePart {
  readonly name: string;
  readonly title: Bilingual | null;
  readonly many: boolean;
  readonly codes: readonly OutlineCode[];
}
export interface OutlineProbe extends OutlinePart {
  readonly id: string;
  readonly text: Bilingual;
  readonly definition: Bilingual;
  readonly offeredIf: string | null;
}
export interface OutlineQuestion extends OutlinePart {
  readonly id: string;
  readonly section: string;
  readonly text: Bilingual;
  readonly instruction: Bilingual | null;
  readonly claimBearing: boolean;
  readonly notApplicableIf: string | null;
  readonly probes: readonly OutlineProbe[];
  readonly lists: readonly OutlineList[];
}
export interface OutlineSection extends OutlinePart {
  readonly id: string;
  readonly title: Bilingual;
  readonly shortTitle: Bilingual;
  readonly questions: readonly OutlineQuestion[];
}
export interface OutlineScript extends OutlinePart {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
}
export interface Outline {
  readonly title: Bilingual;
  readonly sections: readonly OutlineSection[];
  /** Pages whose area is not there. */
  readonly stray: readonly OutlineQuestion[];
  readonly opening: readonly OutlineScript[];
  readonly objections: readonly OutlineScript[];
  readonly closing: readonly OutlineScript[];
  readonly roles: readonly (OutlinePart & { readonly value: string; readonly text: Bilingual })[];
}

const both = (value: Json, key: string, swedish: 'sv' | 'default'): Bilingual => ({
  sv: textAt(value, [key, swedish]),
  en: textAt(value, [key, 'en']),
});
const ours = (value: Json, key: string): Bilingual => both(value, key, 'sv');
const librarys = (value: Json, key: string): Bilingual => both(value, key, 'default');
const has = (value: Json, key: string): boolean => isObject(value) && Object.hasOwn(value, key);

const readList = (element: Json, path: Path): OutlineList => ({
  path,
  name: textAt(element, ['name']),
  title: has(element, 'title') ? librarys(element, 'title') : null,
  many: textAt(element, ['type']) === 'checkbox',
  codes: listAt(element, ['choices']).map((choice, index) => ({
    path: [...path, 'choices', index],
    value: textAt(choice, ['value']),
    text: librarys(choice, 'text'),
    definition: ours(choice, 'definition'),
    exclusive: isObject(choice) && choice.exclusive === true,
  })),
});

/** A list of pre-codes; any other element than notes is kept and named among what is not shown. */
export const isList = (element: Json): boolean =>
  ['checkbox', 'radiogroup'].includes(textAt(element, ['type']));
export const isNotes = (element: Json): boolean => textAt(element, ['type']) === NOTES_TYPE;

const readPage = (page: Json, index: number): OutlineQuestion => {
  const path: Path = ['pages', index];
  return {
    path,
    id: textAt(page, ['questionId']),
    section: textAt(page, ['section']),
    text: librarys(page, 'title'),
    instruction: has(page, 'instruction') ? ours(page, 'instruction') : null,
    claimBearing: isObject(page) && page.claimBearing === true,
    notApplicableIf: has(page, 'notApplicableIf') ? textAt(page, ['notApplicableIf']) : null,
    probes: listAt(page, ['probes']).map((probe, place) => ({
      path: [...path, 'probes', place],
      id: textAt(probe, ['id']),
      text: ours(probe, 'text'),
      definition: ours(probe, 'definition'),
      offeredIf: has(probe, 'offeredIf') ? textAt(probe, ['offeredIf']) : null,
    })),
    lists: listAt(page, ['elements']).flatMap((element, place) =>
      isList(element) ? [readList(element, [...path, 'elements', place])] : [],
    ),
  };
};

const readScript = (definition: Json, name: string): readonly OutlineScript[] =>
  listAt(definition, [name]).map((part, index) => ({
    path: [name, index],
    id: textAt(part, ['id']),
    title: ours(part, 'title'),
    text: ours(part, 'text'),
  }));

export const outlineOf = (definition: Json): Outline => {
  const questions = listAt(definition, ['pages']).map(readPage);
  const sections = listAt(definition, ['sections']).map((section, index): OutlineSection => {
    const id = textAt(section, ['id']);
    return {
      path: ['sections', index],
      id,
      title: ours(section, 'title'),
      shortTitle: ours(section, 'shortTitle'),
      questions: questions.filter((question) => question.section === id),
    };
  });
  const ids = new Set(sections.map((section) => section.id));
  return {
    title: librarys(definition, 'title'),
    sections,
    stray: questions.filter((question) => !ids.has(question.section)),
    opening: readScript(definition, 'opening'),
    objections: readScript(definition, 'objections'),
    closing: readScript(definition, 'closing'),
    roles: listAt(definition, ['roles']).map((role, index) => ({
      path: ['roles', index],
      value: textAt(role, ['value']),
      text: ours(role, 'text'),
    })),
  };
};

export const questionsIn = (outline: Outline): readonly OutlineQuestion[] => [
  ...outline.sections.flatMap((section) => section.questions),
  ...outline.stray,
];

/** Every list of pre-codes with its question: what a condition can be about. */
export const listsIn = (
  outline: Outline,
): readonly { readonly question: OutlineQuestion; readonly list: OutlineList }[] =>
  questionsIn(outline).flatMap((question) => question.lists.map((list) => ({ question, list })));
