import { createRoot } from 'react-dom/client';
import { SurveyModel } from 'survey-core';
import 'survey-core/survey-core.css';
import { Survey } from 'survey-react-ui';
import definition from '../../../questionnaires/it-sakerhet-upphandling/2025/instrument.json';
import { keepOffline } from './keep-offline.ts';
import { notes } from './notes.ts';

/** SurveyJS as its tutorials use it, with our questions: notes as comments that tell each key, kept in localStorage. */
const KEY = 'stock';
const pages = definition.pages.map((page) => ({
  name: page.name,
  title: page.title,
  elements: page.elements.map((element) =>
    'choices' in element
      ? { type: element.type, name: element.name, title: element.name, choices: element.choices }
      : { type: 'comment', name: page.questionId, title: page.questionId },
  ),
}));
const survey = new SurveyModel({ pages });
survey.locale = 'sv';
survey.textUpdateMode = 'onTyping';
const kept = localStorage.getItem(KEY);
survey.data = kept === null ? notes() : JSON.parse(kept);
survey.currentPageNo = pages.length - 1;
survey.onValueChanged.add((sender) => localStorage.setItem(KEY, JSON.stringify(sender.data)));

const root = document.getElementById('root');
if (!root) throw new Error('stock.html has no #root');
survey.onAfterRenderPage.add((sender) => sender.getQuestionByName('A7.3')?.focus());
createRoot(root).render(<Survey model={survey} />);
keepOffline();
