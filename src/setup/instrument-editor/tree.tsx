import { addQuestion, addSection } from '../../study/instrument-edit/operations.ts';
import type { OutlineQuestion, OutlineSection } from '../../study/instrument-edit/outline.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { isShown, type Shown, shownOf, useEditor } from './editor.ts';
import css from './tree.module.css';

/** All parts of the form in the order they are read; what must be mended bears a mark. */
export const Tree = () => {
  const { instrument: words } = useWords();
  const { definition, outline, taken, apply, show, readOnly } = useEditor();
  return (
    <nav className={css.tree} aria-label={words.tree.label}>
      <Item shown={{ page: 'study' }}>{words.tree.study}</Item>
      <Item shown={{ page: 'opening' }}>{words.tree.opening}</Item>
      <Item shown={{ page: 'objections' }}>{words.tree.objections}</Item>
      <Item shown={{ page: 'roles' }}>{words.tree.roles}</Item>
      {outline.sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a broken file may hold an area twice
        <Section key={index} section={section} />
      ))}
      {outline.stray.length > 0 ? (
        <div className={css.section}>
          <p className={css.stray}>{words.tree.stray}</p>
          <Questions questions={outline.stray} />
        </div>
      ) : null}
      <Item shown={{ page: 'closing' }}>{words.tree.closing}</Item>
      {readOnly ? null : (
        <Button
          variant="quiet"
          onClick={() => {
            const made = addSection(definition, taken);
            apply(made.definition);
            show({ page: 'section', id: made.id });
          }}
        >
          {words.tree.addSection}
        </Button>
      )}
    </nav>
  );
};

const Item = ({ shown, children }: { readonly shown: Shown; readonly children: React.ReactNode }) => {
  const { instrument: words } = useWords();
  const { shown: now, show, faults } = useEditor();
  const count = faults.filter(({ place }) => isShown(shownOf(place), shown)).length;
  return (
    <button
      type="button"
      className={shown.page === 'question' ? css.question : css.item}
      aria-current={isShown(now, shown) ? 'true' : undefined}
      onClick={() => show(shown)}
    >
      <span className={css.label}>{children}</span>
      {count > 0 ? (
        <span className={css.mark} title={words.tree.faults(count)}>
          <span aria-hidden="true">●</span>
          <span className="unseen">{words.tree.faults(count)}</span>
        </span>
      ) : null}
    </button>
  );
};

const Section = ({ section }: { readonly section: OutlineSection }) => {
  const { instrument: words } = useWords();
  const language = useLanguage();
  const { definition, taken, apply, show, readOnly } = useEditor();
  return (
    <div className={css.section}>
      <div className={css.sectionHead}>
        <Item shown={{ page: 'section', id: section.id }}>
          <span className={css.number}>{section.id}</span>{' '}
          {section.shortTitle[language] || section.title[language] || words.tree.unnamed}
        </Item>
        {readOnly ? null : (
          <button
            type="button"
            className={css.add}
            aria-label={words.tree.addQuestion(section.id)}
            title={words.tree.addQuestion(section.id)}
            onClick={() => {
              const made = addQuestion(definition, section.id, taken);
              apply(made.definition);
              show({ page: 'question', id: made.id });
            }}
          >
            +
          </button>
        )}
      </div>
      <Questions questions={section.questions} />
    </div>
  );
};

const Questions = ({ questions }: { readonly questions: readonly OutlineQuestion[] }) => {
  const { instrument: words } = useWords();
  const language = useLanguage();
  return (
    <ol className={css.questions}>
      {questions.map((question) => (
        <li key={question.path.join('/')}>
          <Item shown={{ page: 'question', id: question.id }}>
            <span className={css.number}>{question.id.replace(/^A/, '')}</span>{' '}
            {question.text[language] || words.tree.noWords}
          </Item>
        </li>
      ))}
    </ol>
  );
};
