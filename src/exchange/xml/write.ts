/** What no XML 1.0 document can hold, not even escaped; a lone surrogate is no character either. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Whether a text would be changed by being written. */
export const fitsXml = (text: string): boolean => text.search(FORBIDDEN) === -1;

/** One replacement character for each that XML cannot hold, so that positions counted in code points stay. */
export const cleanForXml = (text: string): string => text.replaceAll(FORBIDDEN, '\u{FFFD}');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader would make a space or a line feed of these.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};
const replaced = (found: string): string => ENTITIES[found] ?? found;

export const xmlText = (text: string): string => cleanForXml(text).replaceAll(/[&<>\r]/g, replaced);
const xmlValue = (text: string): string => cleanForXml(text).replaceAll(/[&<>"\r\n\t]/g, replaced);

export type XmlAttributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** ` name="value"` of each that has a value. */
const attributesOf = (attributes: XmlAttributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlValue(String(value))}"`)
    .join('');

/** An element in pieces; without content it is an empty tag. */
export function* element(
  name: string,
  attributes: XmlAttributes,
  content: Iterable<string> = [],
): Generator<string> {
  let begun = false;
  for (const piece of content) {
    if (!begun) yield `<${name}${attributesOf(attributes)}>`;
    begun = true;
    yield piece;
  }
  yield begun ? `</${name}>` : `<${name}${attributesOf(attributes)}/>`;
}

/** An element with a text in it; an empty text still gives one. */
export function* textElement(name: string, text: string, attributes: XmlAttributes = {}): Generator<string> {
  yield* element(name, attributes, [xmlText(text)]);
}

/** Nothing where there is no content: containers of the formats here may not be empty. */
export function* container(
  name: string,
  content: Iterable<string>,
  attributes: XmlAttributes = {},
): Generator<string> {
  let begun = false;
  for (const piece of content) {
    if (!begun) yield `<${name}${attributesOf(attributes)}>`;
    begun = true;
    yield piece;
  }
  if (begun) yield `</${name}>`;
}

export function* each<T>(items: Iterable<T>, write: (item: T) => Iterable<string>): Generator<string> {
  for (const item of items) yield* write(item);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
