import type { Clause } from '../../study/instrument-edit/condition.ts';
import type { listsIn } from '../../study/instrument-edit/outline.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useEditor } from './editor.ts';
import css from './form.module.css';

/** One clause: a list of pre-codes, and which of them. Without any it is gone. */
export const ClauseRow = ({
  clause,
  lists,
  onChange,
}: {
  readonly clause: Clause;
  readonly lists: ReturnType<typeof listsIn>;
  readonly onChange: (next: Clause | null) => void;
}) => {
  const { instrument: words } = useWords();
  const language = useLanguage();
  const { readOnly } = useEditor();
  const found = lists.find(({ list }) => list.name === clause.list)?.list;
  const nameOf = ({ question, list }: (typeof lists)[number]): string => {
    const title = list.title?.[language] ?? list.codes.map(({ text }) => text[language]).join(', ');
    return `${question.id} ${title}`.slice(0, 60);
  };
  return (
    <div className={css.clause}>
      <div className={css.inline}>
        <select
          className={css.select}
          aria-label={words.condition.list}
          value={clause.list}
          disabled={readOnly}
          onChange={(event) => {
            const next = lists.find(({ list }) => list.name === event.target.value)?.list;
            const [code] = next?.codes ?? [];
            if (next && code) onChange({ list: next.name, values: [code.value] });
          }}
        >
          {found ? null : <option value={clause.list}>{clause.list}</option>}
          {lists.map((one) => (
            <option key={one.list.name} value={one.list.name}>
              {nameOf(one)}
            </option>
          ))}
        </select>
        {readOnly ? null : (
          <Button variant="quiet" aria-label={words.condition.remove} onClick={() => onChange(null)}>
            ×
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not stand in the row */}
      <div className={css.inline} role="group" aria-label={words.condition.values}>
        {(found?.codes ?? []).map((code) => (
          <label key={code.value} className={css.pill}>
            <input
              type="checkbox"
              checked={clause.values.includes(code.value)}
              disabled={readOnly}
              onChange={(event) => {
                const values = event.target.checked
                  ? [...clause.values, code.value]
                  : clause.values.filter((value) => value !== code.value);
                // The last one stays: a clause about nothing would take itself away under the hand.
                if (values.length > 0) onChange({ ...clause, values });
              }}
            />
            {code.text[language] || code.value}
          </label>
        ))}
      </div>
    </div>
  );
};
