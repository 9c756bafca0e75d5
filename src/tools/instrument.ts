import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { diffInstruments } from '../study/instrument-edit/diff.ts';
import { readInstrumentFile } from '../study/instrument-edit/import-file.ts';
import { canonicalJson, type Json, sha256Hex } from '../study/json.ts';
import { instrumentProblems } from '../study/parse-instrument.ts';
import { err, ok } from '../study/result.ts';
import { differenceWords } from '../words/difference.ts';
import { words } from '../words/index.ts';
import { lineOf, lineOfFault } from './line-of.ts';
import { failure, type Tool, type ToolInput } from './tool.ts';

/** Validates a definition as publishing does, by the JSON Schema and by the rules between its parts. */
export const instrument: Tool = {
  summary: 'validate an instrument and print its canonical SHA-256',
  help: `Reads one SurveyJS definition (JSON), for instance
questionnaires/it-sakerhet-upphandling/2025/instrument.json, and checks it by the JSON Schema in questionnaires/schema/
and by the rules between its parts. Writes the SHA-256 of its canonical JSON, which is what the server compares.
Every fault is told with its line, its JSON Pointer and the reason.

  diff a.json b.json    what differs between two versions, a sentence a line; --language sv (default) or en`,
  options: { language: { type: 'string' } },
  words: 2,
  async *run(input) {
    if (input.before.length > 0) {
      yield* difference(input);
      return;
    }
    const text = await input.text();
    let definition: Json;
    try {
      definition = JSON.parse(text);
    } catch (error) {
      yield err(failure(`is not JSON: ${error instanceof Error ? error.message : error}`, lineOfFault(text)));
      return;
    }
    const problems = instrumentProblems(definition);
    // Where the rules have spoken in plain words, the schema need only add what they do not look for.
    const schema = schemaFaults(definition).filter((fault) => problems.length === 0 || fault.unknownName);
    const faults = [...problems, ...schema];
    for (const { path, reason } of faults) {
      yield err(failure(`${path === '' ? '(the whole)' : path}: ${reason}`, lineOf(text, path)));
    }
    if (faults.length === 0) yield ok(await sha256Hex(canonicalJson(definition)));
  },
};

async function* difference({ before, options, text }: ToolInput): ReturnType<Tool['run']> {
  const [verb, first] = before;
  const { language = 'sv' } = options;
  if (verb !== 'diff' || first === undefined) {
    yield err(failure('understood are: a file, or diff and two files'));
    return;
  }
  if (language !== 'sv' && language !== 'en') {
    yield err(failure('--language is sv or en'));
    return;
  }
  const read = [readFileSync(first, 'utf8'), await text()].map(readInstrumentFile);
  const definitions = read.flatMap((one) => (one.ok ? [one.value] : []));
  const [old, now] = definitions;
  if (old === undefined || now === undefined) {
    const which = read[0]?.ok ? 'the second file' : first;
    yield err(failure(`${which} is no instrument: it is not JSON, or lacks pages or sections`));
    return;
  }
  for (const one of diffInstruments(old, now))
    yield ok(differenceWords(one, words[language].instrument, language));
}

interface SchemaFault {
  readonly path: string;
  readonly reason: string;
  readonly unknownName: boolean;
}

const schemaFaults = (definition: Json): readonly SchemaFault[] => {
  const read = (path: string): AnySchema =>
    JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addSchema(read('node_modules/survey-core/surveyjs_definition.json'), 'surveyjs_definition.json');
  const validate = ajv.compile(read('questionnaires/schema/instrument.schema.json'));
  validate(definition);
  return (validate.errors ?? []).map((error) => {
    const name: unknown = error.params.additionalProperty;
    return typeof name === 'string'
      ? { path: error.instancePath, reason: `there is no property "${name}"`, unknownName: true }
      : { path: error.instancePath, reason: error.message ?? error.keyword, unknownName: false };
  });
};
