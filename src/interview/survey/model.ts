import { ElementFactory, Question, Serializer, SurveyModel, settings, surveyLocalization } from 'survey-core';
import { answerOf, type InterviewDraft } from '../../study/draft.ts';
import { questionsOf } from '../../study/draft-rules.ts';
import type { Instrument } from '../../study/instrument.ts';
import { INSTRUMENT_PROPERTIES, NOTES_TYPE } from '../../study/instrument-properties.ts';
import type { Json } from '../../study/json.ts';

/** Free notes: a SurveyJS question of our own class, so that its renderer can be ours alone. */
class NotesQuestion extends Question {
  override getType(): string {
    return NOTES_TYPE;
  }
}

let registered = false;
const registerOnce = (): void => {
  if (registered) return;
  registered = true;
  // Texts without a language mark are the Swedish ones.
  surveyLocalization.defaultLocale = 'sv';
  Serializer.addClass(NOTES_TYPE, [], () => new NotesQuestion(''), 'question');
  ElementFactory.Instance.registerElement(NOTES_TYPE, (name) => new NotesQuestion(name));
  for (const { class: owner, name, type } of INSTRUMENT_PROPERTIES)
    Serializer.addProperty(owner, { name, type: type === 'expression' ? 'text' : type, visible: false });
  settings.animationEnabled = false;
};

/** Name of the page component that page.tsx registers. */
export const PAGE_COMPONENT = 'lagesbild-question';

export const createModel = (definition: Json): SurveyModel => {
  registerOnce();
  const model = new SurveyModel(definition);
  // Without its stylesheet and icons: the policy allows styles of our own origin only, and the look is ours.
  model.generateStylesheet = false;
  model.needRenderIcons = false;
  model.pageComponent = PAGE_COMPONENT;
  model.showTitle = false;
  model.showNavigationButtons = false;
  model.showBrandInfo = false;
  model.autoFocusFirstQuestion = false;
  // Nothing is ever required of a person on the phone.
  model.validationEnabled = false;
  model.clearInvisibleValues = 'none';
  model.onScrollToTop.add((_, options) => {
    options.cancel = true;
  });
  return model;
};

const valuesOf = (draft: InterviewDraft, instrument: Instrument): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const question of questionsOf(instrument)) {
    const answer = answerOf(draft, question.id);
    for (const list of question.preCodeLists) {
      const set = answer.pre[list.name];
      if (set?.length) values[list.name] = list.many ? [...set] : set[0];
    }
    if (answer.notes !== '') values[question.notes] = answer.notes;
  }
  return values;
};

/** Rebuilds the model from the draft: when an interview is opened, or taken over from another tab. */
export const rebuild = (model: SurveyModel, draft: InterviewDraft, instrument: Instrument): void => {
  model.data = valuesOf(draft, instrument);
};

/** Brings over the pre-codes of one question; others have not changed. */
export const putPreCodes = (
  model: SurveyModel,
  draft: InterviewDraft,
  question: Instrument['sections'][number]['questions'][number],
): void => {
  const answer = answerOf(draft, question.id);
  for (const list of question.preCodeLists) {
    const set = answer.pre[list.name] ?? [];
    model.setValue(list.name, set.length === 0 ? undefined : list.many ? [...set] : set[0]);
  }
};

export const pageOf = (model: SurveyModel, question: string) =>
  model.pages.find((page) => page.getPropertyValue('questionId') === question);

export const openQuestions = (model: SurveyModel): readonly string[] =>
  model.visiblePages.map((page) => String(page.getPropertyValue('questionId')));
