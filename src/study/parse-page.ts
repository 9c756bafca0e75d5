import type { DefinitionReader, JsonObject } from './definition-reader.ts';
import type { Bilingual, PreCodeList, Probe, Question } from './instrument.ts';
import { NOTES_TYPE } from './instrument-properties.ts';
import type { Json } from './json.ts';

/** One SurveyJS page is one question: its lists of pre-codes and one element of free notes. */
export const readPage = (reader: DefinitionReader, page: JsonObject, path: string): Question => {
  const id = questionId(reader, page.questionId, `${path}/questionId`);
  const stem = reader.name(page.name, `${path}/name`);
  if (id !== '' && stem !== '' && stem !== stemOf(id)) {
    reader.note(`${path}/name`, { type: 'page_name', wanted: stemOf(id), question: id });
  }
  const section = reader.text(page.section, `${path}/section`);
  if (id !== '' && section !== '' && !id.startsWith(`${section}.`)) {
    reader.note(`${path}/section`, { type: 'other_section', question: id, section });
  }
  const elements = readElements(reader, page.elements, `${path}/elements`, stem);
  const instruction = page.instruction;
  const notApplicableIf = page.notApplicableIf;
  return {
    id,
    section,
    text: reader.localised(page.title, `${path}/title`),
    ...(instruction === undefined ? {} : { instruction: reader.both(instruction, `${path}/instruction`) }),
    notes: elements.notes,
    preCodeLists: elements.lists,
    probes: reader.each(
      page.probes,
      `${path}/probes`,
      (member, at) => readProbe(reader, member, at, stem),
      (probe) => probe.id,
      'id',
      false,
    ),
    ...(notApplicableIf === undefined
      ? {}
      : { notApplicableIf: reader.text(notApplicableIf, `${path}/notApplicableIf`) }),
    claimBearing:
      page.claimBearing === undefined
        ? missing(reader, path)
        : reader.flag(page.claimBearing, `${path}/claimBearing`),
  };
};

/** `A1.1` is `a1_1` in names. */
export const stemOf = (questionId: string): string => questionId.toLowerCase().replace('.', '_');

const missing = (reader: DefinitionReader, path: string): boolean => {
  reader.note(`${path}/claimBearing`, { type: 'claim_missing' });
  return false;
};

const questionId = (reader: DefinitionReader, value: Json | undefined, path: string): string => {
  const id = reader.text(value, path);
  if (id !== '' && !/^[A-Z][0-9]{1,2}\.[0-9]{1,2}$/.test(id)) {
    reader.note(path, { type: 'not_question_id', value: id });
  }
  return id;
};

const readElements = (
  reader: DefinitionReader,
  value: Json | undefined,
  path: string,
  stem: string,
): { readonly notes: string; readonly lists: readonly PreCodeList[] } => {
  let notes = '';
  const lists: PreCodeList[] = [];
  reader.list(value, path).forEach((member, index) => {
    const at = `${path}/${index}`;
    const element = reader.object(member, at);
    const name = reader.name(element.name, `${at}/name`);
    if (name !== '' && stem !== '' && !name.startsWith(`${stem}_`)) {
      reader.note(`${at}/name`, { type: 'begins_with', value: name, stem });
    }
    switch (element.type) {
      case 'checkbox':
      case 'radiogroup':
        lists.push(readList(reader, element, at, name));
        break;
      case NOTES_TYPE:
        if (notes !== '') reader.note(at, { type: 'notes_twice' });
        if (name !== '' && name !== `${stem}_notes`)
          reader.note(`${at}/name`, { type: 'notes_name', wanted: `${stem}_notes` });
        notes = name;
        break;
      default:
        reader.note(`${at}/type`, { type: 'element_type', notes: NOTES_TYPE });
    }
  });
  if (notes === '') reader.note(path, { type: 'no_notes', notes: NOTES_TYPE });
  return { notes, lists };
};

const readList = (reader: DefinitionReader, element: JsonObject, path: string, name: string): PreCodeList => {
  const many = element.type === 'checkbox';
  const title: Bilingual | undefined =
    element.title === undefined ? undefined : reader.localised(element.title, `${path}/title`);
  const preCodes = reader.each(
    element.choices,
    `${path}/choices`,
    (choice, at) => ({
      value: reader.name(choice.value, `${at}/value`),
      text: reader.localised(choice.text, `${at}/text`),
      definition: reader.both(choice.definition, `${at}/definition`),
      exclusive: reader.flag(choice.exclusive, `${at}/exclusive`),
    }),
    (choice) => choice.value,
    'value',
  );
  preCodes.forEach((preCode, index) => {
    if (preCode.exclusive && !many) {
      reader.note(`${path}/choices/${index}/exclusive`, { type: 'exclusive_one' });
    }
  });
  return { name, ...(title === undefined ? {} : { title }), many, preCodes };
};

const readProbe = (reader: DefinitionReader, member: JsonObject, path: string, stem: string): Probe => {
  const id = reader.name(member.id, `${path}/id`);
  if (id !== '' && stem !== '' && !id.startsWith(`${stem}_`)) {
    reader.note(`${path}/id`, { type: 'begins_with', value: id, stem });
  }
  const offeredIf = member.offeredIf;
  return {
    id,
    text: reader.both(member.text, `${path}/text`),
    definition: reader.both(member.definition, `${path}/definition`),
    ...(offeredIf === undefined ? {} : { offeredIf: reader.text(offeredIf, `${path}/offeredIf`) }),
  };
};
