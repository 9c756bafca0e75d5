import { useMemo, useState } from 'react';
import type { StoreFailure } from '../engine/types.ts';
import type { Refusal } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import type { CaseRow } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords } from '../ui/language.tsx';
import { EmptyState } from '../ui/notes.tsx';
import { useSay } from '../ui/notice.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { GiveManyForm } from './give-many-form.tsx';
import type { PartProps } from './part.tsx';
import css from './setup.module.css';
import { shareEvenly } from './share-evenly.ts';

/** Who calls whom: evenly with one press, or case by case. */
export const AssignPart = ({ engine, state, onPart }: PartProps) => {
  const { setup } = useWords();
  const { assign } = setup;
  const say = useSay();
  const [freeOnly, setFreeOnly] = useState(false);
  const [search, setSearch] = useState('');
  const { busy, failure, attempt } = useAttempt<Refusal | StoreFailure>();
  const { cases, unassigned, interviewers } = state;
  const shown = useMemo(() => {
    const typed = search.trim().toLocaleLowerCase('sv');
    return cases.filter(
      (row) =>
        (!freeOnly || row.assignee === null) &&
        (typed === '' ||
          row.name.toLocaleLowerCase('sv').includes(typed) ||
          row.stratum.toLocaleLowerCase('sv').includes(typed)),
    );
  }, [cases, freeOnly, search]);
  if (cases.length === 0)
    return (
      <EmptyState
        title={assign.title}
        action={<Button onClick={() => onPart('urval')}>{setup.parts.urval}</Button>}
      >
        <p>{assign.none}</p>
      </EmptyState>
    );
  const give = (id: Id, assignee: Id | null) =>
    attempt(() => engine.execute('case.assign', { case: id, assignee }));
  const share = async (): Promise<void> => {
    const plan = shareEvenly(
      cases,
      interviewers.map((person) => person.id),
    );
    let given = 0;
    for (const one of plan) {
      if (!(await give(one.case, one.assignee))) break;
      given += 1;
    }
    say(assign.done(given));
  };
  const giveMany = async (rows: readonly CaseRow[], to: Id | null): Promise<void> => {
    let given = 0;
    for (const row of rows) {
      if (!(await give(row.id, to))) break;
      given += 1;
    }
    say(assign.done(given));
  };
  return (
    <>
      <h1 className={css.big}>{assign.title}</h1>
      <p>{assign.left(unassigned.length)}</p>
      {interviewers.length === 0 ? (
        <p>
          {assign.noPeople} <Button onClick={() => onPart('personer')}>{setup.steps.people}</Button>
        </p>
      ) : (
        <>
          {unassigned.length > 0 ? (
            <p>
              <Button variant="primary" busy={busy} onClick={() => void share()}>
                {busy ? assign.doing : assign.evenly(unassigned.length)}
              </Button>
            </p>
          ) : null}
          <section>
            <h2>{assign.load}</h2>
            <ul className={css.list}>
              {interviewers.map((person) => (
                <li key={person.id}>
                  <span className="b">{person.name}</span>
                  <span className="muted num">
                    {assign.cases(cases.filter((row) => row.assignee === person.id).length)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {interviewers.length > 0 ? (
        <GiveManyForm state={state} busy={busy} onGive={(rows, to) => void giveMany(rows, to)} />
      ) : null}
      {failure ? <FailureNote failure={failure} /> : null}
      <div className={css.row}>
        <TextField label={assign.search} type="search" value={search} onChange={setSearch} />
        <label className={css.check}>
          <input type="checkbox" checked={freeOnly} onChange={(event) => setFreeOnly(event.target.checked)} />
          {assign.filter}
        </label>
      </div>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{assign.case}</th>
            <th scope="col">{assign.stratum}</th>
            <th scope="col">{assign.who}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td className="muted">{row.stratum}</td>
              <td>
                <select
                  aria-label={assign.whoOf(row.name)}
                  value={row.assignee ?? ''}
                  onChange={(event) =>
                    void give(row.id, event.target.value === '' ? null : event.target.value)
                  }
                >
                  <option value="">{assign.nobody}</option>
                  {state.people
                    .filter((person) => interviewers.includes(person) || person.id === row.assignee)
                    .map((person) => (
                      <option key={person.id} value={person.id}>
                        {person.name}
                      </option>
                    ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
