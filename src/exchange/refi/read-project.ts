import { ok, type Result } from '../../study/result.ts';
import { readXml, type XmlElement, type XmlProblem } from '../xml/read.ts';
import {
  descriptionOf,
  named,
  ownGuid,
  placeOf,
  type Reading,
  readEach,
  stampOf,
  targetsOf,
  tellUnknown,
} from './attributes.ts';
import { countingOf, type NamedPassage, usualCounting } from './counting.ts';
import { EMPTY_PROJECT, type RefiProject } from './model.ts';
import { type RefiRefusal, refused, type Warning, warningList } from './problems.ts';
import { readCodes, readSets } from './read-codes.ts';
import { type RawSource, readSource, settled, type TextOf } from './read-source.ts';
import { readCases, readVariables } from './read-values.ts';
import { withoutDangling } from './references.ts';

/** What the sources of a file hold, kept by us or not. */
export interface Held {
  readonly sources: number;
  readonly selections: number;
  readonly codings: number;
}

export interface RefiReading {
  readonly kind: 'project' | 'codebook';
  /** Of a codebook: codes and sets alone. */
  readonly project: RefiProject;
  readonly held: Held;
  readonly warnings: readonly Warning[];
}

const NAMESPACES: Readonly<Record<string, string>> = {
  Project: 'urn:QDA-XML:project:1.0',
  CodeBook: 'urn:QDA-XML:codebook:1.0',
};
const PARTS = ['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs'];

/** Reads the XML of a project or a codebook; `file` is named in every place told. */
export const readRefiXml = (
  file: string,
  text: Iterable<string>,
  textOf: TextOf,
): Result<RefiReading, RefiRefusal | XmlProblem> => {
  const reading: Reading = { file, warnings: warningList() };
  const sources: RawSource[] = [];
  const memos: RawSource[] = [];
  const held = { sources: 0, selections: 0, codings: 0 };
  let broken: RefiRefusal | null = null;
  const take = (element: XmlElement, within: string): void => {
    if (within === 'Sources') count(element, held);
    const textual = broken === null ? textSourceOf(reading, element, within) : null;
    if (textual === null) return;
    const read = readSource(reading, textOf, textual, element);
    if (read.ok) (within === 'Sources' ? sources : memos).push(read.value);
    else broken = read.error;
  };
  const xml = readXml(text, { within: ['Sources', 'Notes'], take });
  if (!xml.ok) return { ok: false, error: { ...xml.error, place: `${file}, ${xml.error.place}` } };
  if (broken !== null) return { ok: false, error: broken };
  const { root, namespace } = xml.value;
  const expected = NAMESPACES[root.name];
  if (expected === undefined)
    return refused('not_refi', placeOf(reading, root), `the root element is ${root.name}`);
  if (namespace !== expected) reading.warnings.add('other_namespace', placeOf(reading, root), namespace);
  const project = readParts(reading, root, sources, memos);
  if (!project.ok) return project;
  const kept = withoutDangling(project.value, reading.warnings);
  const kind = root.name === 'Project' ? 'project' : 'codebook';
  return ok({ kind, project: kept, held, warnings: reading.warnings.all() });
};

const count = (element: XmlElement, held: { -readonly [K in keyof Held]: number }): void => {
  held.sources++;
  const within = (inner: XmlElement): void => {
    for (const child of inner.children) {
      if (child.name.endsWith('Selection')) held.selections++;
      if (child.name === 'Coding') held.codings++;
      within(child);
    }
  };
  within(element);
};

/** The part that is typed TextSource: the element itself, the text of a PDF, the description of a picture. */
const textSourceOf = (reading: Reading, element: XmlElement, within: string): XmlElement | null => {
  const place = placeOf(reading, element);
  if (within === 'Notes' || element.name === 'TextSource') return element;
  const lost = { PDFSource: 'pdf_layout', PictureSource: 'picture_source' } as const;
  if (element.name === 'PDFSource' || element.name === 'PictureSource') {
    reading.warnings.add(lost[element.name], place);
    const [text] = named(element, element.name === 'PDFSource' ? 'Representation' : 'TextDescription');
    return text ?? null;
  }
  if (element.name === 'AudioSource' || element.name === 'VideoSource')
    reading.warnings.add(element.name === 'AudioSource' ? 'audio_source' : 'video_source', place);
  else reading.warnings.add('unknown_element', place, `Sources/${element.name}`);
  return null;
};

