import { type Command, commandFor, type Press } from '../../ui/keys.ts';

/**
 * While a text has focus every letter is a letter. Esc arms one command: the next key acts and the caret stays where
 * it is. Esc again leaves the text. A key that means nothing disarms and is typed, so that no character is lost.
 */
export type ArmedStep =
  | { readonly step: 'pass' }
  | { readonly step: 'arm' }
  | { readonly step: 'leave' }
  | { readonly step: 'disarm' }
  | { readonly step: 'run'; readonly command: Command };

/** Keys that only prepare another one: Shift before `?`, a dead key before a letter. */
const PREPARES = new Set([
  'Shift',
  'Control',
  'Meta',
  'Alt',
  'AltGraph',
  'CapsLock',
  'Fn',
  'Dead',
  'Process',
]);

export const armedStep = (armed: boolean, press: Press, commands: readonly Command[]): ArmedStep => {
  if (PREPARES.has(press.key)) return { step: 'pass' };
  if (!armed) return press.key === 'Escape' && !press.ctrl && !press.alt ? { step: 'arm' } : { step: 'pass' };
  if (press.key === 'Escape') return press.repeat ? { step: 'pass' } : { step: 'leave' };
  const command = commandFor([commands], { ...press, on: 'page' });
  return command ? { step: 'run', command } : { step: 'disarm' };
};
