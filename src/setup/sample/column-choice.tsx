import { type FormEvent, useState } from 'react';
import {
  type ColumnMap,
  FRAME_COLUMNS,
  type FrameColumn,
  type FullColumnMap,
  fullMap,
} from '../../exchange/frame/columns.ts';
import type { FrameLook } from '../../exchange/frame/look.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import css from '../setup.module.css';

/** What the heading said is chosen already; the rest is asked. */
export const ColumnChoice = ({
  look,
  onRead,
}: {
  readonly look: FrameLook;
  readonly onRead: (look: FrameLook, columns: FullColumnMap) => void;
}) => {
  const { setup } = useWords();
  const { import: words } = setup.sample;
  const [columns, setColumns] = useState<ColumnMap>(look.columns);
  const full = fullMap(columns);
  const options = [
    { value: '', label: words.choose },
    ...look.heading.map((heading, index) => ({
      value: String(index),
      label: heading.trim() === '' ? String(index + 1) : heading,
    })),
  ];
  const twice = (column: FrameColumn): boolean =>
    columns[column] !== null &&
    FRAME_COLUMNS.some((other) => other !== column && columns[other] === columns[column]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (full) onRead(look, full);
  };
  return (
    <form className={css.form} onSubmit={send} noValidate>
      <p className="small muted">{words.looked(look.encoding, words.delimiters[look.delimiter])}</p>
      <h3>{words.columns}</h3>
      {FRAME_COLUMNS.map((column) => (
        <SelectField
          key={column}
          label={words.column[column]}
          hint={words.columnHint[column]}
          error={twice(column) ? words.sameColumn : undefined}
          value={columns[column] === null ? '' : String(columns[column])}
          options={options}
          onChange={(chosen) => setColumns({ ...columns, [column]: chosen === '' ? null : Number(chosen) })}
        />
      ))}
      <FirstRows look={look} />
      <Button type="submit" variant="primary" disabled={full === null}>
        {words.read}
      </Button>
    </form>
  );
};

const FirstRows = ({ look }: { readonly look: FrameLook }) => {
  const { setup } = useWords();
  const { import: words } = setup.sample;
  return (
    // A file may have many columns: they scroll within, by keyboard too.
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
  );
};
