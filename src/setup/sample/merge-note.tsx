import { useState } from 'react';
import { FEWEST_EXPECTED, type Merge } from '../../study/allocation.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Note } from '../../ui/notes.tsx';
import css from '../setup.module.css';
import type { PlannedStratum } from './plan.ts';
import { expectedWords } from './plan-table.tsx';

/** A stratum that expects too few: with which one it goes together is for a person to say. */
export const MergeNote = ({
  plan,
  merge: [stratum, suggested],
  onMerge,
}: {
  readonly plan: readonly PlannedStratum[];
  readonly merge: Merge;
  readonly onMerge: (merge: Merge) => void;
}) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { sample: words } = setup;
  const [into, setInto] = useState(suggested);
  const least = plan.find((one) => one.stratum === stratum);
  return (
    <Note tone="warn">
      <p>{words.merge(stratum, expectedWords(least?.expected ?? 0, language), FEWEST_EXPECTED)}</p>
      <div className={css.row}>
        <SelectField
          label={words.mergeInto}
          value={into}
          options={plan
            .filter((one) => one.stratum !== stratum)
            .map((one) => ({ value: one.stratum, label: one.stratum }))}
          onChange={setInto}
        />
        <Button onClick={() => onMerge([stratum, into])}>{words.mergeDo}</Button>
      </div>
    </Note>
  );
};
