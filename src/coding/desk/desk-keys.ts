import type { Command } from '../../ui/keys.ts';
import type { Words } from '../../words/index.ts';
import type { Chosen } from '../text/choose.ts';
import { enter, move, scale, stretch } from '../text/choose.ts';

/** What the keys of the desk can do; the screen says how. */
export interface DeskDoes {
  readonly text: string;
  readonly chosen: Chosen | null;
  readonly holding: boolean;
  readonly choose: (chosen: Chosen | null) => void;
  /** Past the end, or before the beginning, of the answer. */
  readonly leave: (step: 1 | -1) => void;
  readonly go: (step: 1 | -1) => void;
  readonly question: (step: 1 | -1) => void;
  readonly pick: (how: 'new' | 'recode') => void;
  readonly enter: () => void;
  readonly hold: (step: 1 | -1) => void;
  readonly remove: () => void;
  readonly quote: () => void;
  readonly flag: () => void;
  readonly memo: () => void;
  readonly redact: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly done: () => void;
  readonly search: () => void;
  readonly preCodes: () => void;
  readonly snap: () => void;
  readonly mode: () => void;
}

/** With a passage selected letters belong to the picker, so all that acts on it has a sign or an arrow for a key. */
export const deskKeys = (does: DeskDoes, { desk, coding }: Words): readonly Command[] => {
  const { text, chosen } = does;
  const { keys } = desk;
  const none = chosen === null;
  const with_ = (change: (now: Chosen) => Chosen | null) => (): void => {
    if (chosen) does.choose(change(chosen));
  };
  const walk = (step: 1 | -1) => (): void => {
    const next = chosen ? move(text, chosen, step) : enter(text, 'sentence', step);
    if (next) does.choose(next);
    else does.leave(step);
  };
  return [
    { key: 'S', label: keys.sentence, run: () => does.choose(enter(text, 'sentence', 1)), disabled: !none },
    { key: 'A', label: keys.whole, run: () => does.choose(enter(text, 'answer', 1)), disabled: !none },
    // Shift first: the plain key would answer to both.
    { key: 'Shift+Space', label: keys.backward, run: walk(-1), repeats: true },
    { key: 'Space', label: keys.onward, run: walk(1), repeats: true },
    { key: 'Shift+→', label: keys.longer, run: with_((now) => stretch(text, now, 'end', 1)), repeats: true },
    {
      key: 'Shift+←',
      label: keys.shorter,
      run: with_((now) => stretch(text, now, 'end', -1)),
      repeats: true,
    },
    {
      key: 'Shift+↑',
      label: keys.fromEarlier,
      run: with_((now) => stretch(text, now, 'start', 1)),
      repeats: true,
    },
    {
      key: 'Shift+↓',
      label: keys.fromLater,
      run: with_((now) => stretch(text, now, 'start', -1)),
      repeats: true,
    },
    {
      key: '→',
      label: keys.forward,
      run: () => does.choose(chosen ? (move(text, chosen, 1) ?? chosen) : enter(text, 'word', 1)),
      repeats: true,
    },
    {
      key: '←',
      label: keys.back,
      run: () => does.choose(chosen ? (move(text, chosen, -1) ?? chosen) : enter(text, 'word', -1)),
      repeats: true,
    },
    { key: '↑', label: keys.coarser, run: with_((now) => scale(text, now, 1)), disabled: none },
    { key: '↓', label: keys.finer, run: with_((now) => scale(text, now, -1)), disabled: none },
    { key: 'J', label: coding.keys.down, run: () => does.go(1), repeats: true, disabled: !none },
    { key: 'K', label: coding.keys.up, run: () => does.go(-1), repeats: true, disabled: !none },
    { key: '↓', label: coding.keys.down, run: () => does.go(1), repeats: true, disabled: !none, quiet: true },
    { key: '↑', label: coding.keys.up, run: () => does.go(-1), repeats: true, disabled: !none, quiet: true },
    { key: 'N', label: coding.keys.next, run: () => does.question(1), disabled: !none },
    { key: 'P', label: coding.keys.previous, run: () => does.question(-1), disabled: !none },
    { key: 'Enter', label: does.holding ? keys.resize : keys.pick, run: does.enter },
    { key: '=', label: keys.recode, run: () => does.pick('recode') },
    { key: '.', label: keys.nextPassage, run: () => does.hold(1), repeats: true },
    { key: ',', label: keys.previousPassage, run: () => does.hold(-1), repeats: true },
    { key: 'Del', label: keys.remove, run: does.remove },
    { key: 'Backspace', label: keys.remove, run: does.remove, quiet: true },
    { key: '"', label: keys.quote, run: does.quote },
    { key: '!', label: keys.flag, run: does.flag },
    { key: '*', label: keys.memo, run: does.memo },
    { key: 'M', label: keys.memo, run: does.memo, disabled: !none, quiet: true },
    { key: '#', label: keys.redact, run: does.redact },
    { key: 'Ctrl+Shift+Z', label: keys.redo, run: does.redo },
    { key: 'Ctrl+Y', label: keys.redo, run: does.redo, quiet: true },
    { key: 'Ctrl+Z', label: keys.undo, run: does.undo },
    { key: 'Z', label: keys.undo, run: does.undo, disabled: !none, quiet: true },
    { key: 'Ctrl+Enter', label: keys.done, run: does.done },
    { key: '/', label: coding.keys.search, run: does.search },
    { key: 'O', label: coding.preCodes.show, run: does.preCodes, disabled: !none },
    { key: 'I', label: keys.other, run: does.mode, disabled: !none },
    { key: 'Escape', label: coding.keys.clear, run: () => does.choose(null), disabled: none },
    { label: keys.words, run: does.snap },
    { label: keys.letters, run: () => does.pick('new') },
  ];
};
