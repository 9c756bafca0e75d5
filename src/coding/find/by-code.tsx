import { useEffect, useMemo, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { AnswerRow, SegmentRow } from '../../study/rows.ts';
import { answerOf, questionOf } from '../../study/segments.ts';
import { SelectField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Progress } from '../../ui/progress.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useSource } from '../../ui/use-source.ts';
import type { CodeTree } from '../codes/tree.ts';
import css from './find.module.css';
import { type Filters, gather } from './gather.ts';

const SHOWN = 300;
const LAYERS = ['own', 'settled', 'all'] as const satisfies readonly Filters['layer'][];

/** All passages of a code, with what is to be with it and what not. */
export const ByCode = ({
  engine,
  tree,
  hrefOfQuestion,
}: {
  readonly engine: Engine;
  readonly tree: CodeTree;
  readonly hrefOfQuestion: (question: string) => string;
}) => {
  const { find, desk } = useWords();
  const language = useLanguage();
  const view = useSource(engine.view);
  const [filters, setFilters] = useState<Filters>({
    code: '',
    question: '',
    stratum: '',
    layer: 'own',
    withCode: '',
    withoutCode: '',
  });
  const [segments, setSegments] = useState<readonly SegmentRow[] | null>(null);
  const [texts, setTexts] = useState<ReadonlyMap<string, AnswerRow>>(new Map());
  const asked = filters.code !== '';
  useEffect(() => {
    if (!asked) return undefined;
    let here = true;
    const read = async (): Promise<void> => {
      const rows: SegmentRow[] = [];
      await engine.scan('segment', (row) => rows.push(row));
      const wanted = new Set(rows.map(answerOf));
      const found = new Map<string, AnswerRow>();
      await engine.scan('answer', (answer) => {
        if (wanted.has(answer.id)) found.set(answer.id, answer);
      });
      if (!here) return;
      setTexts(found);
      setSegments(rows);
    };
    void read();
    return () => {
      here = false;
    };
  }, [engine, asked]);
  const passages = useMemo(
    () =>
      segments && asked
        ? gather(
            segments,
            filters,
            engine.me.id,
            (id) => tree.of(id)?.id ?? id,
            (id) => view.get('interview', id),
          )
        : [],
    [segments, asked, filters, engine, tree, view],
  );
  const strata = [...new Set([...view.all('interview')].map(({ stratum }) => stratum))].sort();
  const questions = [...new Set((segments ?? []).map(({ id }) => questionOf(id)))].sort();
  const codes = tree.all.map(({ id, name, theme }) => ({
    value: id,
    label: theme ? `${theme}: ${name}` : name,
  }));
  const any = { value: '', label: find.any };
  const set = (part: Partial<Filters>): void => setFilters({ ...filters, ...part });
  const layerNames = { own: desk.layer.mine, settled: desk.layer.settled, all: desk.layer.all };
  return (
    <section className={css.part} aria-label={find.byCode}>
      <h2>{find.byCode}</h2>
      <div className={css.filters}>
        <SelectField
          label={find.code}
          value={filters.code}
          options={[{ value: '', label: find.choose }, ...codes]}
          onChange={(code) => set({ code })}
        />
        <SelectField
          label={find.question}
          value={filters.question}
          options={[any, ...questions.map((value) => ({ value, label: value }))]}
          onChange={(question) => set({ question })}
        />
        <SelectField
          label={find.stratum}
          value={filters.stratum}
          options={[any, ...strata.map((value) => ({ value, label: value }))]}
          onChange={(stratum) => set({ stratum })}
        />
        <SelectField
          label={find.layer}
          value={filters.layer}
          options={LAYERS.map((value) => ({ value, label: layerNames[value] }))}
          onChange={(layer) => set({ layer })}
        />
        <SelectField
          label={find.withCode}
          value={filters.withCode}
          options={[any, ...codes]}
          onChange={(withCode) => set({ withCode })}
        />
        <SelectField
          label={find.withoutCode}
          value={filters.withoutCode}
          options={[any, ...codes]}
          onChange={(withoutCode) => set({ withoutCode })}
        />
      </div>
      {asked && segments === null ? <Progress label={find.searching} /> : null}
      {asked && segments ? (
        <p role="status" className="num">
          {find.passages(numberWords(passages.length, language))}
        </p>
      ) : null}
      <ul className={css.read}>
        {passages.slice(0, SHOWN).map(({ row, interview }) => (
          <li key={row.id}>
            <p>{texts.get(answerOf(row))?.notes.slice(row.start, row.end)}</p>
            <p className="small muted">
              <a href={hrefOfQuestion(questionOf(row.id))}>{questionOf(row.id)}</a>
              {` ${interview?.stratum ?? ''}`}
            </p>
          </li>
        ))}
      </ul>
      {passages.length > SHOWN ? <p className="muted">{find.first(numberWords(SHOWN, language))}</p> : null}
    </section>
  );
};
