import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '../../../src/ui/tokens.css';
import { CodedText } from '../../../src/coding/text/coded-text.tsx';
import { lookAt } from '../../../src/coding/text/look.ts';
import { seeded } from '../../../src/study/seeded.ts';
import './passages.css';

/** 300 overlapping passages on 5 000 words, painted in three ways; and one passage more. */
const WORDS = ['kravet', 'följs', 'upp', 'när', 'någon', 'hinner', 'men', 'avtalet', 'är', 'gammalt'];
const PASSAGES = 300;
const chance = seeded('passages');
const words = Array.from({ length: 5000 }, (_, n) => (n % 90 === 89 ? 'slut.\n' : chance.pick(WORDS)));
const text = words.join(' ');
const passage = () => {
  const start = chance.below(text.length - 700);
  return { start, end: start + 20 + chance.below(600) };
};
const passages = Array.from({ length: PASSAGES }, (_, n) => ({ ...passage(), look: lookAt(n % 24) }));
const one = { ...passage(), look: lookAt(7) };

interface Way {
  readonly first: (root: HTMLElement) => void;
  readonly more: (root: HTMLElement) => void;
}

const NONE: readonly [] = [];
const ours = (): Way => {
  let draw = (_: typeof passages): void => undefined;
  return {
    first: (element) => {
      const root = createRoot(element);
      draw = (spans) =>
        flushSync(() =>
          root.render(<CodedText className="plain" text={text} spans={spans} strokes={NONE} />),
        );
      draw(passages);
    },
    more: () => draw([...passages, one]),
  };
};

/** The browser's own highlights: one a look, over one text node; lines cannot be stacked, so they only overprint. */
const highlights = (): Way => {
  const registry = new Map(Array.from({ length: 24 }, (_, n) => [n, new Highlight()]));
  const add = (node: Node, span: { start: number; end: number }, n: number): void => {
    const range = new StaticRange({
      startContainer: node,
      startOffset: span.start,
      endContainer: node,
      endOffset: span.end,
    });
    registry.get(n)?.add(range);
  };
  return {
    first: (element) => {
      element.textContent = text;
      const { firstChild } = element;
      const sheet = new CSSStyleSheet();
      for (const [n, highlight] of registry) {
        CSS.highlights.set(`k${n}`, highlight);
        sheet.insertRule(
          `::highlight(k${n}) { text-decoration: underline 3px var(--c${(n % 8) + 1}); text-underline-offset: ${2 + (n % 5) * 3}px }`,
        );
      }
      document.adoptedStyleSheets = [sheet];
      passages.forEach((span, n) => {
        if (firstChild) add(firstChild, span, n % 24);
      });
    },
    more: (element) => {
      if (element.firstChild) add(element.firstChild, one, 7);
    },
  };
};

/** An anchor around each piece of text of each passage, one passage after the other: anchors come to lie in anchors. */
const anchors = (): Way => {
  const wrap = (element: HTMLElement, span: { start: number; end: number }): void => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: { node: Text; at: number }[] = [];
    let at = 0;
    for (let node = walker.nextNode(); node instanceof Text && at < span.end; node = walker.nextNode()) {
      if (at + node.length > span.start) nodes.push({ node, at });
      at += node.length;
    }
    for (const { node, at: from } of nodes) {
      const before = Math.max(0, span.start - from);
      const inside = before > 0 ? node.splitText(before) : node;
      const length = Math.min(inside.length, span.end - from - before);
      if (length < inside.length) inside.splitText(length);
      const anchor = document.createElement('a');
      anchor.className = 'nested';
      anchor.href = '#';
      inside.replaceWith(anchor);
      anchor.append(inside);
    }
  };
  return {
    first: (element) => {
      element.textContent = text;
      for (const span of passages) wrap(element, span);
    },
    more: (element) => wrap(element, one),
  };
};

const frame = (): Promise<void> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      // A task after the frame's own work: what was changed is drawn.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    }),
  );
const timed = async (change: () => void): Promise<number> => {
  await frame();
  const begun = performance.now();
  change();
  await frame();
  return performance.now() - begun;
};

const WAYS = { ours, highlights, anchors };
export type PassageWay = keyof typeof WAYS;
declare global {
  interface Window {
    paintPassages: (way: PassageWay) => Promise<{ readonly first: number; readonly more: number }>;
  }
}
window.paintPassages = async (name) => {
  const root = document.getElementById('root');
  if (!root) throw new Error('passages.html has no #root');
  const way = WAYS[name]();
  const first = await timed(() => way.first(root));
  const more = await timed(() => way.more(root));
  return { first, more };
};
