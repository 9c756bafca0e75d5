import { useMemo, useState } from 'react';
import type { Id } from '../study/ids.ts';
import type { CaseRow } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { useWords } from '../ui/language.tsx';
import { casesToGive } from './give-many.ts';
import css from './setup.module.css';
import type { StudyState } from './study-state.ts';

/** Many cases to one person at once: a stratum, or all that somebody has. The number is said before it is done. */
export const GiveManyForm = ({
  state,
  busy,
  onGive,
}: {
  readonly state: StudyState;
  readonly busy: boolean;
  readonly onGive: (rows: readonly CaseRow[], to: Id | null) => void;
}) => {
  const { assign } = useWords().setup;
  const { many } = assign;
  const { cases, interviewers } = state;
  const strata = useMemo(() => [...new Set(cases.map(({ stratum }) => stratum))].sort(), [cases]);
  const holders = useMemo(() => {
    const held = new Set(cases.map(({ assignee }) => assignee));
    return state.people.filter(({ id }) => held.has(id));
  }, [cases, state.people]);
  const [stratum, setStratum] = useState('');
  const [from, setFrom] = useState<string>('nobody');
  const [to, setTo] = useState<string>('');
  const receiver = to === 'nobody' ? null : to;
  const rows =
    to === '' ? [] : casesToGive(cases, { stratum: stratum === '' ? null : stratum, from, to: receiver });
  return (
    <section>
      <h2>{many.title}</h2>
      <div className={css.row}>
        <SelectField
          label={many.which}
          value={stratum}
          options={[{ value: '', label: many.all }, ...strata.map((name) => ({ value: name, label: name }))]}
          onChange={setStratum}
        />
        <SelectField
          label={many.from}
          value={from}
          options={[
            { value: 'nobody', label: many.fromNobody },
            { value: 'anybody', label: many.fromAnybody },
            ...holders.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setFrom}
        />
        <SelectField
          label={many.to}
          value={to}
          options={[
            { value: '', label: many.choose },
            ...interviewers.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'nobody', label: assign.nobody },
          ]}
          onChange={setTo}
        />
        <Button busy={busy} disabled={rows.length === 0} onClick={() => onGive(rows, receiver)}>
          {busy ? assign.doing : many.give(rows.length)}
        </Button>
      </div>
      <p className="small muted">{many.note}</p>
    </section>
  );
};
