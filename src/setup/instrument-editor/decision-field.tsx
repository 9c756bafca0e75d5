import { useId } from 'react';
import type { Decision, Word } from '../../study/instrument-edit/publication.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import css from './publish.module.css';

/** One question that is asked in another way: how many answered it as it was, and whether the answers are one thing. */
export const DecisionField = ({
  decision,
  interviewed,
  word,
  onWord,
}: {
  readonly decision: Decision;
  readonly interviewed: number;
  readonly word: Word | undefined;
  readonly onWord: (word: Word) => void;
}) => {
  const { instrument: words } = useWords();
  const say = words.publish;
  const language = useLanguage();
  const name = useId();
  const reworded = decision.changes.some(({ type }) => type === 'wording');
  return (
    <fieldset className={css.decision}>
      <legend className="b">{words.place.question(decision.question)}</legend>
      {reworded ? (
        <dl className={css.wording}>
          <dt>{say.before}</dt>
          <dd>{decision.before[language]}</dd>
          <dt>{say.after}</dt>
          <dd>{decision.after[language]}</dd>
        </dl>
      ) : (
        <p>{`${decision.after[language]} (${say.otherChanges})`}</p>
      )}
      <p className="small muted">{say.had(interviewed, decision.always)}</p>
      {(['same', 'different'] as const).map((one) => (
        <label key={one} className={css.word}>
          <input type="radio" name={name} checked={word === one} onChange={() => onWord(one)} />
          <span>
            {say.words[one]}. <span className="muted">{say.wordsText[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
