import { useMemo } from 'react';
import {
  type FieldProgress,
  responseOf,
  type StratumProgress,
  strataBehind,
} from '../../study/field-progress.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { STATUS_TONES, strataDraw, strataLegend } from './draws.ts';
import { percentWords } from './numbers.ts';

/** Cases by status and stratum, the response of each, and which fall behind. */
export const StrataChart = ({ field }: { readonly field: FieldProgress }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const behind = strataBehind(field);
  const share = (part: StratumProgress): string => {
    const { value, numerator, denominator } = responseOf(part);
    return value === null
      ? progress.notDefined
      : progress.of(numerator, denominator, percentWords(value, language, 0));
  };
  const draw = useMemo(() => strataDraw(field.strata), [field]);
  const row = (part: StratumProgress, name: string) => {
    const { numerator, denominator, value } = responseOf(part);
    return [
      name,
      part.cases,
      ...STATUS_TONES.map(([status]) => part.status[status]),
      numerator,
      denominator,
      value,
    ];
  };
  const said =
    behind.length === 0
      ? progress.notBehind
      : progress.behind(
          behind.map((part) => `${part.stratum} (${share(part)})`).join(', '),
          share(field.total),
        );
  return (
    <Chart
      title={progress.strata}
      summary={said}
      draw={draw}
      legend={strataLegend(progress)}
      table={{
        columns: [
          { label: progress.stratum },
          { label: progress.cases },
          ...STATUS_TONES.map(([status]) => ({ label: progress.status[status] })),
          { label: progress.numerator },
          { label: progress.denominator },
          { label: 'RR1', format: 'percent' },
        ],
        rows: [...field.strata.map((part) => row(part, part.stratum)), row(field.total, progress.whole)],
      }}
      open
    >
      <p>{said}</p>
    </Chart>
  );
};
