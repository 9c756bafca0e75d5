import { isObject } from '../definition-reader.ts';
import { NOTES_TYPE } from '../instrument-properties.ts';
import type { Json } from '../json.ts';
import { listAt, type Path } from './json-path.ts';
import { isList, isNotes } from './outline.ts';
import { type EditorPlace, placeOf } from './places.ts';

/** Something in a definition that the editor keeps as it is and cannot show. `name` is the member's own. */
export interface Unseen {
  readonly path: Path;
  readonly place: EditorPlace;
  readonly name: string;
}

const SURVEY = new Set([
  '$schema',
  'instrumentId',
  'locale',
  'title',
  'consentVersion',
  'closingNotes',
  'opening',
  'objections',
  'roles',
  'sections',
  'closing',
  'spellingAlphabet',
  'pages',
]);
const of = (...names: readonly string[]): ReadonlySet<string> => new Set(names);
const BOTH = of('sv', 'en');
const LOCALISED = of('default', 'en');
const PAGE = of(
  'name',
  'title',
  'questionId',
  'section',
  'claimBearing',
  'instruction',
  'notApplicableIf',
  'probes',
  'elements',
);
const TEXTS: Readonly<Record<string, ReadonlySet<string>>> = {
  definition: BOTH,
  instruction: BOTH,
  shortTitle: BOTH,
};

/** In reading order. The spelling alphabet is known and shown nowhere: it is the same in every study. */
export const unseenIn = (definition: Json): readonly Unseen[] => {
  const found: Unseen[] = [];
  const note = (path: Path): void => {
    found.push({ path, place: placeOf(definition, path), name: String(path.at(-1)) });
  };
  /** `title` and `text` are ours in one class and the library's in another. */
  const look = (value: Json, path: Path, known: ReadonlySet<string>, texts: ReadonlySet<string>): void => {
    if (!isObject(value)) return;
    for (const [key, member] of Object.entries(value)) {
      if (!known.has(key)) note([...path, key]);
      else if (isObject(member)) {
        const languages = TEXTS[key] ?? texts;
        for (const language of Object.keys(member)) {
          if (!languages.has(language)) note([...path, key, language]);
        }
      }
    }
  };
  const each = (path: Path, known: ReadonlySet<string>, texts: ReadonlySet<string>): void => {
    listAt(definition, path).forEach((member, index) => {
      look(member, [...path, index], known, texts);
    });
  };
  look(definition, [], SURVEY, LOCALISED);
  for (const name of ['opening', 'objections', 'closing']) each([name], of('id', 'title', 'text'), BOTH);
  each(['roles'], of('value', 'text'), BOTH);
  each(['sections'], of('id', 'title', 'shortTitle'), BOTH);
  listAt(definition, ['pages']).forEach((page, index) => {
    const path: Path = ['pages', index];
    look(page, path, PAGE, LOCALISED);
    each([...path, 'probes'], of('id', 'text', 'definition', 'offeredIf'), BOTH);
    listAt(page, ['elements']).forEach((element, place) => {
      const here: Path = [...path, 'elements', place];
      if (isList(element)) {
        look(element, here, of('type', 'name', 'title', 'choices'), LOCALISED);
        each([...here, 'choices'], of('value', 'text', 'definition', 'exclusive'), LOCALISED);
      } else if (isNotes(element)) look(element, here, of('type', 'name'), LOCALISED);
      else note([...here, isObject(element) ? String(element.type ?? NOTES_TYPE) : String(place)]);
    });
  });
  return found;
};
