import { useEffect, useRef } from 'react';
import { placeOf } from '../../ui/keys.ts';

/** While `active`, a letter anywhere but in a text field calls the picker, before any command of that letter. */
export const useLetters = (active: boolean, onLetter: (letter: string) => void): void => {
  const latest = useRef(onLetter);
  useEffect(() => {
    latest.current = onLetter;
  });
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (placeOf(event.target) === 'text' || document.querySelector('dialog[open]')) return;
      if (!/^\p{L}$/u.test(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(event.key);
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [active]);
};
