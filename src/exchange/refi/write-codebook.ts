import { container, each, element, XML_HEAD } from '../xml/write.ts';
import type { RefiCode, RefiProject } from './model.ts';
import { description } from './write-project.ts';

/** The XML of a `.qdc`, in pieces: codes and sets of codes. The standard knows no codebook without a code. */
export function* writeCodebookXml(project: RefiProject): Generator<string> {
  yield XML_HEAD;
  yield* element(
    'CodeBook',
    { xmlns: 'urn:QDA-XML:codebook:1.0', origin: project.origin === '' ? null : project.origin },
    (function* () {
      yield* container('Codes', each(project.codes, writeCode));
      yield* container('Sets', each(project.sets, writeSet));
    })(),
  );
}

const writeCode = (code: RefiCode): Iterable<string> =>
  element(
    'Code',
    { guid: code.guid, name: code.name, isCodable: code.codable, color: code.colour },
    (function* () {
      yield* description(code.description);
      yield* each(code.children, writeCode);
    })(),
  );

/** Members carry `guid` here, and `targetGUID` in a project. */
const writeSet = (set: RefiProject['sets'][number]): Iterable<string> =>
  element(
    'Set',
    { guid: set.guid, name: set.name },
    (function* () {
      yield* description(set.description);
      yield* each(set.codes, (guid) => element('MemberCode', { guid }));
    })(),
  );
