import type { Instrument, Question } from '../../study/instrument.ts';
import { formatReceipt, spellReceipt } from '../../study/receipt.ts';
import { cx } from '../../ui/cx.ts';
import { useWords } from '../../ui/language.tsx';
import css from './sheets.module.css';

const LINES = 5;

/** One sheet for one interview. What it asks for first is what the form for typing it in asks for. */
export const AnswerSheet = ({
  instrument,
  receipt,
  language,
}: {
  readonly instrument: Instrument;
  readonly receipt: string;
  readonly language: 'sv' | 'en';
}) => {
  const { sheets, question: words, closing } = useWords().interview;
  const roles = instrument.roles.map((role) => role.text[language]);
  return (
    <article className={css.sheet}>
      <header>
        <h1>{sheets.sheet}</h1>
        <p className={css.warning}>{sheets.warning}</p>
        <p className={css.blanks}>
          <Blank label={sheets.case} /> <Blank label={sheets.day} /> <Blank label={sheets.time} />
        </p>
        <p>
          <Box label={sheets.consent(instrument.consentVersion)} />
        </p>
        <p className={css.code}>
          {sheets.code} <b>{formatReceipt(receipt)}</b>{' '}
          <span>
            {spellReceipt(receipt, instrument.spellingAlphabet, language)
              .map((group) => group.map(({ word }) => word).join(' '))
              .join(' – ')}
          </span>
        </p>
      </header>
      {instrument.sections.map((section) => (
        <section key={section.id}>
          <h2>{section.title[language]}</h2>
          <p className={cx(css.boxes, css.who)}>
            {sheets.who}{' '}
            {roles.map((role) => (
              <Box key={role} label={role} />
            ))}
          </p>
          {section.questions.map((question) => (
            <Asked key={question.id} question={question} language={language} states={words.states} />
          ))}
          <Lines label={sheets.area} count={2} />
        </section>
      ))}
      <section>
        <h2>{closing.title}</h2>
        <Lines label={closing.notes} count={LINES} />
      </section>
    </article>
  );
};

const Asked = ({
  question,
  language,
  states,
}: {
  readonly question: Question;
  readonly language: 'sv' | 'en';
  readonly states: Readonly<Record<string, string>>;
}) => (
  <div className={css.question}>
    <h3>
      {question.id.replace(/^A/, '')} {question.text[language]}
    </h3>
    {question.preCodeLists.map((list) => (
      <p key={list.name} className={css.boxes}>
        {list.preCodes.map((code) => (
          <Box key={code.value} label={code.text[language]} />
        ))}
      </p>
    ))}
    <p className={css.boxes}>
      {Object.entries(states).map(([state, label]) => (
        <Box key={state} label={label} />
      ))}
    </p>
    {question.probes.map((probe) => (
      <p key={probe.id} className={css.probe}>
        <Box label={probe.text[language]} />
      </p>
    ))}
    <Lines count={LINES} />
  </div>
);

const Box = ({ label }: { readonly label: string }) => (
  <span className={css.box}>
    <span className={css.square} aria-hidden="true" />
    {label}
  </span>
);

const Blank = ({ label }: { readonly label: string }) => (
  <span className={css.blank}>
    {label} <span className={css.rule} />
  </span>
);

const Lines = ({ label, count }: { readonly label?: string; readonly count: number }) => (
  <div className={css.lines}>
    {label ? <p>{label}</p> : null}
    {Array.from({ length: count }, (_, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
      <div key={line} className={css.line} />
    ))}
  </div>
);
