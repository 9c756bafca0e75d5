/**
 * The key map: which command a key press means, given who listens. Pure, so that the rule can be tested;
 * commands.tsx feeds it from the page. Alt is never used: on Swedish layouts it writes characters.
 */
export interface Command {
  /** As shown beside the control: `J`, `Enter`, `Ctrl+Enter`, `?`, `+`. Absent: in the command palette only. */
  readonly key?: string;
  readonly label: string;
  readonly run: () => void;
  /** Acts while a text has focus too. Keys with Ctrl always do. */
  readonly inText?: boolean;
  /** Left out of the palette and the list of keys: one of many of the same sort. */
  readonly quiet?: boolean;
  readonly disabled?: boolean;
  /** Goes on while held down (moving in a list). */
  readonly repeats?: boolean;
}

/** What of a key press matters; `key` is what the layout wrote, so any keyboard works. */
export interface Press {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly repeat: boolean;
  /** Where the focus is. */
  readonly on: 'page' | 'text' | 'control';
}

const NAMES: Readonly<Record<string, string>> = {
  '↵': 'Enter',
  '↓': 'ArrowDown',
  '↑': 'ArrowUp',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Space: ' ',
  Del: 'Delete',
};

const parse = (shown: string): { key: string; ctrl: boolean; shift: boolean } => {
  const ctrl = shown.startsWith('Ctrl+');
  const afterCtrl = ctrl ? shown.slice('Ctrl+'.length) : shown;
  const shift = afterCtrl.startsWith('Shift+');
  const key = shift ? afterCtrl.slice('Shift+'.length) : afterCtrl;
  return { key: NAMES[key] ?? key, ctrl, shift };
};

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);

export const matches = (shown: string, press: Press): boolean => {
  const wanted = parse(shown);
  if (press.alt || wanted.ctrl !== press.ctrl) return false;
  if (wanted.shift && !press.shift) return false;
  return isLetter(wanted.key)
    ? wanted.key.toLowerCase() === press.key.toLowerCase()
    : wanted.key === press.key && (wanted.shift || !press.shift || wanted.key.length === 1);
};

/** On a button or link, Enter and Space press it: they are never a command there. */
const belongsToControl = (press: Press): boolean =>
  press.on === 'control' && !press.ctrl && (press.key === 'Enter' || press.key === ' ');

export const acts = (command: Command, press: Press): boolean => {
  if (command.key === undefined || command.disabled || belongsToControl(press)) return false;
  if (press.repeat && !command.repeats) return false;
  if (press.on === 'text' && !command.inText && !press.ctrl) return false;
  return matches(command.key, press);
};

/** The newest listener is asked first. */
export const commandFor = (layers: readonly (readonly Command[])[], press: Press): Command | undefined => {
  for (const layer of [...layers].reverse()) {
    const command = layer.find((candidate) => acts(candidate, press));
    if (command) return command;
  }
  return undefined;
};

const TEXT_INPUTS = new Set(['text', 'search', 'email', 'password', 'number', 'tel', 'url', 'date', 'time']);

/** Where a press landed: a text is typed in, a control presses itself on Enter. */
export const placeOf = (target: EventTarget | null): Press['on'] => {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return 'text';
  if (target instanceof HTMLSelectElement) return 'text';
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.has(target.type) ? 'text' : 'control';
  return target.closest('button, a[href], summary') ? 'control' : 'page';
};

export const pressOf = (event: KeyboardEvent): Press => ({
  key: event.key,
  ctrl: event.ctrlKey || event.metaKey,
  alt: event.altKey,
  shift: event.shiftKey,
  repeat: event.repeat,
  on: placeOf(event.target),
});
