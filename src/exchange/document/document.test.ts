import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from './docx.ts';
import { writeHtml } from './html.ts';
import type { Document } from './model.ts';
import { figuresOf, setText } from './typography.ts';

const HOSTILE = '<script>alert("1")</script> & \'x\'';
/** One black point. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const report: Document = {
  language: 'sv',
  title: `Rapport ${HOSTILE}`,
  subtitle: 'Omgång 2026',
  about: ['2026-11-24'],
  labels: { contents: 'Innehåll', table: 'Tabell', figure: 'Figur' },
  blocks: [
    { kind: 'heading', level: 1, text: 'Urvalet' },
    { kind: 'paragraph', style: 'lead', text: ['Av alla svarade ', { text: '34 %', bold: true }, '.'] },
    { kind: 'heading', level: 2, text: `Hur ${HOSTILE}` },
    { kind: 'list', items: ['ett', [{ text: 'två', italic: true }]] },
    {
      kind: 'table',
      caption: `Strata ${HOSTILE}`,
      columns: [{ label: 'Stratum' }, { label: 'Antal', numeric: true }],
      rows: [
        ['norr', '1'],
        ['söder', HOSTILE],
      ],
      foot: ['alla', '2'],
      note: 'Det släppta räknas med.',
    },
    { kind: 'heading', level: 1, text: 'Svaren' },
    { kind: 'heading', level: 3, text: 'Litet' },
    {
      kind: 'figure',
      caption: 'Svar över tid',
      alt: `Tio av tjugo ${HOSTILE}`,
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>alert(1)</script></svg>',
      width: 760,
      height: 200,
      png: PNG,
    },
    {
      kind: 'table',
      caption: 'Den andra',
      columns: [{ label: 'Namn' }],
      rows: [['a']],
    },
  ],
};

describe('writeHtml', () => {
  const html = writeHtml(report);

  it('holds nothing that could run or fetch, whatever the texts say', () => {
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|<link|url\(|@import/i);
    expect([...html.matchAll(/(?:src|href)="([^"]{0,30})/g)].map(([, target]) => target)).toSatisfy(
      (targets: readonly string[]) =>
        targets.every((target) => target.startsWith('#') || target.startsWith('data:image/svg+xml;base64,')),
    );
    expect(html).toContain("default-src 'none'");
    expect(html.match(/&lt;script&gt;/g)?.length).toBe(7);
  });

  it('leads from the contents to each heading, and numbers tables and figures', () => {
    const targets = [...html.matchAll(/<a href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets).toHaveLength(3);
    for (const target of targets) expect(html).toContain(`id="${target}"`);
    expect(html).toMatch(/<caption><b>Tabell 1\.<\/b> Strata/);
    expect(html).toMatch(/<caption><b>Tabell 2\.<\/b> Den andra/);
    expect(html).toMatch(/<figcaption><b>Figur 1\.<\/b> Svar över tid/);
    expect(html).toContain('<th scope="row">norr</th><td class="num">1</td>');
    expect(html).toContain('<strong>34\u00a0%</strong>');
    expect(html).toContain('<html lang="sv">');
  });
});

/** Read back by another library than the one that wrote it, and as the XML that Word reads. */
describe('writeDocx', { timeout: 30_000 }, () => {
  let read: string;
  let parts: Record<string, Uint8Array>;
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  beforeAll(async () => {
    const file = await writeDocx(report);
    parts = unzipSync(file);
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(file) },
      {
        styleMap: [
          "p[style-name='caption'] => p.caption:fresh",
          "p[style-name='Subtitle'] => p.subtitle",
          "p[style-name='Title'] => h1.title",
        ],
      },
    );
    read = value;
    // It tells styles of our own, and fields it does not read; nothing else may be.
    expect(messages.filter(({ message }) => !/^Unrecognised |w:fldSimple/.test(message))).toEqual([]);
  });

  it('has real headings, lists and tables, each text as it was', () => {
    expect(
      [...read.matchAll(/<h([123])>(?:<a id="[^"]*"><\/a>)?(.*?)<\/h/g)].map(([, level, text]) => [
        level,
        text,
      ]),
    ).toEqual([
      ['1', 'Urvalet'],
      ['2', 'Hur &lt;script&gt;alert("1")&lt;/script&gt; &amp; \'x\''],
      ['1', 'Svaren'],
      ['3', 'Litet'],
    ]);
    expect(read).toContain('<strong>34\u00a0%</strong>');
    expect(read).toMatch(/<ul><li>ett<\/li><li><em>två<\/em><\/li><\/ul>/);
    const [table] = read.match(/<table>.*?<\/table>/) ?? [];
    expect(table).toMatch(/<thead><tr><th>.*Stratum.*<\/thead>/);
    expect(table?.match(/<tr>/g)).toHaveLength(4);
    expect(read).not.toContain('<script');
  });

  it('numbers its captions by fields and describes its pictures', () => {
    const xml = part('word/document.xml');
    const fields = xml.matchAll(/<w:fldSimple w:instr="SEQ (\w+)[^"]*"><w:r><w:t[^>]*>(\d+)/g);
    expect([...fields].map(([, label, number]) => `${label} ${number}`)).toEqual([
      'Tabell 1',
      'Figur 1',
      'Tabell 2',
    ]);
    expect(read.match(/<p class="caption">/g)).toHaveLength(3);
    expect(read).toMatch(/<img alt="Tio av tjugo &lt;script/);
    expect(Object.keys(parts).filter((name) => /^word\/media\/.*\.(?:svg|png)$/.test(name))).toHaveLength(2);
    expect(xml).toMatch(/<w:tblHeader/);
  });

  it('has a table of contents that can be renewed and stands there before', () => {
    const xml = part('word/document.xml');
    expect(xml).toMatch(/TOC [^<]*\\o[^<]*1-2/);
    const anchors = [...xml.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors).toEqual(['avsnitt-1', 'avsnitt-2', 'avsnitt-3']);
    for (const anchor of anchors) expect(xml).toContain(`w:name="${anchor}"`);
    expect(part('word/styles.xml')).toContain('sv-SE');
  });

  it('says in words what a picture shows where it could not be painted', async () => {
    const blocks = report.blocks.map((block) =>
      block.kind === 'figure' ? { ...block, png: undefined } : block,
    ) as Document['blocks'];
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await writeDocx({ ...report, blocks })),
    });
    expect(value).toContain('Tio av tjugo');
  });
});

describe('setText', () => {
  it('sets Swedish by its rules', () => {
    expect(setText('34 % av 8-16 och 5%...', 'sv')).toBe('34\u00a0% av 8–16 och 5\u00a0%…');
    expect(setText('14 procentenheter', 'sv')).toBe('14\u00a0procentenheter');
    expect(setText('34% of 8-16', 'en')).toBe('34% of 8–16');
  });
  it('leaves dates, codes and minus signs', () => {
    for (const text of ['2026-11-24', 'A4-3', 'e8-44', 'sha-256']) expect(setText(text, 'sv')).toBe(text);
  });
  it('prints figures as the language does, and what is not defined as a dash', () => {
    const { percent, decimal, whole, date } = figuresOf('sv');
    expect([percent(0.345), decimal(2.34), whole(1740605), percent(null), date(20_780)]).toEqual([
      '34,5\u00a0%',
      '2,3',
      '1\u00a0740\u00a0605',
      '–',
      '23 november 2026',
    ]);
  });
});
