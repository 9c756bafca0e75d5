import type { Block } from '../../exchange/document/model.ts';
import { type CallRules, DEFAULT_RULES, dayOfText } from '../../study/call-rules.ts';
import type { Pen, Section } from './report.ts';

/** What went otherwise than planned, each with the reason that was given. */
export const deviationsSection: Section = (pen) => [
  { kind: 'heading', level: 1, text: pen.words.deviations.title },
  ...reserve(pen),
  ...rules(pen),
  ...versions(pen),
  ...calls(pen),
  ...interviews(pen),
];

type Part = (pen: Pen) => readonly Block[];

const reserve: Part = ({ facts: { sample }, words: { deviations: words }, say }) => {
  const released = sample?.released ?? [];
  return [
    { kind: 'heading', level: 2, text: words.reserve },
    released.length === 0
      ? { kind: 'paragraph', text: words.reserveNone }
      : {
          kind: 'list',
          items: released.map(({ stratum, number, units, reason }) => [
            words.reserveLine(stratum, number, say.whole(units.length)),
            { text: reason ?? '', italic: true },
          ]),
        },
  ];
};

const RULES = [
  'target',
  'lastDay',
  'maxAttempts',
  'minDays',
  'busyMinutes',
  'conversion',
  'allKnown',
] as const satisfies readonly (keyof CallRules)[];

const rules: Part = ({ facts, words: { deviations: words }, say }) => {
  const tell = (value: CallRules[(typeof RULES)[number]]): string => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return say.whole(value);
    const day = dayOfText(value);
    return day === null ? '–' : say.date(day);
  };
  return [
    { kind: 'heading', level: 2, text: words.rules },
    { kind: 'paragraph', text: words.rulesChanged(facts.rulesChanged) },
    {
      kind: 'table',
      caption: words.rulesCaption,
      columns: [
        { label: words.rule },
        { label: words.inForce, numeric: true },
        { label: words.usual, numeric: true },
      ],
      rows: RULES.map((name) => [
        words.ruleNames[name],
        tell(facts.rules[name]),
        name === 'target' ? '–' : tell(DEFAULT_RULES[name]),
      ]),
    },
  ];
};

/** Enough of a checksum to tell versions apart by eye. */
const SHOWN = 12;
const versions: Part = ({ facts: { instruments }, words: { deviations: words } }) => [
  { kind: 'heading', level: 2, text: words.versions },
  {
    kind: 'table',
    caption: words.versionCaption,
    columns: [{ label: words.version }, { label: words.versionNote }, { label: words.fingerprint }],
    rows: instruments.map(({ version, note, hash }) => [
      String(version),
      note === '' ? '–' : note,
      hash.slice(0, SHOWN),
    ]),
  },
];

const calls: Part = ({ facts: { field, late, second }, words: { deviations: words }, say }) => {
  const uncalled = field.total.status.new;
  const items = [
    ...(late > 0 ? [words.late(say.whole(late))] : []),
    ...(second > 0 ? [words.second(say.whole(second))] : []),
    ...(uncalled > 0 ? [words.uncalled(say.whole(uncalled))] : []),
  ];
  return [
    { kind: 'heading', level: 2, text: words.calls },
    items.length === 0 ? { kind: 'paragraph', text: words.none } : { kind: 'list', items },
  ];
};

const interviews: Part = ({ facts: { overview }, words: { deviations: words }, say }) =>
  overview === null
    ? []
    : [
        { kind: 'heading', level: 2, text: words.interviews },
        {
          kind: 'paragraph',
          text: words.released(
            say.whole(overview.released),
            say.whole(overview.waiting),
            say.whole(overview.unread),
          ),
        },
      ];
