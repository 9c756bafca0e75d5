import {
  type Block,
  CONTENTS_LEVELS,
  type Document,
  type Inlines,
  type Placed,
  placeBlocks,
} from './model.ts';
import { runsOf, setText } from './typography.ts';

/**
 * Writes a document as one HTML file: nothing in it is fetched from anywhere, and nothing in it can run. Every text is
 * escaped, pictures are images (which never run scripts), and a policy in the file forbids all else.
 */
export const writeHtml = (document: Document): string => {
  const { language, title, subtitle, about = [], labels } = document;
  const text = (raw: string): string => escaped(setText(raw, language));
  const placed = placeBlocks(document);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${text(title)}</h1>
${subtitle === undefined ? '' : `<p class="subtitle">${text(subtitle)}</p>\n`}${about.map((line) => `<p class="about">${text(line)}</p>\n`).join('')}</header>
<nav aria-labelledby="contents">
<h2 id="contents">${text(labels.contents)}</h2>
${contentsOf(placed, text)}
</nav>
<main>
${placed.map((block) => blockHtml(block, document, text)).join('\n')}
</main>
</body>
</html>
`;
};

const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[one] ?? one,
  );

const contentsOf = (placed: readonly Placed[], text: (raw: string) => string): string => {
  const lines = placed.flatMap((block) =>
    block.kind === 'heading' && block.level <= CONTENTS_LEVELS
      ? [`<li class="level${block.level}"><a href="#${block.anchor}">${text(block.text)}</a></li>`]
      : [],
  );
  return `<ul>\n${lines.join('\n')}\n</ul>`;
};

const blockHtml = (block: Placed, { language, labels }: Document, text: (raw: string) => string): string => {
  const runs = (inlines: Inlines): string =>
    runsOf(inlines, language)
      .map(({ text: raw, bold, italic }) => {
        const inner = italic ? `<em>${escaped(raw)}</em>` : escaped(raw);
        return bold ? `<strong>${inner}</strong>` : inner;
      })
      .join('');
  const note = (raw: string | undefined): string =>
    raw === undefined ? '' : `<p class="note">${text(raw)}</p>`;
  switch (block.kind) {
    case 'heading': {
      // The title is the page's h1.
      const tag = `h${block.level + 1}`;
      return `<${tag} id="${block.anchor}">${text(block.text)}</${tag}>`;
    }
    case 'paragraph':
      return block.style === 'quote'
        ? `<blockquote><p>${runs(block.text)}</p></blockquote>`
        : `<p${block.style ? ` class="${block.style}"` : ''}>${runs(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li>${runs(item)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'table':
      return `<div class="table">\n${tableHtml(block, `${text(labels.table)} ${block.number}`, text)}\n${note(block.note)}</div>`;
    case 'figure':
      return `<figure>\n<img src="data:image/svg+xml;base64,${base64(block.svg)}" alt="${text(block.alt)}" width="${Math.round(block.width)}" height="${Math.round(block.height)}">\n<figcaption><b>${text(labels.figure)} ${block.number}.</b> ${text(block.caption)}</figcaption>\n${note(block.note)}</figure>`;
  }
};

const tableHtml = (
  { caption, columns, rows, foot }: Extract<Block, { kind: 'table' }>,
  name: string,
  text: (raw: string) => string,
): string => {
  const kind = (index: number): string => (columns[index]?.numeric ? ' class="num"' : '');
  const line = (row: readonly string[]): string =>
    `<tr>${row
      .map((cell, index) =>
        index === 0 ? `<th scope="row">${text(cell)}</th>` : `<td${kind(index)}>${text(cell)}</td>`,
      )
      .join('')}</tr>`;
  const heads = columns.map(({ label }, index) => `<th scope="col"${kind(index)}>${text(label)}</th>`);
  return `<table>
<caption><b>${name}.</b> ${text(caption)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.map(line).join('\n')}
</tbody>${foot ? `\n<tfoot>${line(foot)}</tfoot>` : ''}
</table>`;
};

const base64 = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 48px 24px 96px; max-width: 760px; background: #fff; color: #1d1c1a; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Arial, sans-serif; }
h1 { margin: 0 0 8px; font-size: 34px; line-height: 1.15; letter-spacing: -0.02em; }
h2 { margin: 48px 0 8px; font-size: 24px; line-height: 1.2; letter-spacing: -0.01em; }
h3 { margin: 32px 0 8px; font-size: 18px; }
h4 { margin: 24px 0 8px; font-size: 16px; }
p { margin: 0 0 12px; }
.subtitle { font-size: 20px; color: #5a5751; }
.about { margin: 0; color: #5a5751; }
.lead { font-size: 19px; }
.note { margin-top: 6px; font-size: 14px; color: #5a5751; }
blockquote { margin: 12px 0; padding-left: 16px; border-left: 3px solid #e2ded5; }
nav { margin: 32px 0; padding: 16px 0; border: solid #e2ded5; border-width: 1px 0; }
nav h2 { margin: 0 0 8px; font-size: 16px; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav .level2 { padding-left: 20px; }
a { color: #0a5c6b; }
.table { margin: 20px 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
caption { padding-bottom: 6px; text-align: left; }
th, td { padding: 5px 10px 5px 0; border-top: 1px solid #e2ded5; font-weight: 400; text-align: left; vertical-align: top; }
thead th { border-top: 0; color: #5a5751; font-weight: 600; vertical-align: bottom; }
tfoot :is(th, td) { font-weight: 600; }
.num { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 24px 0; }
figure img { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: 8px; font-size: 14px; }
@page { margin: 22mm 20mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 11pt; }
  h2, h3, h4 { break-after: avoid; }
  figure, .table, tr { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
