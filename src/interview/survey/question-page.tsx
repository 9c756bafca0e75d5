import type { PageModel, Question } from 'survey-core';
import type { ISurveyCreator } from 'survey-react-ui';
import { NOTES_TYPE } from '../../study/instrument-properties.ts';
import { AreaLink } from '../asking/area-link.tsx';
import { StateRow } from '../asking/state-row.tsx';
import { useDraft, useSession } from '../session/session.ts';
import css from './question-page.module.css';

/** One question: its number and area, the words to read, its pre-codes, its state, and the page to write on. */
export const QuestionPage = ({
  page,
  creator,
}: {
  readonly page: PageModel;
  readonly creator: ISurveyCreator;
}) => {
  const { instrument } = useSession();
  const language = useDraft((draft) => draft.language);
  const id = String(page.getPropertyValue('questionId'));
  const section = instrument.sections.find((candidate) => candidate.questions.some((q) => q.id === id));
  const elements = page.elements.filter((element): element is Question => element.isVisible);
  const isNotes = (element: Question): boolean => element.getType() === NOTES_TYPE;
  return (
    <article className={css.page} data-question-page="">
      <p className={css.id}>
        {id.replace(/^A/, '')} · {section ? <AreaLink section={section} /> : null}
      </p>
      <h1 id="question-text" className={css.text} lang={language}>
        {page.locTitle.textOrHtml}
      </h1>
      <div className={css.preCodes}>
        {elements
          .filter((element) => !isNotes(element))
          .map((element) => (
            <div key={element.name}>{creator.createQuestionElement(element)}</div>
          ))}
      </div>
      <StateRow question={id} />
      {elements.filter(isNotes).map((element) => (
        <div key={element.name} className={css.notes}>
          {creator.createQuestionElement(element)}
        </div>
      ))}
    </article>
  );
};
