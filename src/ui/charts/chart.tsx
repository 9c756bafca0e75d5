import { type ReactNode, useId, useMemo } from 'react';
import { fileName } from '../file-name.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Menu } from '../menu.tsx';
import { saveFile } from '../save-file.ts';
import css from './charts.module.css';
import { DataTable } from './data-table.tsx';
import { type Legend, withLegend } from './legend.ts';
import { pngOf } from './png.ts';
import type { Draw, Scene } from './scene.ts';
import { SceneSvg } from './scene-svg.tsx';
import { svgText } from './svg-text.ts';
import { type ChartTable, tableCsv } from './table.ts';
import { useWidth } from './use-width.ts';

/** As wide as the column that a screen reads in. */
const WIDEST = 760;

export interface ChartProps {
  readonly title: string;
  /** What the chart shows, in a sentence: read out in its place. */
  readonly summary: string;
  readonly draw: Draw;
  readonly table: ChartTable;
  /** Where parts are told apart by colour; each also stands in the table. */
  readonly legend?: Legend;
  /** The table is open from the beginning. */
  readonly open?: boolean;
  /** Stands between title and chart. */
  readonly children?: ReactNode;
}

/** A chart with its title, its figures as a table under it, and files of both. */
export const Chart = ({ title, summary, draw, table, legend = [], open = false, children }: ChartProps) => {
  const { charts } = useWords();
  const language = useLanguage();
  const [place, width] = useWidth<HTMLDivElement>(WIDEST);
  const scene = useMemo(() => draw(width), [draw, width]);
  const id = useId();
  const name = fileName(title);
  // A file is drawn at full width, whatever the screen, and takes its key along.
  const filed = (): Scene => withLegend(draw, legend)(WIDEST);
  const svg = (): string => svgText(filed(), title);
  const savePng = async (): Promise<void> => {
    const { width: wide, height } = filed();
    saveFile(await pngOf(svg(), wide, height), `${name}.png`);
  };
  return (
    <figure className={css.chart} aria-labelledby={id}>
      <div className={css.head}>
        <figcaption id={id}>{title}</figcaption>
        <Menu
          label={charts.download(title)}
          groups={[
            {
              items: [
                {
                  label: charts.svg,
                  run: () => saveFile(new Blob([svg()], { type: 'image/svg+xml' }), `${name}.svg`),
                },
                { label: charts.png, run: () => void savePng() },
                {
                  label: charts.csv,
                  run: () =>
                    saveFile(new Blob([tableCsv(table, language)], { type: 'text/csv' }), `${name}.csv`),
                },
              ],
            },
          ]}
        >
          {charts.file}
        </Menu>
      </div>
      {children}
      <div ref={place} className={css.place}>
        <SceneSvg scene={scene} label={summary} />
      </div>
      {legend.length > 0 ? (
        <ul className={css.legend}>
          {legend.map(({ tone, label }) => (
            <li key={label}>
              <svg viewBox="0 0 12 12" aria-hidden="true">
                <rect className={css[tone]} width={12} height={12} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      ) : null}
      <details className={css.figures} open={open}>
        <summary>{charts.asTable}</summary>
        <DataTable caption={title} table={table} />
      </details>
    </figure>
  );
};
