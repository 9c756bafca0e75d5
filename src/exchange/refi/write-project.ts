import { container, each, element, textElement, XML_HEAD } from '../xml/write.ts';
import { isDateTime } from './attributes.ts';
import type {
  Guid,
  RefiCode,
  RefiCoding,
  RefiProject,
  RefiSelection,
  RefiSource,
  RefiValue,
  Stamp,
} from './model.ts';
import { isValueOf } from './read-values.ts';

/** Where a source's text stands: in the XML, or in a file of its own beside it. */
export type TextPlace = 'inline' | 'files';

const dateOf = (stamp: Stamp): string | null => (stamp.at !== null && isDateTime(stamp.at) ? stamp.at : null);
const made = (stamp: Stamp) => ({ creatingUser: stamp.by, creationDateTime: dateOf(stamp) });
const changed = (stamp: Stamp) => ({ modifyingUser: stamp.by, modifiedDateTime: dateOf(stamp) });
const nameOf = (name: string): string | null => (name === '' ? null : name);

export function* description(text: string): Generator<string> {
  if (text !== '') yield* textElement('Description', text);
}
const references = (name: string, guids: readonly Guid[]): Iterable<string> =>
  each(guids, (targetGUID) => element(name, { targetGUID }));

/** The XML of a `.qde`, in pieces. The order of elements is the standard's. */
export function* writeProjectXml(project: RefiProject, texts: TextPlace): Generator<string> {
  yield XML_HEAD;
  yield* element(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: project.name,
      origin: nameOf(project.origin),
      creatingUserGUID: project.made.by,
      creationDateTime: dateOf(project.made),
      modifyingUserGUID: project.changed.by,
      modifiedDateTime: dateOf(project.changed),
    },
    parts(project, texts),
  );
}

function* parts(project: RefiProject, texts: TextPlace): Generator<string> {
  yield* container(
    'Users',
    each(project.users, ({ guid, name, id }) =>
      element('User', { guid, name: nameOf(name), id: nameOf(id) }),
    ),
  );
  yield* container('CodeBook', container('Codes', each(project.codes, writeCode)));
  yield* container(
    'Variables',
    each(project.variables, (one) =>
      element(
        'Variable',
        { guid: one.guid, name: one.name, typeOfVariable: one.type },
        description(one.description),
      ),
    ),
  );
  yield* container('Cases', each(project.cases, writeCase));
  yield* container(
    'Sources',
    each(project.sources, (source) => writeSource('TextSource', source, texts)),
  );
  yield* container(
    'Notes',
    each(project.memos, (memo) => writeSource('Note', memo, 'inline')),
  );
  yield* container('Sets', each(project.sets, writeSet));
  yield* description(project.description);
  yield* references('NoteRef', project.notes);
}

const writeCode = (code: RefiCode): Iterable<string> =>
  element(
    'Code',
    { guid: code.guid, name: code.name, isCodable: code.codable, color: code.colour },
    (function* () {
      yield* description(code.description);
      yield* references('NoteRef', code.notes);
      yield* each(code.children, writeCode);
    })(),
  );

const writeCase = (one: RefiProject['cases'][number]): Iterable<string> =>
  element(
    'Case',
    { guid: one.guid, name: nameOf(one.name) },
    (function* () {
      yield* description(one.description);
      yield* references('CodeRef', one.codes);
      yield* each(one.values, writeValue);
      yield* references('SourceRef', one.sources);
      yield* references('SelectionRef', one.selections);
    })(),
  );

const writeSet = (set: RefiProject['sets'][number]): Iterable<string> =>
  element(
    'Set',
    { guid: set.guid, name: set.name },
    (function* () {
      yield* description(set.description);
      yield* references('MemberCode', set.codes);
      yield* references('MemberSource', set.sources);
      yield* references('MemberNote', set.notes);
    })(),
  );

const writeValue = ({ variable, type, value }: RefiValue): Iterable<string> =>
  element(
    'VariableValue',
    {},
    (function* () {
      yield* element('VariableRef', { targetGUID: variable });
      if (value !== null && isValueOf(type, value)) yield* textElement(`${type}Value`, value);
    })(),
  );

const writeSource = (name: 'TextSource' | 'Note', source: RefiSource, texts: TextPlace): Iterable<string> =>
  element(
    name,
    {
      guid: source.guid,
      name: nameOf(source.name),
      plainTextPath: source.text !== null && texts === 'files' ? `internal://${source.guid}.txt` : null,
      ...made(source.made),
      ...changed(source.changed),
    },
    (function* () {
      yield* description(source.description);
      if (source.text !== null && texts === 'inline') yield* textElement('PlainTextContent', source.text);
      yield* each(source.selections, writeSelection);
      yield* each(source.codings, writeCoding);
      yield* references('NoteRef', source.notes);
      yield* each(source.values, writeValue);
    })(),
  );

const writeSelection = (selection: RefiSelection): Iterable<string> =>
  element(
    'PlainTextSelection',
    {
      guid: selection.guid,
      name: nameOf(selection.name),
      startPosition: selection.start,
      endPosition: selection.end,
      ...made(selection.made),
      ...changed(selection.changed),
    },
    (function* () {
      yield* description(selection.description);
      yield* each(selection.codings, writeCoding);
      yield* references('NoteRef', selection.notes);
    })(),
  );

const writeCoding = (coding: RefiCoding): Iterable<string> =>
  element(
    'Coding',
    { guid: coding.guid, ...made(coding.made) },
    (function* () {
      yield* element('CodeRef', { targetGUID: coding.code });
      yield* references('NoteRef', coding.notes);
    })(),
  );
