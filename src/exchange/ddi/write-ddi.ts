import type { Bilingual } from '../../study/instrument.ts';
import type { Dataset } from '../dataset/model.ts';
import type { Language } from '../dataset/texts.ts';
import { rowsOf, type Variable } from '../dataset/variables.ts';
import { container, each, element, textElement, XML_HEAD } from '../xml/write.ts';

/** A study described for an archive in DDI-Codebook 2.5: what was asked, of whom, and each variable with its counts. */
export function* writeDdi(
  dataset: Dataset,
  variables: readonly Variable[],
  about: { readonly file: string; readonly language: Language },
): Generator<string> {
  const { language, file } = about;
  const other: Language = language === 'sv' ? 'en' : 'sv';
  yield XML_HEAD;
  yield* element(
    'codeBook',
    { xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': language },
    (function* () {
      yield* element('stdyDscr', {}, study(dataset, language, other));
      yield* element('fileDscr', { ID: 'F1', URI: file }, fileText(dataset, variables, file));
      yield* container('dataDscr', describe(dataset, variables, language));
    })(),
  );
}

function* study(dataset: Dataset, language: Language, other: Language): Generator<string> {
  const { study: about, wave, instrument } = dataset;
  const title = `${instrument.title[language]}, ${wave.label}`;
  yield* element(
    'citation',
    {},
    (function* () {
      yield* element(
        'titlStmt',
        {},
        (function* () {
          yield* textElement('titl', about.practice ? `${title} (${PRACTICE[language]})` : title);
          yield* textElement('parTitl', `${instrument.title[other]}, ${wave.label}`, { 'xml:lang': other });
          yield* textElement('IDNo', `${instrument.id} ${wave.year}`);
        })(),
      );
      if (about.controller !== '') yield* element('rspStmt', {}, textElement('AuthEnty', about.controller));
      yield* element(
        'prodStmt',
        {},
        (function* () {
          yield* textElement('prodDate', String(wave.year));
          yield* textElement('software', 'Lägesbild');
          if (about.sponsor !== '') yield* textElement('fundAg', about.sponsor);
        })(),
      );
    })(),
  );
  yield* element(
    'stdyInfo',
    {},
    (function* () {
      yield* textElement('abstract', ABSTRACT[language](dataset));
      yield* element(
        'sumDscr',
        {},
        (function* () {
          yield* textElement('timePrd', String(wave.year), { event: 'single', date: String(wave.year) });
          yield* textElement('nation', 'Sverige', { abbr: 'SE' });
          yield* textElement('anlyUnit', ANALYSIS_UNIT[language]);
          yield* textElement('universe', universe(dataset, language));
          yield* textElement('dataKind', DATA_KIND[language]);
        })(),
      );
    })(),
  );
  yield* element(
    'method',
    {},
    element(
      'dataColl',
      {},
      (function* () {
        yield* textElement('timeMeth', TIME_METHOD[language]);
        yield* textElement('sampProc', sampling(dataset, language));
        yield* textElement('collMode', MODE[language]);
        yield* textElement('weight', WEIGHT[language]);
      })(),
    ),
  );
}

function* fileText(dataset: Dataset, variables: readonly Variable[], file: string): Generator<string> {
  yield* element(
    'fileTxt',
    {},
    (function* () {
      yield* textElement('fileName', file);
      yield* element(
        'dimensns',
        {},
        (function* () {
          yield* textElement('caseQnty', String(dataset.interviews.length));
          yield* textElement('varQnty', String(variables.length));
        })(),
      );
      yield* textElement('fileType', 'text/csv; charset=utf-8');
    })(),
  );
}

/** Counts of every labelled value over all interviews, in one pass. */
const countsOf = (
  dataset: Dataset,
  variables: readonly Variable[],
): readonly ReadonlyMap<number, number>[] => {
  const counts = variables.map(() => new Map<number, number>());
  for (const row of rowsOf(dataset, variables))
    for (const [column, value] of row.entries()) {
      const own = counts[column];
      if (own && typeof value === 'number' && (variables[column]?.labels.length ?? 0) > 0)
        own.set(value, (own.get(value) ?? 0) + 1);
    }
  return counts;
};

function* describe(dataset: Dataset, variables: readonly Variable[], language: Language): Generator<string> {
  const counts = countsOf(dataset, variables);
  for (const [at, variable] of variables.entries())
    yield* element(
      'var',
      {
        ID: `V${at + 1}`,
        name: variable.name,
        files: 'F1',
        intrvl: variable.measure === 'scale' ? 'contin' : 'discrete',
        ...(variable.decimals > 0 ? { dcml: variable.decimals } : {}),
      },
      (function* () {
        yield* both('labl', variable.label, language);
        if (variable.question !== null)
          yield* element('qstn', {}, textElement('qstnLit', variable.question.text[language]));
        yield* each(variable.labels, ({ value, label }) =>
          element(
            'catgry',
            {},
            (function* () {
              yield* textElement('catValu', String(value));
              yield* both('labl', label, language);
              yield* textElement('catStat', String(counts[at]?.get(value) ?? 0), { type: 'freq' });
            })(),
          ),
        );
        yield* element('varFormat', { type: variable.kind === 'number' ? 'numeric' : 'character' });
      })(),
    );
}

function* both(name: string, text: Bilingual, language: Language): Generator<string> {
  yield* textElement(name, text[language]);
  const other: Language = language === 'sv' ? 'en' : 'sv';
  if (text[other] !== text[language]) yield* textElement(name, text[other], { 'xml:lang': other });
}

const PRACTICE = { sv: 'övningsstudie med påhittade data', en: 'practice study with invented data' };
const ANALYSIS_UNIT = { sv: 'Organisation', en: 'Organisation' };
const DATA_KIND = {
  sv: 'Intervjuanteckningar, avidentifierade och kodade',
  en: 'Interview notes, masked and coded',
};
const TIME_METHOD = { sv: 'Tvärsnitt', en: 'Cross-section' };
const MODE = { sv: 'Telefonintervju', en: 'Telephone interview' };
const WEIGHT = {
  sv: 'Vikten är antalet i stratumet delat med antalet intervjuade där.',
  en: 'The weight is the number in the stratum divided by the number interviewed there.',
};
const ABSTRACT = {
  sv: ({ interviews, wave, coding }: Dataset) =>
    `${interviews.length} intervjuer, omgången ${wave.label} (${wave.year}). Koder: ${coding.layer}. Intervjuerna är avidentifierade och har blivit läsbara i grupper om minst ${wave.k}.`,
  en: ({ interviews, wave, coding }: Dataset) =>
    `${interviews.length} interviews, wave ${wave.label} (${wave.year}). Codes: ${coding.layer}. The interviews are masked and were released in groups of at least ${wave.k}.`,
};

const populationOf = ({ wave }: Dataset): number | null =>
  wave.strata.some(({ population }) => population === null)
    ? null
    : wave.strata.reduce((sum, { population }) => sum + (population ?? 0), 0);

const universe = (dataset: Dataset, language: Language): string => {
  const population = populationOf(dataset);
  const size = population === null || dataset.wave.strata.length === 0 ? '' : `, ${population}`;
  return language === 'sv'
    ? `Organisationerna i urvalsramen${size}`
    : `The organisations of the sample frame${size}`;
};

const sampling = (dataset: Dataset, language: Language): string => {
  const drawn = populationOf(dataset) !== null && dataset.wave.strata.length > 0;
  const strata = dataset.wave.strata.map(({ name, population }) =>
    population === null ? name : `${name} (${population})`,
  );
  const list = strata.length === 0 ? '' : `: ${strata.join(', ')}`;
  if (language === 'sv')
    return `${drawn ? 'Stratifierat slumpmässigt urval' : 'Inte ett slumpmässigt urval'}${list}.`;
  return `${drawn ? 'Stratified random sample' : 'No probability sample'}${list}.`;
};
