import { createElement } from 'react';
import { Survey } from 'survey-react-ui';
import type { InterviewDraft } from '../../study/draft.ts';
import { questionsOf } from '../../study/draft-rules.ts';
import type { Instrument } from '../../study/instrument.ts';
import type { Json } from '../../study/json.ts';
import { createModel, openQuestions, pageOf, putPreCodes, rebuild } from './model.ts';
import type { SurveyPort } from './port.ts';
import { registerRenderers } from './renderers.tsx';

/** The one door to the survey library; imported lazily, so that only an interview loads it. */
export const createSurvey = (definition: Json, instrument: Instrument, draft: InterviewDraft): SurveyPort => {
  registerRenderers();
  const model = createModel(definition);
  rebuild(model, draft, instrument);
  const questions = new Map(questionsOf(instrument).map((question) => [question.id, question]));
  let seen = draft;

  const follow = (next: InterviewDraft): void => {
    if (next.answers !== seen.answers)
      for (const question of questions.values())
        if (next.answers[question.id]?.pre !== seen.answers[question.id]?.pre)
          putPreCodes(model, next, question);
    if (model.locale !== next.language) model.locale = next.language;
    const page = pageOf(model, next.position.question);
    if (page && model.currentPage !== page) model.currentPage = page;
    seen = next;
  };
  follow(draft);

  return {
    element: createElement(Survey, { model }),
    follow,
    putNotes: (question, notes) => {
      const name = questions.get(question)?.notes;
      if (name !== undefined) model.setValue(name, notes);
    },
    open: () => openQuestions(model),
    holds: (expression) => model.runCondition(expression),
  };
};
