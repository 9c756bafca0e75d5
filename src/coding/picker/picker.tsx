import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../ui/language.tsx';
import { Swatch } from '../codes/swatch.tsx';
import type { CodeNode } from '../codes/tree.ts';
import css from './picker.module.css';
import { type PickContext, rank } from './rank.ts';

const SHOWN = 8;

/** A few letters, Enter: a code. It opens with the letter that called for it; Esc goes back to the text. */
export const Picker = ({
  codes,
  context,
  typed: first,
  recode,
  proposes,
  onPick,
  onCreate,
  onClose,
}: {
  readonly codes: readonly CodeNode[];
  readonly context: PickContext;
  readonly typed: string;
  readonly recode: boolean;
  /** In a blind round a new code is only a proposal. */
  readonly proposes: boolean;
  readonly onPick: (code: CodeNode) => void;
  readonly onCreate: (name: string) => void;
  readonly onClose: () => void;
}) => {
  const { desk } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(first);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => rank(codes, typed, context).slice(0, SHOWN), [codes, typed, context]);
  const name = typed.trim();
  const canCreate =
    name.length > 1 && !codes.some((code) => code.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  const count = found.length + (canCreate ? 1 : 0);
  const current = Math.min(at, Math.max(0, count - 1));
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });
  const choose = (place: number): void => {
    const picked = found[place];
    if (picked) onPick(picked.code);
    else if (canCreate && place === found.length) onCreate(name);
  };
  const onKey = (key: string): boolean => {
    if (key === 'ArrowDown') setAt((current + 1) % Math.max(1, count));
    else if (key === 'ArrowUp') setAt((current - 1 + count) % Math.max(1, count));
    else if (key === 'Enter') choose(current);
    else if (key === 'Escape') onClose();
    else return false;
    return true;
  };
  return (
    <div className={css.picker}>
      <input
        className={css.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
        aria-label={recode ? desk.pick.recode : desk.pick.label}
        placeholder={recode ? desk.pick.recode : desk.pick.prompt}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the letter that called for it goes on here
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (!onKey(event.key)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onBlur={onClose}
      />
      <div ref={list} id={id} role="listbox" aria-label={desk.pick.label} className={css.list}>
        {found.map(({ code, hits }, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field that keeps the focus
          <div
            key={code.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === current}
            className={css.option}
            // Before the field loses its focus and takes the list away.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
          >
            <span className={css.line}>
              <Swatch look={code.look} />
              <span className={css.name}>
                <Lit text={code.name} hits={hits} />
              </span>
              <span className={css.theme}>{code.theme}</span>
              {place === current ? <Kbd>↵</Kbd> : null}
            </span>
            {place === current && code.definition ? (
              <span className={css.definition}>{code.definition}</span>
            ) : null}
            {place === current && code.row.fields.not_use ? (
              <span className={css.definition}>{`${desk.pick.not}: ${code.row.fields.not_use}`}</span>
            ) : null}
          </div>
        ))}
        {canCreate ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field that keeps the focus
          <div
            id={`${id}-${found.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={current === found.length}
            className={css.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(found.length)}
          >
            <span className={css.line}>
              <span className={css.plus} aria-hidden="true">
                +
              </span>
              <span className={css.name}>{proposes ? desk.pick.propose(name) : desk.pick.create(name)}</span>
              {current === found.length ? <Kbd>↵</Kbd> : null}
            </span>
          </div>
        ) : null}
      </div>
    </div>
  );
};

/** The letters that were found stand out. */
const Lit = ({ text, hits }: { readonly text: string; readonly hits: readonly number[] }) => {
  const lit = new Set(hits);
  return [...text].map((letter, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the letters of a name have no other name
    lit.has(place) ? <b key={place}>{letter}</b> : letter,
  );
};
