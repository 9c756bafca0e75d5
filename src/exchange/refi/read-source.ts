import { ok, type Result } from '../../study/result.ts';
import type { XmlElement } from '../xml/read.ts';
import {
  changedOf,
  descriptionOf,
  guidOf,
  madeOf,
  named,
  ownGuid,
  placeOf,
  type Reading,
  readEach,
  targetsOf,
  tellUnknown,
} from './attributes.ts';
import { type Counting, cleanText, positionsIn } from './counting.ts';
import type { RefiCoding, RefiSelection, RefiSource } from './model.ts';
import { type RefiRefusal, refused, type WarningList } from './problems.ts';
import { readValues } from './read-values.ts';

/** A text as the file has it: its own line ends, positions as their program counted them. */
export interface RawSource {
  readonly raw: string | null;
  readonly place: string;
  readonly source: Omit<RefiSource, 'text'>;
}

/** The text of a `plainTextPath`; null where the file does not hold it. */
export type TextOf = (path: string) => string | null;

const KNOWN = ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'];

/**
 * Reads what is typed TextSource: a source, a note, the text of a PDF or a picture. `owner` is the element that the
 * rest of the project refers to.
 */
export const readSource = (
  reading: Reading,
  textOf: TextOf,
  element: XmlElement,
  owner: XmlElement = element,
): Result<RawSource, RefiRefusal> => {
  const guid = ownGuid(reading, owner);
  if (!guid.ok) return guid;
  const selections = readEach(named(element, 'PlainTextSelection'), (one) => readSelection(reading, one));
  if (!selections.ok) return selections;
  const codings = readEach(named(element, 'Coding'), (one) => readCoding(reading, one));
  if (!codings.ok) return codings;
  tellUnknown(reading, element, KNOWN);
  return ok({
    raw: textIn(reading, textOf, element),
    place: placeOf(reading, element),
    source: {
      guid: guid.value,
      name: owner.attributes.name ?? '',
      description: descriptionOf(owner),
      made: madeOf(reading, owner),
      changed: changedOf(reading, owner),
      selections: selections.value,
      codings: codings.value,
      notes: targetsOf(reading, element, 'NoteRef'),
      values: readValues(reading, owner),
    },
  });
};

const textIn = (reading: Reading, textOf: TextOf, element: XmlElement): string | null => {
  const rich = element.attributes.richTextPath;
  if (rich !== undefined && rich !== '') reading.warnings.add('rich_text', placeOf(reading, element));
  const [content] = named(element, 'PlainTextContent');
  const path = element.attributes.plainTextPath;
  const text = path === undefined || path === '' ? null : textOf(path);
  if (text !== null) return text;
  if (content !== undefined) return content.text;
  reading.warnings.add(
    'text_missing',
    placeOf(reading, element),
    path === undefined ? '' : path.slice(0, 80),
  );
  return null;
};

const readSelection = (reading: Reading, element: XmlElement): Result<RefiSelection, RefiRefusal> => {
  const guid = ownGuid(reading, element);
  if (!guid.ok) return guid;
  const start = positionOf(reading, element, 'startPosition');
  if (!start.ok) return start;
  const end = positionOf(reading, element, 'endPosition');
  if (!end.ok) return end;
  const codings = readEach(named(element, 'Coding'), (one) => readCoding(reading, one));
  if (!codings.ok) return codings;
  tellUnknown(reading, element, ['Description', 'Coding', 'NoteRef']);
  return ok({
    guid: guid.value,
    name: element.attributes.name ?? '',
    start: start.value,
    end: end.value,
    description: descriptionOf(element),
    made: madeOf(reading, element),
    changed: changedOf(reading, element),
    codings: codings.value,
    notes: targetsOf(reading, element, 'NoteRef'),
  });
};

const positionOf = (
  reading: Reading,
  element: XmlElement,
  attribute: string,
): Result<number, RefiRefusal> => {
  const text = element.attributes[attribute]?.trim();
  const place = placeOf(reading, element);
  if (text === undefined) return refused('missing_attribute', place, `${element.name} has no ${attribute}`);
  if (!/^[+-]?\d{1,10}$/.test(text))
    return refused('bad_position', place, `${attribute} is "${text.slice(0, 40)}", no whole number`);
  return ok(Number(text));
};

const readCoding = (reading: Reading, element: XmlElement): Result<RefiCoding | null, RefiRefusal> => {
  const [reference] = named(element, 'CodeRef');
  const code = guidOf(reference?.attributes.targetGUID);
  if (code === null) {
    reading.warnings.add('unknown_code', placeOf(reading, element));
    return ok(null);
  }
  const guid = ownGuid(reading, element);
  if (!guid.ok) return guid;
  tellUnknown(reading, element, ['CodeRef', 'NoteRef']);
  return ok({
    guid: guid.value,
    code,
    made: madeOf(reading, element),
    notes: targetsOf(reading, element, 'NoteRef'),
  });
};

/** Into our counting; a passage that lies outside its text is told and left out. */
export const settled = (
  { raw, place, source }: RawSource,
  counting: Counting,
  warnings: WarningList,
): RefiSource => {
  if (raw === null) return { ...source, text: null };
  const positions = positionsIn(raw, counting);
  return {
    ...source,
    text: cleanText(raw),
    selections: source.selections.flatMap((selection) => {
      const start = positions.at(selection.start);
      const end = positions.at(selection.end);
      if (start !== null && end !== null && start <= end) return [{ ...selection, start, end }];
      warnings.add('selection_outside', `${place}: ${selection.start} to ${selection.end}`);
      return [];
    }),
  };
};
