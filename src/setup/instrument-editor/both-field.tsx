import { useId } from 'react';
import { type Path, pointerOf, put, textAt } from '../../study/instrument-edit/json-path.ts';
import { useWords } from '../../ui/language.tsx';
import { useEditor } from './editor.ts';
import css from './form.module.css';
import { faultWords } from './place-words.ts';

const EMPTY: readonly string[] = ['no_text', 'missing', 'not_both'];

/** One text in both languages side by side. Swedish lies under `sv`, or under `default` where the survey library reads it. */
export const BothField = ({
  label,
  hint,
  path,
  swedish = 'sv',
  lines = 1,
  quiet = false,
  optional = false,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly path: Path;
  readonly swedish?: 'sv' | 'default';
  readonly lines?: number;
  /** Beside a larger one: smaller, and its label is for screen readers and the placeholder. */
  readonly quiet?: boolean;
  /** Empty in both languages it is taken away. */
  readonly optional?: boolean;
}) => {
  const { instrument: words } = useWords();
  const { definition, apply, faults, readOnly } = useEditor();
  const id = useId();
  const pointer = pointerOf(path);
  const own = faults.filter(
    (fault) => pointerOf(fault.path).startsWith(pointer) && !EMPTY.includes(fault.fault.type),
  );
  const change = (key: string, text: string): void => {
    const next = put(definition, [...path, key], text);
    const empty = ['sv', 'default', 'en'].every((one) => textAt(next, [...path, one]).trim() === '');
    apply(optional && empty ? put(next, path, undefined) : next, true);
  };
  return (
    <fieldset className={quiet ? css.bothQuiet : css.both} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className={quiet ? 'unseen' : css.label}>{label}</legend>
      {hint ? (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      ) : null}
      <div className={css.pair}>
        {([swedish, 'en'] as const).map((key) => {
          const language = key === 'en' ? 'en' : 'sv';
          const value = textAt(definition, [...path, key]);
          const missing = !optional && value.trim() === '';
          return (
            <label key={key} className={css.side}>
              <span className={quiet ? 'unseen' : css.language}>{words.field[language]}</span>
              <textarea
                className={css.text}
                rows={lines}
                lang={language}
                spellCheck
                placeholder={quiet ? `${label}, ${words.place.language[language]}` : undefined}
                data-path={pointerOf([...path, key])}
                data-missing={missing || undefined}
                readOnly={readOnly}
                value={value}
                onChange={(event) => change(key, event.target.value)}
              />
            </label>
          );
        })}
      </div>
      {own.map(({ path: at, fault }) => (
        <p key={pointerOf(at) + fault.type} className={css.fault}>
          {faultWords(fault, words)}
        </p>
      ))}
    </fieldset>
  );
};
