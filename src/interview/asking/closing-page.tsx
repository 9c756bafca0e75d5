import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { completeness, unasked } from '../../study/draft-progress.ts';
import { editClosing, questionsOf, toStage } from '../../study/draft-rules.ts';
import { formatReceipt, spellReceipt } from '../../study/receipt.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { fillScript } from '../session/script.ts';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import { useWave } from '../session/use-wave.ts';
import { useAsking } from './asking.ts';
import css from './closing-page.module.css';

/** The end of the call, from top to bottom: what is still unasked, anything to add, the receipt, thanks. */
export const ClosingPage = () => {
  const { instrument, handle, change } = useSession();
  const { closing } = useWords().interview;
  const { inText } = useAsking();
  const wave = useWave();
  const language = useDraft((draft) => draft.language);
  const receipt = useDraft((draft) => draft.receipt);
  const whole = useDraft((draft) => completeness(draft, instrument));
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
      <ClosingNotes label={closing.notes} focus={inText} />
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
          {closing.hungUp}
        </Button>
        <p className="small muted">
          {closing[whole]} {whole === 'breakoff' ? '' : closing.hungUpHint}
        </p>
      </div>
    </div>
  );
};

const Unasked = () => {
  const { instrument } = useSession();
  const { goTo } = useAsking();
  const { closing } = useWords().interview;
  const language = useDraft((draft) => draft.language);
  const ids = useDraft((draft) =>
    unasked(draft, instrument)
      .map((question) => question.id)
      .join(),
  );
  const left = questionsOf(instrument).filter((question) => ids.split(',').includes(question.id));
  if (left.length === 0) return <p className={css.allAsked}>{closing.allAsked}</p>;
  return (
    <section className={css.unasked} aria-labelledby="unasked-title">
      <h2 id="unasked-title">{closing.unaskedTitle(left.length)}</h2>
      <p className="small muted">{closing.unaskedHint}</p>
      <ul>
        {left.map((question) => (
          <li key={question.id}>
            <button type="button" className={css.question} lang={language} onClick={() => goTo(question.id)}>
              <span className="num muted">{question.id.replace(/^A/, '')}</span> {question.text[language]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Free notes at the end: kept keystroke by keystroke like the others, without quote marks. */
export const ClosingNotes = ({
  label,
  focus,
}: {
  readonly label: string;
  /** Takes the focus when it appears and this is true. */
  readonly focus?: RefObject<boolean>;
}) => {
  const { change, instrument, handle } = useSession();
  const notes = useRef<HTMLTextAreaElement>(null);
  const writing = useWriting();
  const text = useDraft((draft) => draft.closing);
  useLayoutEffect(() => {
    if (notes.current && notes.current.value !== text) notes.current.value = text;
  }, [text]);
  useEffect(() => {
    const { position } = handle.draft.get();
    if (position.question === instrument.closingNotes)
      notes.current?.setSelectionRange(position.caret, position.caret);
    if (focus?.current) notes.current?.focus({ preventScroll: true });
  }, [handle, instrument, focus]);
  return (
    <textarea
      ref={notes}
      className={css.notes}
      aria-label={label}
      placeholder={label}
      defaultValue={text}
      readOnly={!writing}
      rows={2}
      onFocus={() => {
        if (focus) focus.current = true;
      }}
      spellCheck={false}
      autoComplete="off"
      onInput={(event) => {
        const { value, selectionEnd } = event.currentTarget;
        const position = { question: instrument.closingNotes, caret: selectionEnd };
        change((draft) => editClosing(draft, value, position));
      }}
    />
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
