import type { Stretch } from './step.ts';

/** Where in the raw text a point of the page stands; a replaced place counts as a whole. */
const offsetOf = (
  node: Node | null,
  offset: number,
  side: 'start' | 'end',
): { in: string; at: number } | null => {
  const element = node instanceof Element ? node : node?.parentElement;
  const text = element?.closest<HTMLElement>('[data-text]')?.dataset.text;
  const piece = element?.closest<HTMLElement>('[data-start]');
  if (text === undefined || !piece) return null;
  const start = Number(piece.dataset.start);
  if (piece.dataset.plain !== undefined)
    return { in: text, at: start + (node instanceof Element ? 0 : offset) };
  return { in: text, at: side === 'start' ? start : Number(piece.dataset.end) };
};

/** What is selected with the mouse or the finger, within one text. */
export const selectedStretch = (): Stretch | null => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = offsetOf(range.startContainer, range.startOffset, 'start');
  const to = offsetOf(range.endContainer, range.endOffset, 'end');
  if (!from || !to || from.in !== to.in || from.at >= to.at) return null;
  return { in: from.in, start: from.at, end: to.at, extends: null };
};
