import { useMemo } from 'react';
import type { Engine } from '../engine/types.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import type { InstrumentRow } from '../study/rows.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import { useSource } from '../ui/use-source.ts';
import css from './remarks.module.css';

/** What the interviewers want the lead to know, by question, in the order of the questions. */
export const Remarks = ({
  engine,
  instruments,
}: {
  readonly engine: Engine;
  readonly instruments: readonly InstrumentRow[];
}) => {
  const { remarks } = useWords().setup;
  const language = useLanguage();
  const view = useSource(engine.view);
  const groups = useMemo(() => {
    const rows = [...view.all('remark')].filter((row) =>
      instruments.some(({ hash }) => hash === row.instrument),
    );
    const newest = instruments[0] && parseInstrument(instruments[0].definition);
    const titles = new Map<string, string>();
    if (newest?.ok)
      for (const section of newest.value.sections) {
        titles.set(section.id, section.title[language]);
        for (const question of section.questions) titles.set(question.id, question.text[language]);
      }
    // By id: the order of arrival says something of who wrote, the order of random ids nothing.
    const sorted = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    return [...new Set(sorted.map(({ question }) => question))].sort().map((question) => ({
      question,
      title: titles.get(question) ?? remarks.closing,
      list: sorted.filter((row) => row.question === question),
    }));
  }, [view, instruments, language, remarks]);
  return (
    <section>
      <h2>{remarks.title}</h2>
      <p className="small muted">{groups.length === 0 ? remarks.none : remarks.text}</p>
      {groups.map(({ question, title, list }) => (
        <section key={question} className={css.group}>
          <h3>
            {question.replace(/^A/, '')} {title}
          </h3>
          <ul>
            {list.map((row) => (
              <li key={row.id}>{row.text}</li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
};
