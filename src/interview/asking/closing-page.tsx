import { leftOf } from '../../study/draft-progress.ts';
import { questionsOf, toStage } from '../../study/draft-rules.ts';
import type { Question } from '../../study/instrument.ts';
import { formatReceipt, spellReceipt } from '../../study/receipt.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { FreeNotes } from '../notes/free-notes.tsx';
import { fillScript } from '../session/script.ts';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import { useCompleteness } from '../session/use-completeness.ts';
import { useEndWord } from '../session/use-end-word.ts';
import { useWave } from '../session/use-wave.ts';
import { useAsking } from './asking.ts';
import css from './closing-page.module.css';

/** The end of the call, from top to bottom: what is still unasked, anything to add, the receipt, thanks. */
export const ClosingPage = () => {
  const { instrument, handle, change } = useSession();
  const { closing } = useWords().interview;
  const end = useEndWord();
  const { inText } = useAsking();
  const wave = useWave();
  const language = useDraft((draft) => draft.language);
  const receipt = useDraft((draft) => draft.receipt);
  const whole = useCompleteness();
  const writing = useWriting();
  const [first, ...rest] = instrument.closing;
  const { caseName } = handle.draft.get();
  const fill = (text: string): string => fillScript(text, { caseName, receipt }, wave);
  return (
    <div className={css.page}>
      <h1 className={css.title}>{closing.title}</h1>
      <Unasked />
      {first ? (
        <p className={css.script} lang={language}>
          {fill(first.text[language])}
        </p>
      ) : null}
      <FreeNotes place={instrument.closingNotes} label={closing.notes} focus={inText} />
      {rest.map((part) => (
        <section key={part.id} className={css.part}>
          <p className={css.script} lang={language}>
            {fill(part.text[language])}
          </p>
          {part.text[language].includes('{receipt}') && receipt ? <SpelledReceipt receipt={receipt} /> : null}
        </section>
      ))}
      <div className={css.end}>
        <Button
          variant="primary"
          hint="Ctrl ↵"
          disabled={!writing}
          onClick={() => change((draft) => toStage(draft, 'notes'))}
        >
          {end}
        </Button>
        <p className="small muted">
          {closing[whole]} {whole === 'breakoff' ? '' : closing.hungUpHint}
        </p>
      </div>
    </div>
  );
};

/** What is still to be asked, and what one wanted to come back to, before anybody hangs up. */
const Unasked = () => {
  const { instrument } = useSession();
  const { closing } = useWords().interview;
  const ids = useDraft((draft) => {
    const left = leftOf(draft, instrument);
    return [left.flagged, left.unasked, left.handedOn]
      .map((list) => list.map(({ id }) => id).join())
      .join(';');
  });
  const [back = [], open = [], handed = []] = ids
    .split(';')
    .map((list) => questionsOf(instrument).filter(({ id }) => list.split(',').includes(id)));
  if (back.length + open.length + handed.length === 0)
    return <p className={css.allAsked}>{closing.allAsked}</p>;
  return (
    <section className={css.unasked} aria-label={closing.left}>
      <Left title={closing.flaggedTitle} questions={back} />
      <Left title={closing.unaskedTitle(open.length)} hint={closing.unaskedHint} questions={open} />
      <Left title={closing.handedTitle} hint={closing.handedHint} questions={handed} />
    </section>
  );
};

const Left = ({
  title,
  hint,
  questions,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly questions: readonly Question[];
}) => {
  const { goTo } = useAsking();
  const language = useDraft((draft) => draft.language);
  if (questions.length === 0) return null;
  return (
    <div className={css.left}>
      <h2>{title}</h2>
      {hint ? <p className="small muted">{hint}</p> : null}
      <ul>
        {questions.map((question) => (
          <li key={question.id}>
            <button type="button" className={css.question} lang={language} onClick={() => goTo(question.id)}>
              <span className="num muted">{question.id.replace(/^A/, '')}</span> {question.text[language]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

export const SpelledReceipt = ({ receipt }: { readonly receipt: string }) => {
  const { instrument } = useSession();
  const { closing } = useWords().interview;
  const language = useDraft((draft) => draft.language);
  return (
    <div className={css.receipt} lang={language}>
      <p className={css.code}>{formatReceipt(receipt)}</p>
      <p>
        <span className="unseen">{closing.spelled}: </span>
        {spellReceipt(receipt, instrument.spellingAlphabet, language)
          .map((group) => group.map(({ word }) => word).join(' '))
          .join(' – ')}
      </p>
    </div>
  );
};
