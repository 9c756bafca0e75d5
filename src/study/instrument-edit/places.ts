import type { InstrumentFault } from '../instrument-fault.ts';
import type { Json } from '../json.ts';
import { instrumentProblems } from '../parse-instrument.ts';
import { type Path, pathOf, textAt } from './json-path.ts';

/** Where in the editor something is: which page of it, and which part there. */
export type EditorPlace =
  | { readonly page: 'study' }
  | { readonly page: 'opening' | 'objections' | 'closing' | 'roles'; readonly index: number | null }
  | { readonly page: 'section'; readonly index: number; readonly id: string }
  | {
      readonly page: 'question';
      readonly index: number;
      readonly id: string;
      readonly part: QuestionPart;
      /** Of the probe or the list, from 0, and of the pre-code in it. */
      readonly member: number | null;
      readonly code: number | null;
    };
export type QuestionPart = 'question' | 'text' | 'instruction' | 'condition' | 'probe' | 'list' | 'code';

const SCRIPTS = ['opening', 'objections', 'closing', 'roles'] as const;

const indexOf = (step: string | number | undefined): number | null =>
  typeof step === 'number' ? step : null;

/** Names of members as they stand in a question's page. */
const partOf = (path: Path): QuestionPart => {
  const [, , member, index, inner] = path;
  switch (member) {
    case 'title':
      return 'text';
    case 'instruction':
      return 'instruction';
    case 'notApplicableIf':
      return 'condition';
    case 'probes':
      return index === undefined ? 'question' : 'probe';
    case 'elements':
      return index === undefined ? 'question' : inner === 'choices' && path.length > 5 ? 'code' : 'list';
    default:
      return 'question';
  }
};

export const placeOf = (definition: Json, path: Path): EditorPlace => {
  const [head, index] = path;
  const script = SCRIPTS.find((name) => name === head);
  if (script) return { page: script, index: indexOf(index) };
  if (head === 'sections' && typeof index === 'number') {
    return { page: 'section', index, id: textAt(definition, ['sections', index, 'id']) };
  }
  if (head === 'pages' && typeof index === 'number') {
    const part = partOf(path);
    const inside = part === 'probe' || part === 'list' || part === 'code';
    return {
      page: 'question',
      index,
      id: textAt(definition, ['pages', index, 'questionId']),
      part,
      member: inside ? indexOf(path[3]) : null,
      code: part === 'code' ? indexOf(path[5]) : null,
    };
  }
  return { page: 'study' };
};

export interface PlacedFault {
  readonly path: Path;
  readonly place: EditorPlace;
  /** Which language's text it is about. */
  readonly language: 'sv' | 'en' | null;
  readonly fault: InstrumentFault;
}

/** All that keeps a definition from being published, in reading order, each with the place to mend it at. */
export const faultsOf = (definition: Json): readonly PlacedFault[] =>
  instrumentProblems(definition).map(({ path: pointer, fault }) => {
    const path = pathOf(pointer);
    const last = path.at(-1);
    const language = last === 'en' ? 'en' : last === 'sv' || last === 'default' ? 'sv' : null;
    return { path, place: placeOf(definition, path), language, fault };
  });
