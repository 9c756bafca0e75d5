import { describe, expect, it } from 'vitest';
import type { AnswerRow, SegmentRow } from '../../study/rows.ts';
import { readXml } from '../xml/read.ts';
import { type BookCode, inReadingOrder } from './book.ts';
import { codebookDocument } from './document.ts';
import { codebookSheet, segmentSheet } from './sheets.ts';

const code = (
  id: string,
  parent: string | null,
  order: number,
  more: Partial<BookCode['fields']> = {},
): BookCode => ({
  id,
  key: `krav.${id}`,
  parent,
  order,
  fields: {
    name_sv: `namn ${id}`,
    name_en: '',
    definition_sv: 'Upphandling sker på ett känt sätt.',
    definition_en: '',
    use: '',
    not_use: '',
    example: '',
    colour: '#1f6f8b',
    memo: '',
    questions: ['A1.1', 'A1.2'],
    opposites: [],
    ...more,
  },
});
const CODES: readonly BookCode[] = [
  code('b', 'a', 2),
  code('a', null, 1, { opposites: ['c'] }),
  code('c', 'a', 1),
  { ...code('d', null, 3), status: 'retired' },
  { ...code('e', null, 4), status: 'merged' },
  code('f', 'e', 5),
];

describe('reading order', () => {
  it('numbers each below what it lies under and loses none', () => {
    expect(inReadingOrder(CODES).map(({ code: { id }, depth, number }) => [number, id, depth])).toEqual([
      ['1', 'a', 1],
      ['1.1', 'c', 2],
      ['1.2', 'b', 2],
      ['2', 'd', 1],
      ['3', 'f', 1],
    ]);
  });
});

describe('codebookSheet', () => {
  it('has every field under its column', () => {
    const { columns, rows } = codebookSheet(CODES, new Map([['c', 4]]));
    const [first, second] = [...rows].map((row) =>
      Object.fromEntries(columns.map((name, at) => [name, row[at]])),
    );
    expect(first).toMatchObject({
      number: '1',
      code: 'krav.a',
      parent: null,
      opposites: 'krav.c',
      passages: 0,
    });
    expect(second).toMatchObject({
      parent: 'krav.a',
      depth: 2,
      questions: 'A1.1 A1.2',
      status: 'active',
      passages: 4,
    });
  });
});

describe('segmentSheet', () => {
  const answer = { id: 'i/A1.1', notes: '😀 e\u0301\r\nnej', revision: 2 } as AnswerRow;
  const segment = (more: Partial<SegmentRow>): SegmentRow => ({
    id: 's/A1.1',
    interview: 'i',
    start: 7,
    end: 10,
    revision: 2,
    code: 'c',
    coder: 'p',
    codebook: 3,
    ...more,
  });
  it('counts in code points and in UTF-16, and has no words where the text is another by now', () => {
    const { columns, rows } = segmentSheet({
      segments: [
        segment({}),
        segment({ id: 't/A1.1', start: 0, end: 2, revision: 1 }),
        segment({ id: 'u/A1.1', settled: true, start: 0, end: 2 }),
      ],
      answers: new Map([[answer.id, answer]]),
      codes: CODES,
      coderOf: () => 'Kodare 1',
    });
    const all = [...rows].map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
    const [old, settled, nej] = all;
    expect(nej).toMatchObject({
      start: 5,
      end: 8,
      start_utf16: 7,
      end_utf16: 10,
      text: 'nej',
      coder: 'Kodare 1',
      layer: 'own',
    });
    expect(old).toMatchObject({ start: null, text: null, code: 'krav.c', code_name_sv: 'namn c' });
    expect(settled).toMatchObject({
      start: 0,
      end: 1,
      text: '😀',
      coder: null,
      layer: 'settled',
      quote: false,
    });
  });
});

describe('codebookDocument', () => {
  it('is one page of HTML that runs and fetches nothing, whatever stands in a code', () => {
    const evil = code('x', null, 9, {
      name_sv: '<script>alert(1)</script>',
      definition_sv: '"><img src=x onerror=alert(1)>',
      colour: 'red;background:url(//x)',
      memo: 'rad ett\nrad två & tre',
    });
    const about = { title: 'Kodbok <2025>', subtitle: '', language: 'sv' as const };
    const page = [...codebookDocument([...CODES, evil], about)].join('');
    expect(page).not.toMatch(/<script|<img|url\(/);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('rad ett<br>rad två &amp; tre');
    expect(page).toContain('används inte längre');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    const body = page.slice(page.indexOf('<main>'), page.indexOf('</main>') + 7).replaceAll('<br>', '<br/>');
    const read = readXml([body]);
    expect(read.ok && read.value.root.children.map(({ attributes }) => attributes.id)).toEqual([
      'c1',
      'c1.1',
      'c1.2',
      'c2',
      'c3',
      'c4',
    ]);
    expect([...codebookDocument(CODES, { ...about, language: 'en' })].join('')).toContain('no longer in use');
  });
});
