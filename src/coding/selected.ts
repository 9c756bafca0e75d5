import type { Range } from './marks.ts';

/** Where in the text a point of the page lies. The element holds the text and nothing else, so lengths add up. */
export const offsetIn = (element: HTMLElement, node: Node, offset: number): number => {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
};

/** The browser's selection as a range of this text, if it lies wholly in it. */
export const selectedIn = (element: HTMLElement): Range | null => {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  return {
    start: offsetIn(element, range.startContainer, range.startOffset),
    end: offsetIn(element, range.endContainer, range.endOffset),
  };
};
