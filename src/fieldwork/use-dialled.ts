import { type RefObject, useEffect, useRef } from 'react';
import type { Id } from '../study/ids.ts';

/**
 * When the number (or the meeting) of a case was pressed: the start of the call. It lasts until another case is dialled
 * or its outcome is noted; nothing of it is stored.
 */
export const useDialled = (
  around: RefObject<HTMLElement | null>,
  current: Id | undefined,
): {
  readonly note: () => void;
  readonly since: (id: Id) => number | null;
  readonly forget: () => void;
} => {
  const dialled = useRef<{ readonly id: Id; readonly at: number } | null>(null);
  const note = (): void => {
    if (current !== undefined) dialled.current = { id: current, at: Date.now() };
  };
  const latest = useRef(note);
  latest.current = note;
  useEffect(() => {
    const element = around.current;
    if (!element) return;
    const press = ({ target }: Event): void => {
      if (target instanceof Element && target.closest('a[href^="tel:"], a[href^="http"]')) latest.current();
    };
    element.addEventListener('click', press);
    return () => element.removeEventListener('click', press);
  });
  return {
    note,
    since: (id) => (dialled.current?.id === id ? dialled.current.at : null),
    forget: () => {
      dialled.current = null;
    },
  };
};
