import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react';
import css from './field.module.css';

interface Around {
  readonly label: string;
  /** What to write, said before. */
  readonly hint?: string | undefined;
  /** What is wrong and how to mend it; stands until mended. */
  readonly error?: string | undefined;
}

const describedBy = (id: string, { hint, error }: Around): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

const Frame = ({ id, label, hint, error, children }: Around & { id: string; children: ReactNode }) => (
  <div className={css.field}>
    <label className={css.label} htmlFor={id}>
      {label}
    </label>
    {hint ? (
      <p className={css.hint} id={`${id}-hint`}>
        {hint}
      </p>
    ) : null}
    {error ? (
      <p className={css.error} id={`${id}-error`} role="alert">
        {error}
      </p>
    ) : null}
    {children}
  </div>
);

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'>;
export interface TextFieldProps extends Around, Input {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const TextField = ({ label, hint, error, value, onChange, ...rest }: TextFieldProps) => {
  const id = useId();
  const around = { label, hint, error };
  return (
    <Frame id={id} {...around}>
      <input
        type="text"
        // A browser keeps what it may complete in the open, in a file of its profile: names and addresses too.
        autoComplete="off"
        {...rest}
        id={id}
        className={css.input}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, around)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
};

type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'id'>;
export interface TextAreaProps extends Around, Area {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const TextArea = ({ label, hint, error, value, onChange, ...rest }: TextAreaProps) => {
  const id = useId();
  const around = { label, hint, error };
  return (
    <Frame id={id} {...around}>
      <textarea
        rows={3}
        {...rest}
        id={id}
        className={css.input}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, around)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
};

export interface SelectFieldProps<V extends string> extends Around {
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

export const SelectField = <V extends string>({
  label,
  hint,
  error,
  value,
  options,
  onChange,
}: SelectFieldProps<V>) => {
  const id = useId();
  const around = { label, hint, error };
  const choose = (chosen: string): void => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Frame id={id} {...around}>
      <select
        id={id}
        className={css.input}
        value={value}
        aria-describedby={describedBy(id, around)}
        onChange={(event) => choose(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
};
