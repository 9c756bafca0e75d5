import { useId, useState } from 'react';
import css from './command-palette.module.css';
import type { Layer } from './commands.tsx';
import { Dialog } from './dialog.tsx';
import { Kbd } from './kbd.tsx';
import type { Command } from './keys.ts';
import { useWords } from './language.tsx';

/** It does not list what opens itself. */
const PALETTE_KEY = 'Ctrl+K';

/** Every word typed must be found in the label, in any order; case and accents as written. */
export const findCommands = (commands: readonly Command[], typed: string): readonly Command[] => {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter((command) => {
    const label = command.label.toLocaleLowerCase();
    return words.every((word) => label.includes(word));
  });
};

/** What is rare lives here: type a few letters, Enter runs it. */
export const Palette = ({
  layers,
  onClose,
}: {
  readonly layers: readonly Layer[];
  readonly onClose: () => void;
}) => {
  const { common } = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // Held from when it opened: the commands of the screen under it do not change while one chooses.
  const [all] = useState(() =>
    [...layers]
      .reverse()
      .flatMap((layer) => layer.commands())
      .filter((command) => !command.quiet && !command.disabled && command.key !== PALETTE_KEY),
  );
  const found = findCommands(all, typed);
  const current = Math.min(at, found.length - 1);
  const run = (command: Command | undefined): void => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKey = (key: string): boolean => {
    if (key === 'ArrowDown') setAt((current + 1) % Math.max(1, found.length));
    else if (key === 'ArrowUp') setAt((current - 1 + found.length) % Math.max(1, found.length));
    else if (key === 'Enter') run(found[current]);
    else return false;
    return true;
  };
  return (
    <Dialog title={common.keys.palette} open onClose={onClose} bare>
      <input
        className={css.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[current] ? `${id}-${current}` : undefined}
        aria-label={common.keys.palettePrompt}
        placeholder={common.keys.palettePrompt}
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (onKey(event.key)) event.preventDefault();
        }}
      />
      <div id={id} role="listbox" aria-label={common.keys.palette} className={css.list}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field that keeps the focus
          <div
            key={`${command.key ?? ''} ${command.label}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={css.option}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            {command.key ? (
              <Kbd>{command.key === 'Enter' ? '↵' : command.key === 'Escape' ? 'Esc' : command.key}</Kbd>
            ) : null}
          </div>
        ))}
        {found.length === 0 ? <p className={css.none}>{common.keys.paletteNone}</p> : null}
      </div>
    </Dialog>
  );
};
