import { useEffect } from 'react';
import type { Engine } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import { SelectField } from '../ui/field.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { EmptyState } from '../ui/notes.tsx';
import { Progress } from '../ui/progress.tsx';
import { ClaimsPage } from './claims-page.tsx';
import { QuestionResults } from './question-results.tsx';
import css from './results.module.css';
import { useResults } from './use-wave.ts';

/** Figures of the newest wave: a page a question, and one for what may be claimed. */
export const ResultsScreen = ({
  engine,
  page,
  newId,
  loadClaims,
  onPage,
}: {
  readonly engine: Engine;
  /** A question's id, or `claims`. */
  readonly page: string | null;
  readonly newId: () => Id;
  readonly loadClaims: () => Promise<string>;
  readonly onPage: (page: string) => void;
}) => {
  const { analysis } = useWords();
  const language = useLanguage();
  const results = useResults(engine);
  const sections = results?.instrument.sections ?? [];
  const questions = sections.flatMap((section) => section.questions);
  const first = questions[0]?.id;
  const known = page === 'claims' || questions.some(({ id }) => id === page);
  useEffect(() => {
    if (!known && first !== undefined) onPage(first);
  }, [known, first, onPage]);
  if (results === undefined)
    return (
      <main className={css.alone}>
        <Progress label={analysis.loading} />
      </main>
    );
  if (results === null || (results.made.ids.length === 0 && page !== 'claims'))
    return (
      <main className={css.alone}>
        <EmptyState title={analysis.empty.title}>
          <p>{analysis.empty.text}</p>
        </EmptyState>
      </main>
    );
  const question = questions.find(({ id }) => id === page);
  return (
    <div className={css.work}>
      <nav className={css.rail} aria-label={analysis.title}>
        <ul>
          <li>
            <button
              type="button"
              className={css.claimsLink}
              aria-current={page === 'claims' ? 'page' : undefined}
              onClick={() => onPage('claims')}
            >
              {analysis.claims}
            </button>
          </li>
        </ul>
        {sections.map((section) => (
          <section key={section.id}>
            <h2>{section.shortTitle[language]}</h2>
            <ul>
              {section.questions.map(({ id, text }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-current={id === page ? 'page' : undefined}
                    onClick={() => onPage(id)}
                  >
                    <span className="num">{id}</span>
                    <span>{text[language]}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <nav className={css.choose} aria-label={analysis.title}>
        <SelectField
          label={analysis.questions}
          value={page ?? ''}
          options={[
            { value: 'claims', label: analysis.claims },
            ...questions.map(({ id, text }) => ({ value: id, label: `${id} ${text[language]}` })),
          ]}
          onChange={onPage}
        />
      </nav>
      <main className={css.main}>
        {page === 'claims' ? (
          <ClaimsPage engine={engine} results={results} newId={newId} loadClaims={loadClaims} />
        ) : null}
        {question ? <QuestionResults key={question.id} results={results} question={question} /> : null}
      </main>
    </div>
  );
};
