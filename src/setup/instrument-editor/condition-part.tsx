import { type Clause, readCondition, writeCondition } from '../../study/instrument-edit/condition.ts';
import { type Path, pointerOf, put } from '../../study/instrument-edit/json-path.ts';
import { listsIn } from '../../study/instrument-edit/outline.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { ClauseRow } from './clause-row.tsx';
import { useEditor } from './editor.ts';
import css from './form.module.css';
import { faultWords } from './place-words.ts';

/** When something is offered: always, or on pre-codes. A condition of another form is shown as it stands. */
export const ConditionPart = ({
  label,
  path,
  expression,
  quiet = false,
}: {
  readonly label: string;
  readonly path: Path;
  readonly expression: string | null;
  readonly quiet?: boolean;
}) => {
  const { instrument: words } = useWords();
  const { definition, outline, apply, faults, readOnly } = useEditor();
  const { condition: say } = words;
  const lists = listsIn(outline);
  const isMany = (name: string): boolean => lists.find(({ list }) => list.name === name)?.list.many ?? false;
  const condition = expression === null ? null : readCondition(expression);
  const pointer = pointerOf(path);
  const own = faults.filter((fault) => pointerOf(fault.path) === pointer);
  const [first] = lists;
  const write = (join: 'and' | 'or', clauses: readonly Clause[]): void => {
    const text = writeCondition({ join, clauses }, isMany);
    apply(put(definition, path, text === '' ? undefined : text));
  };
  const fresh = (): readonly Clause[] => {
    const [code] = first?.list.codes ?? [];
    return first && code ? [{ list: first.list.name, values: [code.value] }] : [];
  };
  return (
    <section className={quiet ? css.condition : css.part} data-path={pointer} tabIndex={-1}>
      <label className={css.inline}>
        <span className={quiet ? css.hint : css.label}>{label}</span>
        <select
          className={css.select}
          value={expression === null ? 'always' : 'when'}
          disabled={readOnly || (expression === null && !first)}
          onChange={(event) => {
            if (event.target.value === 'always') apply(put(definition, path, undefined));
            else write('and', fresh());
          }}
        >
          <option value="always">{say.always}</option>
          <option value="when">{say.when}</option>
        </select>
      </label>
      {expression !== null && condition === null ? (
        <p className={css.hint}>
          {say.byHand} <code>{expression}</code>
        </p>
      ) : null}
      {condition?.clauses.map((clause, index) => (
        <ClauseRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a clause is its place
          key={index}
          clause={clause}
          lists={lists}
          onChange={(next) =>
            write(
              condition.join,
              condition.clauses.flatMap((one, at) => (at === index ? (next ? [next] : []) : [one])),
            )
          }
        />
      ))}
      {condition && !readOnly ? (
        <div className={css.inline}>
          {condition.clauses.length > 1 ? (
            <label className={css.inline}>
              <span className={css.hint}>{say.join}</span>
              <select
                className={css.select}
                value={condition.join}
                onChange={(event) => write(event.target.value === 'or' ? 'or' : 'and', condition.clauses)}
              >
                <option value="and">{say.and}</option>
                <option value="or">{say.or}</option>
              </select>
            </label>
          ) : null}
          <Button variant="quiet" onClick={() => write(condition.join, [...condition.clauses, ...fresh()])}>
            {say.add}
          </Button>
        </div>
      ) : null}
      {own.map(({ fault }) => (
        <p key={fault.type} className={css.fault}>
          {faultWords(fault, words)}
        </p>
      ))}
    </section>
  );
};
