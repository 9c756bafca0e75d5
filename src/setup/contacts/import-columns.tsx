import { type FormEvent, useState } from 'react';
import { CONTACT_COLUMNS, type ContactColumns, isComplete } from '../../exchange/contacts/columns.ts';
import type { ContactLook } from '../../exchange/contacts/read-contacts.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import css from '../setup.module.css';

/** What the heading said is chosen already; the rest is asked. */
export const ImportColumns = ({
  look,
  onRead,
}: {
  readonly look: ContactLook;
  readonly onRead: (columns: ContactColumns) => void;
}) => {
  const { register } = useWords();
  const { import: words } = register;
  const [columns, setColumns] = useState<ContactColumns>(look.columns);
  const complete = isComplete(columns);
  const options = [
    { value: '', label: words.noColumn },
    ...look.heading.map((heading, index) => ({
      value: String(index),
      label: heading.trim() === '' ? String(index + 1) : heading,
    })),
  ];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (complete) onRead(columns);
  };
  return (
    <form className={css.form} onSubmit={send} noValidate>
      <p className="small muted">{words.looked(look.encoding)}</p>
      <h3>{words.columns}</h3>
      {CONTACT_COLUMNS.map((column) => (
        <SelectField
          key={column}
          label={words.column[column]}
          value={columns[column] === null ? '' : String(columns[column])}
          options={options}
          onChange={(chosen) => setColumns({ ...columns, [column]: chosen === '' ? null : Number(chosen) })}
        />
      ))}
      <section className={css.scroll} tabIndex={0} aria-label={words.first}>
        <table className={css.table}>
          <caption>{words.first}</caption>
          <thead>
            <tr>
              {look.heading.map((heading, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name for sure
                <th scope="col" key={index}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.first.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows as they stand in the file
              <tr key={line}>
                {row.map((value, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: values as they stand in the row
                  <td key={index}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {complete ? null : <p className={css.wrong}>{words.needs}</p>}
      <Button type="submit" variant="primary" disabled={!complete}>
        {words.read}
      </Button>
    </form>
  );
};
