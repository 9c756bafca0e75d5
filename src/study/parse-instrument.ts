import { DefinitionReader, type JsonObject } from './definition-reader.ts';
import type { Instrument, InstrumentProblem, ObjectionCard, ScriptPart, Section } from './instrument.ts';
import { checkFields, checkNames } from './instrument-rules.ts';
import type { Json } from './json.ts';
import { readPage } from './parse-page.ts';
import { err, ok, type Result } from './result.ts';

/** All that is wrong with a definition, in reading order; empty when it can be published. */
export const instrumentProblems = (definition: Json): readonly InstrumentProblem[] =>
  read(definition).problems;

/** From the SurveyJS definition to the house's own types. A broken one is refused with the first fault. */
export const parseInstrument = (definition: Json): Result<Instrument, InstrumentProblem> => {
  const { instrument, problems } = read(definition);
  const first = problems[0];
  return first === undefined ? ok(instrument) : err(first);
};

const read = (definition: Json): { instrument: Instrument; problems: readonly InstrumentProblem[] } => {
  const reader = new DefinitionReader();
  const survey = reader.object(definition, '');
  if (survey.locale !== 'sv') reader.note('/locale', { type: 'not_swedish' });

  const head = reader.each(
    survey.sections,
    '/sections',
    (member, path) => ({
      id: sectionId(reader, member.id, `${path}/id`),
      title: reader.both(member.title, `${path}/title`),
      shortTitle: reader.both(member.shortTitle, `${path}/shortTitle`),
    }),
    (section) => section.id,
    'id',
  );
  const pages = reader.each(
    survey.pages,
    '/pages',
    (member, path) => readPage(reader, member, path),
    (question) => question.id,
    'questionId',
  );
  checkOrder(
    reader,
    head.map((section) => section.id),
    pages.map((page) => page.section),
  );
  const sections: readonly Section[] = head.map((section) => ({
    ...section,
    questions: pages.filter((page) => page.section === section.id),
  }));

  const instrument: Instrument = {
    id: slug(reader, survey.instrumentId, '/instrumentId'),
    title: reader.localised(survey.title, '/title'),
    opening: readScript(reader, survey, 'opening'),
    consentVersion: reader.text(survey.consentVersion, '/consentVersion'),
    objections: readScript(reader, survey, 'objections'),
    roles: reader.each(
      survey.roles,
      '/roles',
      (member, path) => ({
        value: reader.name(member.value, `${path}/value`),
        text: reader.both(member.text, `${path}/text`),
      }),
      (role) => role.value,
      'value',
    ),
    sections,
    closing: readScript(reader, survey, 'closing'),
    closingNotes: reader.name(survey.closingNotes, '/closingNotes'),
    spellingAlphabet: reader.each(
      survey.spellingAlphabet,
      '/spellingAlphabet',
      (member, path) => ({
        character: character(reader, member.character, `${path}/character`),
        text: reader.both(member.text, `${path}/text`),
      }),
      (entry) => entry.character,
      'character',
    ),
  };
  checkNames(reader, instrument);
  return { instrument, problems: reader.problems };
};

const readScript = (
  reader: DefinitionReader,
  survey: JsonObject,
  name: string,
): readonly (ScriptPart & ObjectionCard)[] =>
  reader.each(
    survey[name],
    `/${name}`,
    (member, path) => {
      const part = {
        id: reader.name(member.id, `${path}/id`),
        title: reader.both(member.title, `${path}/title`),
        text: reader.both(member.text, `${path}/text`),
      };
      checkFields(reader, part.text, `${path}/text`);
      return part;
    },
    (part) => part.id,
    'id',
  );

const sectionId = (reader: DefinitionReader, value: Json | undefined, path: string): string => {
  const id = reader.text(value, path);
  if (id !== '' && !/^[A-Z][0-9]{1,2}$/.test(id)) reader.note(path, { type: 'not_section_id', value: id });
  return id;
};

const slug = (reader: DefinitionReader, value: Json | undefined, path: string): string => {
  const id = reader.text(value, path);
  if (id !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    reader.note(path, { type: 'not_slug', value: id });
  }
  return id;
};

const character = (reader: DefinitionReader, value: Json | undefined, path: string): string => {
  const text = reader.text(value, path);
  if (text !== '' && !/^[A-Z0-9]$/.test(text)) reader.note(path, { type: 'not_character', value: text });
  return text;
};

/** Questions are read in the order of the pages, so an area must be one run of pages, in the order of the areas. */
const checkOrder = (
  reader: DefinitionReader,
  sections: readonly string[],
  pages: readonly string[],
): void => {
  let reached = 0;
  pages.forEach((section, index) => {
    const place = sections.indexOf(section);
    if (place < 0) {
      if (section !== '') reader.note(`/pages/${index}/section`, { type: 'no_section', value: section });
    } else if (place < reached) {
      reader.note(`/pages/${index}/section`, { type: 'section_left', value: section });
    } else reached = place;
  });
  sections.forEach((section, index) => {
    if (section !== '' && !pages.includes(section)) {
      reader.note(`/sections/${index}`, { type: 'section_empty', value: section });
    }
  });
};
