import { outcomeRates, RATE_NAMES } from '../../figures/aapor/rates.ts';
import { DISPOSITIONS } from '../../study/dispositions.ts';
import { type Groups, type StratumProgress, withPartials } from '../../study/field-progress.ts';
import type { Section } from './report.ts';

const GROUPS = ['I', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'] as const satisfies readonly (keyof Groups)[];

/** Final dispositions by code, and their groups by stratum. */
export const outcomesSection: Section = ({ facts: { field }, language, words: { outcomes: words }, say }) => {
  const { total, strata } = field;
  const codes = [...field.codes].sort(([a], [b]) => (a < b ? -1 : 1));
  // Groups that no unit is in, unknown ones as a rule, would be columns of noughts.
  const used = GROUPS.filter((group) => total.groups[group] > 0);
  const row = (part: StratumProgress, name: string) => [
    name,
    ...used.map((group) => say.whole(part.groups[group])),
    say.whole(part.cases),
  ];
  return [
    { kind: 'heading', level: 1, text: words.title },
    { kind: 'paragraph', text: words.text },
    {
      kind: 'table',
      caption: words.codes,
      columns: [
        { label: words.code },
        { label: words.outcome },
        { label: words.group },
        { label: words.count, numeric: true },
        { label: words.share, numeric: true },
      ],
      rows: codes.map(([code, count]) => [
        code,
        DISPOSITIONS[code].label[language],
        DISPOSITIONS[code].group,
        say.whole(count),
        say.percent(count / total.cases),
      ]),
      foot: [words.all, '', '', say.whole(total.cases), say.percent(total.cases === 0 ? null : 1)],
    },
    {
      kind: 'table',
      caption: words.groups,
      columns: [
        { label: 'Stratum' },
        ...used.map((group) => ({ label: group, numeric: true })),
        { label: words.all, numeric: true },
      ],
      rows: strata.map((part) => row(part, part.stratum)),
      foot: row(total, words.all),
      note: words.key,
    },
  ];
};

/** All sixteen rates with their parts. */
export const ratesSection: Section = ({ facts: { field, rules, wave }, words: { rates: words }, say }) => {
  const partials = wave.partials ?? null;
  const groups = withPartials(field.total.groups, partials);
  const rates = outcomeRates(rules.allKnown ? { ...groups, e: 1 } : groups);
  const names = [...RATE_NAMES, ...(rules.allKnown ? [] : (['e'] as const))];
  return [
    { kind: 'heading', level: 1, text: words.title },
    { kind: 'paragraph', text: rules.allKnown ? words.known : words.unknown },
    {
      kind: 'paragraph',
      text: partials === null ? words.partialOpen : words.partialsKnown(say.whole(partials)),
    },
    {
      kind: 'table',
      caption: words.caption,
      columns: [
        { label: words.measure },
        { label: words.formula },
        { label: words.numerator, numeric: true },
        { label: words.denominator, numeric: true },
        { label: words.value, numeric: true },
      ],
      rows: names.map((name) => {
        const { formula, numerator, denominator, value } = rates[name];
        return [name, formula, say.decimal(numerator), say.decimal(denominator), say.percent(value)];
      }),
      note: words.source,
    },
  ];
};
