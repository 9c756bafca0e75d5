import { useMemo } from 'react';
import { bars } from '../ui/charts/bars.ts';
import { Chart } from '../ui/charts/chart.tsx';
import { dots } from '../ui/charts/dots.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import { percentWords } from '../ui/number-words.ts';
import type { Line } from './lines.ts';
import css from './results.module.css';
import { printed, shareTable, shareWords } from './share-words.ts';

/** Shares with their intervals where the sample was drawn by chance, counts as bars where not; read on by category. */
export const ShareChart = ({
  title,
  lines,
  onRead,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly onRead: (line: Line) => void;
}) => {
  const words = useWords();
  const language = useLanguage();
  const byChance = lines.some(({ share }) => printed(share).interval !== null);
  const draw = useMemo(() => {
    if (!byChance)
      return bars(
        lines.map(({ label, share }) => ({
          label: label[language],
          parts: [{ value: share.x, tone: 'accent' as const }],
          text: words.analysis.of(share.x, share.n),
        })),
      );
    return dots(
      lines.flatMap(({ label, share }) => {
        const { estimate, interval } = printed(share);
        if (estimate === null) return [];
        return [
          {
            label: label[language],
            dots: [
              {
                value: estimate,
                ...(interval ? { low: interval[0], high: interval[1] } : {}),
                text: words.analysis.of(share.x, share.n),
              },
            ],
          },
        ];
      }),
      { max: 1, format: (value) => percentWords(value, language, 0) },
    );
  }, [lines, byChance, language, words]);
  const summary = lines
    .map(({ label, share }) => `${label[language]}: ${shareWords(share, language, words)}`)
    .join('; ');
  const denominator = lines[0]?.share.denominator;
  return (
    <div className={css.chart}>
      <Chart title={title} summary={summary} draw={draw} table={shareTable(lines, language, words)}>
        {denominator ? <p className="muted small">{words.analysis.denominators[denominator]}</p> : null}
      </Chart>
      <ul className={css.read} aria-label={title}>
        {lines
          .filter(({ share }) => share.x > 0)
          .map((line) => (
            <li key={line.id}>
              <button type="button" className={css.link} onClick={() => onRead(line)}>
                <span className="unseen">{words.analysis.read('')}</span>
                {line.label[language]} ({line.share.x})
              </button>
            </li>
          ))}
      </ul>
      <p className="muted small">{byChance ? words.analysis.interval : words.analysis.noInterval}</p>
    </div>
  );
};
