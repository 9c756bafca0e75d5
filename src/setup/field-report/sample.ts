import { type Merge, mergedName } from '../../study/allocation.ts';
import type { SampleNow } from '../sample/reserve-state.ts';
import type { Section } from './report.ts';

/** As a shell takes it: one word, whatever it holds. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The line that draws the same again from the frame, by sizes: what was planned may have been changed by hand. */
const drawCommand = ({ draw, strata }: SampleNow): string => {
  const merges = strata.flatMap(({ parts: [first = '', ...rest] }) => {
    let into = first;
    return rest.map((part): Merge => {
      const merge = [part, into] as const;
      into = mergedName(into, part);
      return merge;
    });
  });
  const sizes = Object.fromEntries(strata.map(({ stratum, drawn }) => [stratum, drawn]));
  const options = [
    `--seed ${quoted(draw.seed)}`,
    `--sizes ${quoted(JSON.stringify(sizes))}`,
    ...(merges.length > 0 ? [`--merges ${quoted(JSON.stringify(merges))}`] : []),
  ];
  return `npm run -s tool draw -- ${options.join(' ')} < frame.csv`;
};

/** How the sample was drawn, so that anybody with the frame draws it again. */
export const sampleSection: Section = ({ facts: { sample }, words: { sample: words }, say }) => {
  if (!sample)
    return [
      { kind: 'heading', level: 1, text: words.title },
      { kind: 'paragraph', text: words.unknown },
    ];
  const { draw, strata } = sample;
  const sum = (pick: (stratum: (typeof strata)[number]) => number): number =>
    strata.reduce((all, stratum) => all + pick(stratum), 0);
  const population = sum((one) => one.population);
  const drawn = sum((one) => one.drawn);
  const released = sum((one) => one.released);
  const merged = strata.filter(({ parts }) => parts.length > 1);
  return [
    { kind: 'heading', level: 1, text: words.title },
    {
      kind: 'paragraph',
      text: [
        words.how(say.whole(population), say.whole(strata.length)),
        words.plan(say.whole(draw.target), String(draw.response), say.whole(drawn)),
        words.allocations[draw.allocation],
      ].join(' '),
    },
    { kind: 'paragraph', text: words.seed(draw.seed) },
    { kind: 'paragraph', text: words.again },
    { kind: 'paragraph', style: 'quote', text: drawCommand(sample) },
    ...merged.map(
      ({ stratum, parts }) => ({ kind: 'paragraph', text: words.merged(stratum, parts.join(', ')) }) as const,
    ),
    {
      kind: 'table',
      caption: words.caption,
      columns: [
        { label: words.columns.stratum },
        { label: words.columns.population, numeric: true },
        { label: words.columns.drawn, numeric: true },
        { label: words.columns.released, numeric: true },
        { label: words.columns.probability, numeric: true },
      ],
      rows: strata.map((one) => [
        one.stratum,
        say.whole(one.population),
        say.whole(one.drawn),
        say.whole(one.released),
        say.percent(one.probability),
      ]),
      foot: [
        words.whole,
        say.whole(population),
        say.whole(drawn),
        say.whole(released),
        say.percent(population === 0 ? null : (drawn + released) / population),
      ],
      note: words.note,
    },
  ];
};
