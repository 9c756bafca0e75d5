import type { MouseEvent } from 'react';

/** A press of the mouse must not take the caret out of the text. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();
