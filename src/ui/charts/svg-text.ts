import type { Mark, Scene, Tone } from './scene.ts';

/** Colours of a file, whatever the theme on screen: it is put on white paper. As tokens.css has them for light. */
const PAPER: Readonly<Record<Tone, string>> = {
  accent: '#0a5c6b',
  soft: '#9cc5cb',
  strong: '#8f8a80',
  line: '#e2ded5',
  heat: '#6aa5af',
  warn: '#8a5200',
  ink: '#1d1c1a',
  muted: '#5a5751',
};
const FONT = 'system-ui, -apple-system, Segoe UI, Arial, sans-serif';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? one);
const round = (value: number): string => String(Math.round(value * 100) / 100);

const shape = (mark: Mark): string => {
  const colour = PAPER[mark.tone];
  switch (mark.kind) {
    case 'rect':
      return `<rect x="${round(mark.x)}" y="${round(mark.y)}" width="${round(mark.width)}" height="${round(mark.height)}" fill="${colour}"${mark.opacity === undefined ? '' : ` fill-opacity="${round(mark.opacity)}"`}/>`;
    case 'line':
      return `<polyline points="${mark.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="${mark.weight ?? 1}"${mark.dashed ? ' stroke-dasharray="5 4"' : ''}/>`;
    case 'dot':
      return `<circle cx="${round(mark.x)}" cy="${round(mark.y)}" r="${mark.r}" fill="${mark.hollow ? '#ffffff' : colour}" stroke="${colour}" stroke-width="1.5"/>`;
    case 'text':
      return `<text x="${round(mark.x)}" y="${round(mark.y)}" fill="${colour}" font-size="${mark.size ?? 12}" text-anchor="${mark.anchor ?? 'start'}"${mark.bold ? ' font-weight="600"' : ''}>${escaped(mark.text)}</text>`;
  }
};

/** A file of its own, without styles or scripts: it opens anywhere, and looks the same in a report. */
export const svgText = (scene: Scene, title: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(scene.width)} ${round(scene.height)}" width="${round(scene.width)}" height="${round(scene.height)}" font-family="${FONT}" role="img"><title>${escaped(title)}</title>${scene.marks.map(shape).join('')}</svg>`;
