import type { Judgement } from '../../study/claims.ts';
import type { MemoRow } from '../../study/rows.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import css from './desk.module.css';
import type { DeskItem } from './items.ts';

/** Digits name the values of the judgement at hand; the tenth has none. */
export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export interface Judged {
  readonly judgement: Judgement;
  readonly value: string | null;
}

/** What belongs to the answer at hand and to how far one is. */
export const SidePanel = ({
  item,
  judged,
  active,
  preCodes,
  progress,
  memos,
  nameOf,
  onJudge,
}: {
  readonly item: DeskItem | undefined;
  readonly judged: readonly Judged[];
  /** Which judgement the digits set. */
  readonly active: number;
  readonly preCodes: boolean;
  readonly progress: {
    readonly done: number;
    readonly all: number;
    readonly passages: number;
    readonly others: readonly { readonly name: string; readonly done: number }[];
  };
  readonly memos: readonly MemoRow[];
  readonly nameOf: (person: string) => string;
  readonly onJudge: (judgement: Judgement, value: string | null) => void;
}) => {
  const { desk, coding } = useWords();
  const language = useLanguage();
  const number = (value: number): string => numberWords(value, language);
  const { keys } = desk;
  return (
    <aside className={css.side}>
      {judged.map(({ judgement, value }, at) => (
        <section key={judgement.id} className={css.judge}>
          <h2>{judged.length > 1 ? desk.judge.of(at + 1, judged.length) : desk.judge.title}</h2>
          <p>{judgement.text[language]}</p>
          {judgement.values.map((one, place) => (
            <button
              key={one.value}
              type="button"
              aria-pressed={one.value === value}
              title={one.definition[language]}
              onClick={() => onJudge(judgement, one.value === value ? null : one.value)}
            >
              {at === active && DIGITS[place] ? <Kbd>{DIGITS[place]}</Kbd> : null}
              {one.text[language]}
            </button>
          ))}
        </section>
      ))}
      {item && item.question.preCodeLists.length > 0 ? (
        <section>
          <h2>{coding.preCodes.title}</h2>
          {preCodes ? (
            <ul className={css.memos}>
              {preCodesOf(item, language).map((text) => (
                <li key={text}>{text}</li>
              ))}
              {preCodesOf(item, language).length === 0 ? (
                <li className="muted">{coding.preCodes.none}</li>
              ) : null}
            </ul>
          ) : (
            <p className="small muted">
              {judged.some(({ value }) => value === null) ? (
                desk.judge.why
              ) : (
                <>
                  <Kbd>O</Kbd> {coding.preCodes.show}
                </>
              )}
            </p>
          )}
        </section>
      ) : null}
      <section>
        <h2>{desk.progress.title}</h2>
        <p className="small num">{desk.progress.done(number(progress.done), number(progress.all))}</p>
        <progress
          className={css.bar}
          aria-label={desk.progress.title}
          max={Math.max(1, progress.all)}
          value={progress.done}
        />
        <p className="small muted num">{desk.progress.passages(number(progress.passages))}</p>
        {progress.others.map(({ name, done }) => (
          <p key={name} className="small muted num">
            {desk.progress.others(name, number(done))}
          </p>
        ))}
      </section>
      <section>
        <h2>{desk.memo.title}</h2>
        <ul className={css.memos}>
          {memos.map((memo) => (
            <li key={memo.id}>
              <span className="muted tiny">
                {`${desk.memo.nouns[memo.on.noun]} · ${desk.memo.by(nameOf(memo.by))}`}
              </span>
              <p>{memo.text}</p>
            </li>
          ))}
          {memos.length === 0 ? <li className="muted">{desk.memo.none}</li> : null}
        </ul>
      </section>
      <section className={css.hints}>
        <p>{desk.hint}</p>
        <p>
          <Kbd>{desk.space}</Kbd> {keys.onward.toLocaleLowerCase()}
        </p>
        <p>
          <Kbd>J</Kbd> <Kbd>K</Kbd> {`${coding.keys.down}, ${coding.keys.up}`.toLocaleLowerCase()}
        </p>
        <p>
          <Kbd>Ctrl ↵</Kbd> {keys.done.toLocaleLowerCase()}
        </p>
        <p>
          <Kbd>Ctrl Z</Kbd> {keys.undo.toLocaleLowerCase()} · <Kbd>?</Kbd>{' '}
          {coding.side.keys.toLocaleLowerCase()}
        </p>
      </section>
    </aside>
  );
};

const preCodesOf = ({ answer, question }: DeskItem, language: 'sv' | 'en'): readonly string[] =>
  question.preCodeLists.flatMap((list) =>
    list.preCodes
      .filter((code) => answer.pre[list.name]?.includes(code.value))
      .map((code) => code.text[language]),
  );
