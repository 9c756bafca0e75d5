import type { Dataset } from './model.ts';
import type { Language } from './texts.ts';

/** What was cut to fit a format. */
export interface Cuts {
  readonly xlsx: number;
  readonly sav: number;
}

interface About {
  readonly dataset: Dataset;
  readonly files: readonly string[];
  readonly cuts: Cuts;
  /** Day of the export, as it should be printed. */
  readonly day: string;
  readonly threshold: number;
}

/** What lies in the archive and how to read it, in Swedish and in English, so that it can be understood in ten years. */
export const readme = (about: About): string =>
  (['sv', 'en'] as const)
    .map((language) => paragraphs(about, language).join('\n\n'))
    .join('\n\n---\n\n')
    .concat('\n');

const paragraphs = (about: About, language: Language): readonly string[] => {
  const { study, wave, instrument, coding, interviews } = about.dataset;
  const words = WORDS[language];
  return [
    `# ${study.name}: ${instrument.title[language]}, ${wave.label} (${wave.year})`,
    ...(study.practice ? [words.practice] : []),
    words.made(about.day, interviews.length, wave.k),
    words.coding(coding.layer, coding.codebookVersion),
    about.files.map((file) => `- ${file}: ${FILES[file]?.[language] ?? ''}`).join('\n'),
    words.reading,
    words.small(about.threshold),
    ...(about.cuts.xlsx > 0 ? [words.cutXlsx(about.cuts.xlsx)] : []),
    ...(about.cuts.sav > 0 ? [words.cutSav(about.cuts.sav)] : []),
    words.sums,
  ];
};

const WORDS = {
  sv: {
    practice: 'ÖVNINGSSTUDIE: allt innehåll är påhittat.',
    made: (day: string, count: number, k: number) =>
      `Exporterad ${day} ur Lägesbild: ${count} intervjuer. Texterna är avidentifierade av intervjuaren, och intervjuerna har blivit läsbara i grupper om minst ${k} lika. Inget här leder till en kommun, en person eller en tidpunkt.`,
    coding: (layer: string, version: number | null) =>
      `Koder: ${layer}${version === null ? '' : `, kodboken i version ${version}`}. Att en kod saknas betyder att svaret inte nämnde det, inte att motsatsen gäller.`,
    reading:
      'CSV: UTF-8, komma, decimalpunkt, en rad per intervju eller svar; filerna som slutar på -excel har semikolon och decimalkomma och öppnas rätt av svenska Excel. Ett tomt fält är ett värde som saknas. En text som ett kalkylprogram skulle ta för en formel har fått en apostrof framför sig; i data.sav och dataset.json står den som den skrevs.',
    small: (threshold: number) =>
      `I tables.csv visas inget antal under ${threshold} intervjuer när det delas upp på stratum eller roll, och inget som går att räkna ut ur de andra. Kolumnen not_shown säger varför ett antal saknas.`,
    cutXlsx: (count: number) =>
      `${count} texter är för långa för en cell i Excel och slutar med … i data.xlsx.`,
    cutSav: (count: number) =>
      `${count} texter är för långa för SPSS (32 767 byte) och är avkortade i data.sav.`,
    sums: 'SHA256SUMS innehåller filernas kontrollsummor; sha256sum -c SHA256SUMS prövar dem.',
  },
  en: {
    practice: 'PRACTICE STUDY: all content is invented.',
    made: (day: string, count: number, k: number) =>
      `Exported ${day} from Lägesbild: ${count} interviews. The texts were masked by the interviewer, and interviews were released in groups of at least ${k} alike. Nothing here leads to a municipality, a person or an instant.`,
    coding: (layer: string, version: number | null) =>
      `Codes: ${layer}${version === null ? '' : `, codebook version ${version}`}. That a code is absent means the answer did not mention it, not that the contrary holds.`,
    reading:
      'CSV: UTF-8, comma, decimal point, one row an interview or answer; the files ending in -excel have semicolon and decimal comma for Swedish Excel. An empty field is a missing value. A text that a spreadsheet would take for a formula has an apostrophe before it; in data.sav and dataset.json it stands as written.',
    small: (threshold: number) =>
      `In tables.csv no count under ${threshold} interviews is shown where it is broken down by stratum or role, nor one that could be worked out from others. The column not_shown says why a count is missing.`,
    cutXlsx: (count: number) => `${count} texts are too long for a cell of Excel and end in … in data.xlsx.`,
    cutSav: (count: number) => `${count} texts are too long for SPSS (32,767 bytes) and are cut in data.sav.`,
    sums: 'SHA256SUMS holds the checksums of the files; sha256sum -c SHA256SUMS tries them.',
  },
} as const;

const FILES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'interviews.csv': {
    sv: 'en rad per intervju, värden som tal',
    en: 'one row an interview, values as numbers',
  },
  'interviews-excel.csv': { sv: 'samma för svenska Excel', en: 'the same for Swedish Excel' },
  'answers.csv': { sv: 'en rad per svar, i ord', en: 'one row an answer, in words' },
  'answers-excel.csv': { sv: 'samma för svenska Excel', en: 'the same for Swedish Excel' },
  'variables.csv': { sv: 'variablerna och deras värden', en: 'the variables and their values' },
  'codebook.csv': { sv: 'koderna och deras definitioner', en: 'the codes and their definitions' },
  'tables.csv': { sv: 'antal, i stort och uppdelade', en: 'counts, in all and broken down' },
  'data.xlsx': { sv: 'allt ovan som en arbetsbok', en: 'all of the above as a workbook' },
  'data.sav': { sv: 'SPSS, med etiketter', en: 'SPSS, with labels' },
  'ddi.xml': {
    sv: 'studiens beskrivning, DDI-Codebook 2.5',
    en: 'description of the study, DDI-Codebook 2.5',
  },
  'dataset.json': { sv: 'allt, som JSON', en: 'everything, as JSON' },
  'dataset.schema.json': { sv: 'JSON-schema för dataset.json', en: 'JSON Schema of dataset.json' },
};
