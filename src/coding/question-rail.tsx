import { SelectField } from '../ui/field.tsx';
import { useWords } from '../ui/language.tsx';
import type { Language } from '../words/index.ts';
import type { Asked } from './questions.ts';
import css from './read.module.css';

/** The questions by area: a rail beside the answers, a list to choose from on a phone. */
export const QuestionRail = ({
  asked,
  current,
  language,
  onQuestion,
}: {
  readonly asked: Asked;
  readonly current: string | null;
  readonly language: Language;
  readonly onQuestion: (question: string) => void;
}) => {
  const { coding } = useWords();
  return (
    <>
      <nav className={css.rail} aria-label={coding.questions}>
        {asked.sections.map((section) => (
          <section key={section.id}>
            <h2>{section.shortTitle[language]}</h2>
            <ul>
              {section.questions.map((question) => (
                <li key={question.id}>
                  <button
                    type="button"
                    aria-current={question.id === current ? 'page' : undefined}
                    onClick={() => onQuestion(question.id)}
                  >
                    <span className="num">{/^[A-Z]/.test(question.id) ? question.id : ''}</span>
                    <span>{question.text[language]}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <nav className={css.choose} aria-label={coding.questions}>
        <SelectField
          label={coding.questions}
          value={current ?? ''}
          options={asked.questions.map((question) => ({
            value: question.id,
            label: `${question.id} ${question.text[language]}`,
          }))}
          onChange={onQuestion}
        />
      </nav>
    </>
  );
};
