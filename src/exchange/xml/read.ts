import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '../../study/result.ts';

/** One element, without its prefix; `text` is what stands directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

export interface XmlProblem {
  readonly type: 'broken_xml' | 'xml_doctype' | 'xml_too_large';
  /** `line 3, column 7`. */
  readonly place: string;
  readonly reason: string;
}

export interface XmlLimits {
  /** UTF-16 code units. */
  readonly length: number;
  readonly depth: number;
  readonly elements: number;
}
const XML_LIMITS: XmlLimits = { length: 256 * 2 ** 20, depth: 200, elements: 5_000_000 };

export interface XmlReading {
  readonly root: XmlElement;
  /** Namespace of the root; '' for none. */
  readonly namespace: string;
}

/** Elements directly within one of these are handed over when they end, and not kept: large files stay small. */
export interface Harvest {
  readonly within: readonly string[];
  readonly take: (element: XmlElement, within: string) => void;
}

/** Ends the parsing; saxes knows no other way to stop. */
class Stop extends Error {
  readonly problem: XmlProblem;
  constructor(problem: XmlProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

type Growing = {
  -readonly [K in keyof XmlElement]: K extends 'children' ? XmlElement[] : XmlElement[K];
};

/**
 * Reads well-formed XML in pieces. There is no DTD, no entity but the five of XML and no character reference to what
 * XML forbids; anything else is refused with line and column. Comments and processing instructions are passed over.
 */
export const readXml = (
  text: Iterable<string>,
  harvest: Harvest = { within: [], take: () => {} },
  limits: XmlLimits = XML_LIMITS,
): Result<XmlReading, XmlProblem> => {
  const parser = new SaxesParser({ xmlns: true });
  const stop = (type: XmlProblem['type'], reason: string): never => {
    throw new Stop({ type, place: `line ${parser.line}, column ${parser.column}`, reason });
  };
  const open: Growing[] = [];
  let found: XmlReading | null = null;
  let namespace = '';
  let elements = 0;
  parser.on('error', (error) => stop('broken_xml', error.message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => stop('xml_doctype', 'a document type declaration is not accepted'));
  parser.on('opentag', (tag) => {
    elements++;
    if (open.length >= limits.depth) stop('xml_too_large', `is nested more than ${limits.depth} deep`);
    if (elements > limits.elements) stop('xml_too_large', `has more than ${limits.elements} elements`);
    if (open.length === 0) namespace = tag.uri;
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
        attributes[attribute.local] = attribute.value;
    }
    open.push({ name: tag.local, attributes, children: [], text: '', line: parser.line });
  });
  const onText = (piece: string): void => {
    const last = open.at(-1);
    if (last !== undefined) last.text += piece;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) found = { root: element, namespace };
    else if (open.length === 2 && harvest.within.includes(parent.name)) harvest.take(element, parent.name);
    else parent.children.push(element);
  });
  try {
    let length = 0;
    for (const piece of text) {
      length += piece.length;
      if (length > limits.length) stop('xml_too_large', `is longer than ${limits.length} characters`);
      parser.write(piece);
    }
    parser.close();
  } catch (cause) {
    if (cause instanceof Stop) return err(cause.problem);
    throw cause;
  }
  return found === null
    ? err({ type: 'broken_xml', place: 'line 1, column 0', reason: 'has no root element' })
    : ok(found);
};
