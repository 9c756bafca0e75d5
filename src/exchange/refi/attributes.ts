import { ok, type Result } from '../../study/result.ts';
import type { XmlElement } from '../xml/read.ts';
import type { Guid, Stamp } from './model.ts';
import { type RefiRefusal, refused, type WarningList } from './problems.ts';

/** What reading needs everywhere: which file, and where warnings go. */
export interface Reading {
  readonly file: string;
  readonly warnings: WarningList;
}
export const placeOf = (reading: Reading, element: XmlElement): string =>
  `${reading.file}, line ${element.line}`;

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** With or without braces, in any letter case; null where it is no GUID. */
export const guidOf = (text: string | undefined): Guid | null =>
  GUID.exec(text?.trim() ?? '')?.[1]?.toLowerCase() ?? null;

/** The GUID an element must have. */
export const ownGuid = (
  reading: Reading,
  element: XmlElement,
  attribute = 'guid',
): Result<Guid, RefiRefusal> => {
  const text = element.attributes[attribute];
  const guid = guidOf(text);
  if (guid !== null) return ok(guid);
  const place = placeOf(reading, element);
  return text === undefined
    ? refused('missing_attribute', place, `${element.name} has no ${attribute}`)
    : refused('bad_guid', place, `${element.name} has the ${attribute} "${text.slice(0, 60)}"`);
};

const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
export const isDateTime = (text: string): boolean =>
  DATE_TIME.test(text) && !Number.isNaN(Date.parse(text.replace(/(\.\d{3})\d+/, '$1')));

/** Some programs leave the instant out or write it in a form of their own: that is no reason to refuse the rest. */
export const stampOf = (reading: Reading, element: XmlElement, by: string, at: string): Stamp => {
  const instant = element.attributes[at]?.trim();
  const user = element.attributes[by]?.trim();
  const guid = guidOf(user);
  if (user !== undefined && user !== '' && guid === null)
    reading.warnings.add('unknown_user', placeOf(reading, element));
  if (instant === undefined || instant === '') return { by: guid, at: null };
  if (isDateTime(instant)) return { by: guid, at: instant };
  reading.warnings.add('bad_date', placeOf(reading, element), instant.slice(0, 40));
  return { by: guid, at: null };
};
export const madeOf = (reading: Reading, element: XmlElement): Stamp =>
  stampOf(reading, element, 'creatingUser', 'creationDateTime');
export const changedOf = (reading: Reading, element: XmlElement): Stamp =>
  stampOf(reading, element, 'modifyingUser', 'modifiedDateTime');

/** Targets of the references of one name among the children; what is no GUID is told and left out. */
export const targetsOf = (
  reading: Reading,
  element: XmlElement,
  name: string,
  attributes: readonly string[] = ['targetGUID'],
): readonly Guid[] =>
  element.children.flatMap((child) => {
    if (child.name !== name) return [];
    const guid = attributes
      .map((attribute) => guidOf(child.attributes[attribute]))
      .find((one) => one !== null);
    if (guid) return [guid];
    reading.warnings.add('unknown_reference', placeOf(reading, child), name);
    return [];
  });

export const descriptionOf = (element: XmlElement): string =>
  element.children.find((child) => child.name === 'Description')?.text ?? '';

/** Reads each; the first that is refused ends it. */
export const readEach = <T>(
  elements: readonly XmlElement[],
  read: (element: XmlElement) => Result<T | null, RefiRefusal>,
): Result<readonly T[], RefiRefusal> => {
  const all: T[] = [];
  for (const element of elements) {
    const one = read(element);
    if (!one.ok) return one;
    if (one.value !== null) all.push(one.value);
  }
  return ok(all);
};

export const named = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** Children that nobody here reads. */
export const tellUnknown = (reading: Reading, element: XmlElement, known: readonly string[]): void => {
  for (const child of element.children)
    if (!known.includes(child.name))
      reading.warnings.add('unknown_element', placeOf(reading, child), `${element.name}/${child.name}`);
};
