import { togglePreCode } from '../../study/draft-rules.ts';
import type { PreCodeList } from '../../study/instrument.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import css from './pre-codes.module.css';

/** Keys of pre-codes in the order they are shown, all lists of a question together; the longest has eleven. */
export const PRE_CODE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '+'] as const;

export const PreCodes = ({
  question,
  list,
  set,
  firstKey,
  texts,
  title,
}: {
  readonly question: string;
  readonly list: PreCodeList;
  readonly set: readonly string[];
  readonly firstKey: number;
  readonly texts: ReadonlyMap<string, string>;
  readonly title: string | undefined;
}) => {
  const { change } = useSession();
  const { interview } = useWords();
  const writing = useWriting();
  const language = useDraft((draft) => draft.language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be one scrolling row on a phone
    <div
      className={css.row}
      role="group"
      aria-label={title ? `${interview.question.preCodes}: ${title}` : interview.question.preCodes}
      lang={language}
    >
      {list.preCodes.map((code, index) => (
        <button
          key={code.value}
          type="button"
          className={css.pill}
          aria-pressed={set.includes(code.value)}
          title={code.definition[language]}
          disabled={!writing}
          onMouseDown={keepFocus}
          onClick={() => change((draft) => togglePreCode(draft, question, list, code.value))}
        >
          <Kbd>{PRE_CODE_KEYS[firstKey + index] ?? ''}</Kbd>
          {texts.get(code.value) ?? code.text[language]}
        </button>
      ))}
    </div>
  );
};
