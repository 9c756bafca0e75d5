import { type FocusEvent, type KeyboardEvent, useCallback, useState } from 'react';
import { useCommandCentre } from '../../ui/commands.tsx';
import { type Command, placeOf, pressOf } from '../../ui/keys.ts';
import { armedStep } from './armed.ts';

/** The armed Esc for all texts inside the element that gets the handlers. */
export const useArmedKeys = (commands: readonly Command[], onLeave?: () => void) => {
  const centre = useCommandCentre();
  const [armed, setArmed] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    const native = event.nativeEvent;
    if (native.isComposing || placeOf(event.target) !== 'text') return;
    const help: Command = { key: '?', label: '', run: centre.showHelp };
    const decided = armedStep(armed, pressOf(native), [...commands, help]);
    if (decided.step === 'pass') return;
    setArmed(decided.step === 'arm');
    if (decided.step === 'disarm') return;
    event.preventDefault();
    // The commands of the page must not act on the same press.
    native.stopImmediatePropagation();
    if (decided.step === 'leave' && event.target instanceof HTMLElement) {
      event.target.blur();
      onLeave?.();
    }
    if (decided.step === 'run') decided.command.run();
  };
  const onBlur = useCallback((event: FocusEvent): void => {
    if (placeOf(event.target) === 'text') setArmed(false);
  }, []);
  return { armed, onKeyDown, onBlur };
};
