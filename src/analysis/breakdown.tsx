import { useMemo } from 'react';
import { holm } from '../figures/shares/holm.ts';
import type { Coarsened } from '../figures/small-cells/coarsen.ts';
import { DEFAULT_THRESHOLD } from '../figures/small-cells/protect.ts';
import { type Asked, publish } from '../figures/small-cells/publication.ts';
import { columnBy, differs, groupsOf, indicatorBy } from '../figures/wave/breakdown.ts';
import type { Background } from '../figures/wave/wave-data.ts';
import { DataTable } from '../ui/charts/data-table.tsx';
import { has } from '../ui/has.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import type { Language } from '../words/index.ts';
import type { Group, Line } from './lines.ts';
import css from './results.module.css';

interface Part {
  readonly title: string;
  readonly asked: Asked;
  /** Name of a category as printed. */
  readonly nameOf: (category: string) => string;
}

/** The page's figures by groups of respondents, with every small cell and what would give it away left out. */
export const Breakdown = ({
  background,
  groups,
  codes,
}: {
  readonly background: Background;
  readonly groups: readonly Group[];
  readonly codes: readonly Line[];
}) => {
  const { analysis } = useWords();
  const language = useLanguage();
  const { parts, tables, tests } = useMemo(() => {
    const by = groupsOf(background, DEFAULT_THRESHOLD);
    const categoryWords = (category: string): string =>
      has(analysis.categories, category) ? analysis.categories[category] : category;
    const ofLine = (line: Line): Part => ({
      title: line.label[language],
      asked: {
        ...indicatorBy(line.indicator, by),
        variable: line.id,
        background: background.id,
        within: line.within,
      },
      nameOf: categoryWords,
    });
    const ofGroup = (group: Group): readonly Part[] => {
      if (!group.column) return group.lines.map(ofLine);
      const label = new Map(group.lines.map((line) => [line.id.split(':')[1] ?? '', line.label[language]]));
      return [
        {
          title: group.title?.[language] ?? analysis.preCodes,
          asked: { ...columnBy(group.column, by), variable: group.column.id, background: background.id },
          nameOf: (category) => label.get(category) ?? categoryWords(category),
        },
      ];
    };
    const all = [...groups.flatMap(ofGroup), ...codes.map(ofLine)];
    const ps = all.map(({ asked }) => differs(asked)?.p ?? null);
    const adjusted = holm(ps);
    return {
      parts: all,
      tables: publish(all.map(({ asked }) => asked)),
      tests: adjusted.ok ? adjusted.value : ps,
    };
  }, [background, groups, codes, language, analysis]);
  return (
    <div className={css.broken}>
      {parts.map(({ title, nameOf }, at) => {
        const answered = tables[at];
        if (!answered) return null;
        return (
          <section key={answered.variable}>
            <h2>{title}</h2>
            {answered.type === 'other_level' ? (
              <p className="muted small">{analysis.otherLevel}</p>
            ) : (
              <>
                <DataTable
                  caption={title}
                  table={tableOf(answered.table, nameOf, analysis.hidden, analysis.group)}
                />
                <p className="muted small">{testWords(tests[at] ?? null, analysis, language)}</p>
              </>
            )}
          </section>
        );
      })}
      <p className="muted small">{analysis.hiddenWhy(DEFAULT_THRESHOLD)}</p>
    </div>
  );
};

const tableOf = (
  table: Coarsened,
  nameOf: (category: string) => string,
  hidden: string,
  groupWord: string,
) => ({
  columns: [
    { label: groupWord },
    ...table.parts.map((parts) => ({ label: parts.map(nameOf).join(' / ') })),
    { label: 'n' },
  ],
  rows: table.groups.map((group, row) => [
    group,
    ...(table.counts[row] ?? []).map((count, column) =>
      table.hidden[row]?.[column] === null ? count : hidden,
    ),
    (table.counts[row] ?? []).reduce((so, count) => so + count, 0),
  ]),
});

/** A p tells of cells that are hidden, but of none in particular: it is rounded, and never to nothing. */
const testWords = (
  p: number | null,
  analysis: { readonly differs: (p: string) => string; readonly noTest: string },
  language: Language,
): string => {
  if (p === null) return analysis.noTest;
  const shown = p < 0.01 ? '< 0.01' : p.toFixed(2);
  return analysis.differs(language === 'sv' ? shown.replace('.', ',') : shown);
};
