import { useCallback, useMemo, useRef, useState } from 'react';
import type { Engine } from '../engine/types.ts';
import type { Question } from '../study/instrument.ts';
import { useCommands } from '../ui/commands.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { EmptyState } from '../ui/notes.tsx';
import { useSay } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { numberWords } from '../ui/time-words.ts';
import { useSource } from '../ui/use-source.ts';
import { AnswerFeed, type FeedHandle, type Read } from './answer-feed.tsx';
import type { Passage } from './answer-text.tsx';
import { growWord, moveWord, nextSentence } from './passage.ts';
import type { Asked } from './questions.ts';
import css from './read.module.css';
import { ReadHead } from './read-head.tsx';
import { RedactDialog } from './redact-dialog.tsx';
import { useSearch } from './use-search.ts';

const NO_ROWS: readonly Read[] = [];

/** One question's answers: reading down them, searching them, and removing what slipped through. */
export const Reading = ({
  engine,
  asked,
  question,
  onStep,
  onQuestion,
}: {
  readonly engine: Engine;
  readonly asked: Asked;
  readonly question: Question;
  readonly onStep: (by: 1 | -1) => void;
  readonly onQuestion: (question: string) => void;
}) => {
  const { coding } = useWords();
  const language = useLanguage();
  const say = useSay();
  const source = useMemo(() => engine.answers(question.id), [engine, question.id]);
  const { rows } = useSource(source);
  const [query, setQuery] = useState('');
  const [withEmpty, setWithEmpty] = useState(false);
  const [preCodes, setPreCodes] = useState(false);
  const [at, setAt] = useState(0);
  const [passage, setPassage] = useState<Passage | null>(null);
  const [redacting, setRedacting] = useState<Passage | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const feed = useRef<FeedHandle>(null);

  // By the interview's random id: an order that says nothing, and that stays.
  const all = useMemo(
    () => [...(rows ?? NO_ROWS)].sort((a, b) => (a.interview.id < b.interview.id ? -1 : 1)),
    [rows],
  );
  const kept = useMemo(
    () => (withEmpty ? all : all.filter(({ answer }) => answer.state !== 'not_asked' || answer.notes !== '')),
    [all, withEmpty],
  );
  const texts = useMemo(() => kept.map(({ answer }) => answer.notes), [kept]);
  const found = useSearch(texts, query);
  const shown = useMemo(
    () => (found.positions === null ? kept : kept.filter((_, position) => found.positions?.has(position))),
    [kept, found.positions],
  );
  const current = Math.min(at, Math.max(0, shown.length - 1));
  const answer = shown[current]?.answer;

  const go = useCallback((to: number): void => {
    setAt(to);
    setPassage(null);
    feed.current?.show(to);
  }, []);
  const move = (step: number): void => go(Math.min(shown.length - 1, Math.max(0, current + step)));
  const select = (change: (text: string, range: Passage | null) => Omit<Passage, 'answer'> | null): void => {
    if (!answer) return;
    const range = change(answer.notes, passage?.answer === answer.id ? passage : null);
    setPassage(range && { answer: answer.id, ...range });
  };
  const redact = (): void => {
    if (passage) setRedacting(passage);
    else say(coding.redact.selectFirst);
  };

  const { keys } = coding;
  useCommands(coding.title, [
    { key: 'J', label: keys.down, run: () => move(1), repeats: true },
    { key: 'K', label: keys.up, run: () => move(-1), repeats: true },
    { key: '↓', label: keys.down, run: () => move(1), repeats: true, quiet: true },
    { key: '↑', label: keys.up, run: () => move(-1), repeats: true, quiet: true },
    { key: 'N', label: keys.next, run: () => onStep(1) },
    { key: 'P', label: keys.previous, run: () => onStep(-1) },
    { key: '/', label: keys.search, run: () => searchField.current?.focus() },
    {
      key: 'O',
      label: preCodes ? coding.preCodes.hide : coding.preCodes.show,
      run: () => (question.claimBearing ? say(coding.preCodes.why) : setPreCodes(!preCodes)),
    },
    { key: 'S', label: keys.sentence, run: () => select(nextSentence) },
    {
      key: '→',
      label: keys.word,
      run: () => select((text, range) => moveWord(text, range, 1)),
      repeats: true,
    },
    {
      key: '←',
      label: keys.wordBack,
      run: () => select((text, range) => moveWord(text, range, -1)),
      repeats: true,
    },
    {
      key: 'Shift+→',
      label: keys.longer,
      run: () => select((text, range) => growWord(text, range, 1)),
      repeats: true,
    },
    {
      key: 'Shift+←',
      label: keys.shorter,
      run: () => select((text, range) => growWord(text, range, -1)),
      repeats: true,
    },
    { key: 'R', label: keys.redact, run: redact },
    { key: 'Escape', label: keys.clear, run: () => setPassage(null), disabled: passage === null },
    ...asked.questions.map((one) => ({
      label: `${one.id} ${one.text[language]}`,
      run: () => onQuestion(one.id),
    })),
  ]);

  return (
    <>
      <main className={css.page}>
        <ReadHead
          question={question}
          count={
            shown.length === 0
              ? numberWords(0, language)
              : coding.count(numberWords(current + 1, language), numberWords(shown.length, language))
          }
          query={query}
          building={found.building}
          searchField={searchField}
          onQuery={(next) => {
            setQuery(next);
            setAt(0);
            feed.current?.show(0);
          }}
        />
        {rows === null ? (
          <Progress label={coding.loading} />
        ) : shown.length === 0 ? (
          <EmptyState title={query === '' ? coding.empty.title : coding.empty.notFound}>
            {query === '' ? <p>{coding.empty.text}</p> : null}
          </EmptyState>
        ) : (
          <AnswerFeed
            handle={feed}
            rows={shown}
            current={current}
            question={question}
            roles={asked.instrument.roles}
            preCodes={preCodes && !question.claimBearing}
            query={query}
            passage={passage}
            onCurrent={setAt}
            onPassage={setPassage}
          />
        )}
      </main>
      <aside className={css.side}>
        <section>
          <h2>{coding.preCodes.title}</h2>
          {question.claimBearing ? (
            <p className="small muted">{coding.preCodes.why}</p>
          ) : (
            <button
              type="button"
              className={css.toggle}
              aria-pressed={preCodes}
              onClick={() => setPreCodes(!preCodes)}
            >
              <Kbd>O</Kbd>
              {preCodes ? coding.preCodes.hide : coding.preCodes.show}
            </button>
          )}
          <button
            type="button"
            className={css.toggle}
            aria-pressed={withEmpty}
            onClick={() => setWithEmpty(!withEmpty)}
          >
            {withEmpty ? coding.hideEmpty : coding.showEmpty}
          </button>
        </section>
        <section>
          <h2>{coding.side.about}</h2>
          <p className="small muted">{coding.side.aboutText}</p>
        </section>
        <section className={css.hints}>
          <p>
            <Kbd>J</Kbd> <Kbd>K</Kbd> {`${keys.down}, ${keys.up}`.toLocaleLowerCase()}
          </p>
          <p>
            <Kbd>S</Kbd> {keys.sentence.toLocaleLowerCase()}
          </p>
          <p>
            <Kbd>R</Kbd> {keys.redact.toLocaleLowerCase()}
          </p>
          <p>
            <Kbd>?</Kbd> {coding.side.keys.toLocaleLowerCase()}
          </p>
        </section>
      </aside>
      {redacting ? (
        <RedactDialog
          engine={engine}
          passage={redacting}
          questions={asked.questions}
          onClose={() => setRedacting(null)}
          onDone={() => {
            setRedacting(null);
            setPassage(null);
            say(coding.redact.done);
          }}
        />
      ) : null}
    </>
  );
};
