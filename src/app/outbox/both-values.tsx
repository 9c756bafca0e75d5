import type { FieldConflict } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import type { Words } from '../../words/index.ts';
import css from './outbox.module.css';

/** What two people wrote in the same field, side by side, until one of them chooses. */
export const BothValues = ({
  fields,
  onSettle,
}: {
  readonly fields: readonly FieldConflict[];
  readonly onSettle: (keep: 'mine' | 'theirs') => void;
}) => {
  const words = useWords();
  const { both } = words.outbox;
  return (
    <div className={css.both}>
      <div>
        <h3>{both.mine}</h3>
        {fields.map(({ field, mine }) => (
          <Value key={field} name={nameOf(field, words)} value={textOf(field, mine, both)} />
        ))}
        <Button onClick={() => onSettle('mine')}>{both.keepMine}</Button>
      </div>
      <div>
        <h3>{both.theirs}</h3>
        {fields.map(({ field, theirs }) => (
          <Value key={field} name={nameOf(field, words)} value={textOf(field, theirs, both)} />
        ))}
        <Button onClick={() => onSettle('theirs')}>{both.keepTheirs}</Button>
      </div>
    </div>
  );
};

const Value = ({ name, value }: { readonly name: string | null; readonly value: string }) => (
  <p>
    {name === null ? null : <span className="muted small">{name}</span>}
    <span className={css.value}>{value}</span>
  </p>
);

/** The field's label on the lead's form, where it has one. */
const nameOf = (field: string, { setup }: Words): string | null => {
  const labels: Readonly<Record<string, string>> = setup.texts.fields;
  return labels[field] ?? null;
};

const textOf = (field: string, value: FieldConflict['mine'], both: Words['outbox']['both']): string => {
  if (field === 'box') return both.sealed;
  if (value === null || value === '') return both.nothing;
  return Array.isArray(value) ? value.join(', ') : String(value);
};
