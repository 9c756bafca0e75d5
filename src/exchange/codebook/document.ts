import type { Language } from '../dataset/texts.ts';
import { xmlText } from '../xml/write.ts';
import { type BookCode, inReadingOrder, namesOf, type Placed } from './book.ts';

export interface BookAbout {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
}

/**
 * The codebook to print or to send: one HTML file with its own styles and nothing that could run or be fetched. Themes
 * are headings, each code keeps together on a page.
 */
export function* codebookDocument(codes: readonly BookCode[], about: BookAbout): Generator<string> {
  const { language } = about;
  const words = WORDS[language];
  const placed = inReadingOrder(codes);
  const retired = codes.filter(({ status }) => status === 'retired').length;
  yield `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${html(about.title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`;
  yield `<header><h1>${html(about.title)}</h1><p>${html(about.subtitle)}</p><p>${html(words.count(placed.length, retired))}</p></header>\n`;
  yield `<nav aria-label="${words.contents}"><ol>${placed
    .filter(({ depth }) => depth === 1)
    .map(({ code, number }) => `<li><a href="#c${number}">${html(nameIn(code, language))}</a></li>`)
    .join('')}</ol></nav>\n<main>\n`;
  const names = namesOf(codes);
  const titles = new Map(codes.map((code) => [code.id, nameIn(code, language)]));
  for (const one of placed) yield entry(one, { language, names, titles });
  yield '</main>\n</body>\n</html>\n';
}

interface Looking {
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

const entry = ({ code, depth, number }: Placed, { language, names, titles }: Looking): string => {
  const words = WORDS[language];
  const { fields, key, status } = code;
  const heading = Math.min(depth + 1, 6);
  const definition = language === 'sv' ? fields.definition_sv : fields.definition_en || fields.definition_sv;
  const opposites = fields.opposites.map((id) => titles.get(id) ?? names.get(id) ?? id).join(', ');
  const rows: readonly (readonly [string, string])[] = [
    [words.use, fields.use],
    [words.notUse, fields.not_use],
    [words.example, fields.example],
    [words.questions, fields.questions.join(', ')],
    [words.opposites, opposites],
    [words.memo, fields.memo],
  ];
  const told = rows.filter(([, text]) => text !== '');
  const colour = /^#[0-9a-f]{6}$/i.test(fields.colour) ? fields.colour : '#808080';
  const mark = status === 'retired' ? ` <small>${words.retired}</small>` : '';
  return [
    `<section id="c${number}" class="depth${Math.min(depth, 4)}">`,
    `<h${heading}><i style="background:${colour}"></i><span>${number}</span> ${html(nameIn(code, language))}${mark}</h${heading}>`,
    key === null ? '' : `<p class="key">${html(key)}</p>`,
    definition === '' ? '' : `<p>${html(definition)}</p>`,
    told.length === 0
      ? ''
      : `<dl>${told.map(([term, text]) => `<div><dt>${term}</dt><dd>${html(text)}</dd></div>`).join('')}</dl>`,
    '</section>\n',
  ].join('');
};

const nameIn = ({ fields }: BookCode, language: Language): string =>
  (language === 'en' ? fields.name_en || fields.name_sv : fields.name_sv || fields.name_en).trim();

const html = (text: string): string => xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '<br>');

const WORDS = {
  sv: {
    contents: 'Innehåll',
    count: (all: number, retired: number) =>
      `${all} teman och koder${retired > 0 ? `, varav ${retired} inte längre används` : ''}`,
    use: 'Använd när',
    notUse: 'Använd inte när',
    example: 'Exempel',
    questions: 'Frågor',
    opposites: 'Motsats',
    memo: 'Anteckning',
    retired: 'används inte längre',
  },
  en: {
    contents: 'Contents',
    count: (all: number, retired: number) =>
      `${all} themes and codes${retired > 0 ? `, of which ${retired} no longer in use` : ''}`,
    use: 'Use when',
    notUse: 'Do not use when',
    example: 'Example',
    questions: 'Questions',
    opposites: 'Opposite',
    memo: 'Note',
    retired: 'no longer in use',
  },
} as const;

const STYLE = `:root{color-scheme:light;font:16px/1.5 system-ui,sans-serif;color:#1d1d1b;background:#fff}
body{max-width:46rem;margin:2.5rem auto;padding:0 1.25rem}
h1{font-size:2rem;line-height:1.15;margin:0 0 .5rem}header p{margin:.15rem 0;color:#555}
nav ol{columns:2;padding-left:1.25rem;margin:1.5rem 0 2.5rem}nav a{color:inherit}
section{margin:0 0 1.5rem;break-inside:avoid}
.depth1{margin-top:2.5rem;border-top:2px solid #1d1d1b;padding-top:.75rem;break-after:avoid}
.depth2{margin-left:0}.depth3{margin-left:1.5rem}.depth4{margin-left:3rem}
h2,h3,h4,h5,h6{font-size:1.05rem;line-height:1.3;margin:0 0 .25rem;break-after:avoid}h2{font-size:1.4rem}
h2 span,h3 span,h4 span,h5 span,h6 span{color:#6b6b68;font-weight:400;font-variant-numeric:tabular-nums;margin-right:.25rem}
h2 small,h3 small,h4 small,h5 small,h6 small{font-weight:400;color:#6b6b68}
i{display:inline-block;width:.75rem;height:.75rem;border-radius:2px;margin-right:.5rem;print-color-adjust:exact}
p{margin:.25rem 0;max-width:38rem}.key{font:.8rem/1.4 ui-monospace,monospace;color:#6b6b68}
dl{margin:.4rem 0 0}dl div{display:grid;grid-template-columns:8.5rem 1fr;gap:.75rem;margin:.15rem 0}
dt{color:#6b6b68}dd{margin:0}
@media (max-width:30rem){nav ol{columns:1}dl div{grid-template-columns:1fr;gap:0}}
@media print{body{margin:0;max-width:none;font-size:10.5pt}@page{margin:20mm 18mm}nav{display:none}}`;