const readParts = (
  reading: Reading,
  root: XmlElement,
  sources: readonly RawSource[],
  memos: readonly RawSource[],
): Result<RefiProject, RefiRefusal> => {
  const part = (name: string): XmlElement | undefined => named(root, name)[0];
  const codebook = root.name === 'CodeBook';
  const codes = readCodes(reading, codebook ? part('Codes') : named(part('CodeBook'), 'Codes')[0]);
  if (!codes.ok) return codes;
  const sets = readSets(reading, part('Sets'));
  if (!sets.ok) return sets;
  const origin = root.attributes.origin ?? '';
  if (codebook) {
    tellUnknown(reading, root, ['Codes', 'Sets']);
    return ok({ ...EMPTY_PROJECT, origin, codes: codes.value, sets: sets.value });
  }
  tellUnknown(reading, root, [...PARTS, 'Description', 'NoteRef']);
  for (const [name, loss] of [
    ['Links', 'links'],
    ['Graphs', 'graphs'],
  ] as const) {
    const lost = part(name);
    if (lost !== undefined && lost.children.length > 0)
      reading.warnings.add(loss, placeOf(reading, lost), '', lost.children.length);
  }
  const users = readEach(named(part('Users'), 'User'), (element) => {
    const guid = ownGuid(reading, element);
    if (!guid.ok) return guid;
    return ok({
      guid: guid.value,
      name: element.attributes.name ?? '',
      id: element.attributes.id ?? '',
    });
  });
  if (!users.ok) return users;
  const variables = readVariables(reading, part('Variables'));
  if (!variables.ok) return variables;
  const cases = readCases(reading, part('Cases'));
  if (!cases.ok) return cases;
  const twice = firstTwice(sources);
  if (twice !== null)
    return refused('duplicate_guid', twice.place, `two sources have the guid ${twice.source.guid}`);
  const settle = settler(reading, origin, [...sources, ...memos]);
  return ok({
    name: root.attributes.name ?? '',
    origin,
    description: descriptionOf(root),
    made: stampOf(reading, root, 'creatingUserGUID', 'creationDateTime'),
    changed: stampOf(reading, root, 'modifyingUserGUID', 'modifiedDateTime'),
    users: users.value,
    codes: codes.value,
    variables: variables.value,
    cases: cases.value,
    sources: sources.map(settle),
    memos: memos.map(settle),
    sets: sets.value,
    notes: targetsOf(reading, root, 'NoteRef'),
  });
};

const firstTwice = (sources: readonly RawSource[]): RawSource | null => {
  const seen = new Set<string>();
  for (const one of sources) {
    if (seen.has(one.source.guid)) return one;
    seen.add(one.source.guid);
  }
  return null;
};

function* passagesOf(sources: readonly RawSource[]): Generator<NamedPassage> {
  for (const { raw, source } of sources)
    if (raw !== null) for (const { start, end, name } of source.selections) yield { raw, start, end, name };
}

/** Decides once how the whole project counted, and says what was decided where it mattered. */
const settler = (reading: Reading, origin: string, sources: readonly RawSource[]) => {
  const counting = countingOf(origin, passagesOf(sources));
  const usual = usualCounting(origin);
  const other = (Object.keys(usual) as (keyof typeof usual)[]).filter((key) => usual[key] !== counting[key]);
  if (other.length > 0) reading.warnings.add('counted_otherwise', reading.file, other.join(', '));
  const returns = sources.filter(({ raw }) => raw?.includes('\r\n'));
  if (returns.length > 0)
    reading.warnings.add('line_ends', returns[0]?.place ?? '', String(counting.crlf), returns.length);
  return (source: RawSource) => settled(source, counting, reading.warnings);
};
