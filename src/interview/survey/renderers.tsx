import { createElement } from 'react';
import { ReactElementFactory, ReactQuestionFactory } from 'survey-react-ui';
import { NOTES_TYPE } from '../../study/instrument-properties.ts';
import { PAGE_COMPONENT } from './model.ts';
import { NotesElement } from './notes-element.tsx';
import { PreCodesElement } from './pre-codes-element.tsx';
import { QuestionPage } from './question-page.tsx';

/** Our renderers in place of the library's: page, pre-codes, notes. The library asks for them by these names. */
export const registerRenderers = (): void => {
  const registerQuestion = (type: string, render: (props: never) => React.JSX.Element): void =>
    ReactQuestionFactory.Instance.registerQuestion(type, render as (name: string) => React.JSX.Element);
  registerQuestion('checkbox', (props) => createElement(PreCodesElement, props));
  registerQuestion('radiogroup', (props) => createElement(PreCodesElement, props));
  registerQuestion(NOTES_TYPE, (props) => createElement(NotesElement, props));
  ReactElementFactory.Instance.registerElement(PAGE_COMPONENT, (props) => createElement(QuestionPage, props));
};
