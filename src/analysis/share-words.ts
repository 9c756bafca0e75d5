import type { Estimate } from '../figures/shares/estimate.ts';
import type { Share } from '../figures/wave/share.ts';
import type { ChartTable } from '../ui/charts/table.ts';
import { percentWords } from '../ui/number-words.ts';
import type { Language, Words } from '../words/index.ts';
import type { Line } from './lines.ts';

/** What is printed of a share: the weighted one where there is one. */
export const printed = ({ weighted, unweighted }: Share): Estimate => weighted ?? unweighted;

/** `34 av 98 (27,5–42,7 %)`; the share only where somebody was counted. */
export const shareWords = (share: Share, language: Language, { analysis }: Words): string => {
  const { estimate, interval } = printed(share);
  const counts = analysis.of(share.x, share.n);
  if (estimate === null) return counts;
  const value = percentWords(estimate, language, 0);
  return interval ? `${counts}, ${value} (${intervalWords(interval, language)})` : `${counts}, ${value}`;
};

export const intervalWords = (interval: readonly [number, number], language: Language): string => {
  const [low, high] = interval.map((end) => percentWords(end, language, 1));
  return `${(low ?? '').replace(/\s*%$/u, '')}–${high}`;
};

export const shareTable = (lines: readonly Line[], language: Language, { analysis }: Words): ChartTable => {
  const { columns } = analysis;
  const byChance = lines.some(({ share }) => share.weighted !== null);
  return {
    columns: [
      { label: columns.category },
      { label: columns.x, format: 'number' },
      { label: columns.n, format: 'number' },
      { label: columns.share, format: 'percent' },
      ...(byChance
        ? ([
            { label: columns.weighted, format: 'percent' },
            { label: columns.low, format: 'percent' },
            { label: columns.high, format: 'percent' },
          ] as const)
        : []),
    ],
    rows: lines.map(({ label, share }) => [
      label[language],
      share.x,
      share.n,
      share.unweighted.estimate,
      ...(byChance
        ? [
            share.weighted?.estimate ?? null,
            share.weighted?.interval?.[0] ?? null,
            share.weighted?.interval?.[1] ?? null,
          ]
        : []),
    ]),
  };
};
