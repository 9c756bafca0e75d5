import { writeDdi } from '../ddi/write-ddi.ts';
import { LONGEST_TEXT } from '../sav/dictionary.ts';
import { widthOf, writeSav } from '../sav/write-sav.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { PLAIN_CSV, SWEDISH_CSV, writeCsv } from '../sheet/write-csv.ts';
import { isCut, writeXlsx } from '../sheet/write-xlsx.ts';
import { utf8, type ZipFile } from '../zip/write.ts';
import schema from './dataset.schema.json' with { type: 'json' };
import type { Dataset } from './model.ts';
import { type Cuts, readme } from './readme.ts';
import { answerSheet, codeSheet, interviewSheet, variableSheet } from './sheets.ts';
import { type Publish, tableSheet } from './tables.ts';
import type { Language } from './texts.ts';
import { rowsOf, type Variable, variablesOf } from './variables.ts';
import { writeDatasetJson } from './write-json.ts';

export interface BundleOptions {
  /** Of labels. */
  readonly language: Language;
  /** Day of the export, for the README. */
  readonly day: string;
  /** The small-cell rule, and the threshold it keeps. */
  readonly publish: Publish;
  readonly threshold: number;
  readonly sha256: () => Hasher;
}
export interface Hasher {
  readonly update: (bytes: Uint8Array) => void;
  readonly hex: () => string;
}

/**
 * Everything of a wave for an archive, file by file and each in pieces: tables for every program, SPSS, the description,
 * the JSON with its schema, a README, and the checksums last. Nothing is held whole but the dataset itself.
 */
export function* bundle(dataset: Dataset, options: BundleOptions): Generator<ZipFile> {
  const sums: string[] = [];
  for (const file of dataFiles(dataset, options)) {
    const hasher = options.sha256();
    yield { ...file, pieces: watched(file.pieces, hasher.update) };
    sums.push(`${hasher.hex()}  ${file.name}\n`);
  }
  yield { name: 'SHA256SUMS', pieces: utf8(sums) };
}

function* watched(pieces: Iterable<Uint8Array>, see: (piece: Uint8Array) => void): Generator<Uint8Array> {
  for (const piece of pieces) {
    see(piece);
    yield piece;
  }
}

function* dataFiles(dataset: Dataset, options: BundleOptions): Generator<ZipFile> {
  const { language, publish } = options;
  const variables = variablesOf(dataset);
  const csv = (sheet: Sheet, end = '', form = PLAIN_CSV): ZipFile => ({
    name: `${sheet.name}${end}.csv`,
    pieces: utf8(writeCsv(sheet, form)),
  });
  // A sheet's rows can be read once, so each file has a sheet of its own.
  const sheets = {
    interviews: () => interviewSheet(dataset, variables),
    answers: () => answerSheet(dataset),
    variables: () => variableSheet(variables, language),
    codebook: () => codeSheet(dataset),
  };
  const tables = tableSheet(dataset, publish);
  const tableRows = [...tables.rows];
  const tablesAgain = { ...tables, rows: tableRows };
  const files: readonly ZipFile[] = [
    csv(sheets.interviews()),
    csv(sheets.interviews(), '-excel', SWEDISH_CSV),
    csv(sheets.answers()),
    csv(sheets.answers(), '-excel', SWEDISH_CSV),
    csv(sheets.variables()),
    csv(sheets.codebook()),
    csv(tablesAgain),
    {
      name: 'data.xlsx',
      pieces: writeXlsx([...Object.values(sheets).map((sheet) => sheet()), tablesAgain]),
      packed: true,
    },
    { name: 'data.sav', pieces: savOf(dataset, variables, language) },
    { name: 'ddi.xml', pieces: utf8(writeDdi(dataset, variables, { file: 'interviews.csv', language })) },
    { name: 'dataset.json', pieces: utf8(writeDatasetJson(dataset)) },
    { name: 'dataset.schema.json', pieces: utf8([`${JSON.stringify(schema, null, 2)}\n`]) },
  ];
  const names = files.map(({ name }) => name);
  const text = readme({ dataset, files: names, cuts: cutsOf(dataset), ...options });
  yield { name: 'README.md', pieces: utf8([text]) };
  yield* files;
}

const cutsOf = ({ interviews }: Dataset): Cuts => {
  const encoder = new TextEncoder();
  const notes = interviews.flatMap(({ answers }) => answers.map((answer) => answer.notes));
  return {
    xlsx: notes.filter(isCut).length,
    sav: notes.filter((text) => text.length * 3 > LONGEST_TEXT && encoder.encode(text).length > LONGEST_TEXT)
      .length,
  };
};

function* savOf(dataset: Dataset, variables: readonly Variable[], language: Language): Generator<Uint8Array> {
  const widths = widthsOf(dataset, variables);
  yield* writeSav({
    label: `${dataset.study.name} ${dataset.wave.label}`,
    cases: dataset.interviews.length,
    rows: rowsOf(dataset, variables),
    variables: variables.map(({ name, label, kind, decimals, labels, measure }, at) => ({
      name,
      label: label[language],
      width: kind === 'text' ? (widths[at] ?? 1) : null,
      decimals,
      labels: labels.map((one) => ({ value: one.value, label: one.label[language] })),
      measure,
    })),
  });
}

/** Of the texts, in one pass over the rows; 0 for a number. */
const widthsOf = (dataset: Dataset, variables: readonly Variable[]): readonly number[] => {
  const widths = variables.map(() => 0);
  for (const row of rowsOf(dataset, variables))
    for (const [column, value] of row.entries())
      if (typeof value === 'string') widths[column] = Math.max(widths[column] ?? 0, widthOf([value]));
  return widths;
};
