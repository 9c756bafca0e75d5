import type { Document as DocxDocument, FileChild, ParagraphChild } from 'docx';
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
 * Writes a document as DOCX: headings, title, captions and lists in Word's own styles, so that a reader can restyle them;
 * captions counted by fields, a table of contents that Word and LibreOffice can renew, header rows, and alternative texts.
 * The library is fetched when somebody asks for a file.
 */
export const writeDocx = async (document: Document): Promise<Uint8Array<ArrayBuffer>> => {
  const docx = await import('docx');
  const made = new Maker(docx, document).document();
  const buffer = await docx.Packer.toArrayBuffer(made);
  return new Uint8Array(buffer);
};

type Docx = typeof import('docx');
/** Of an A4 page between its margins: what a picture may take. */
const TEXT_WIDTH = 604;
/** 20 mm, in twentieths of a point. */
const MARGIN = 1134;
const INK_2 = '5A5751';
const LINE = 'E2DED5';
const LISTS = ['points', 'numbers'] as const;

class Maker {
  readonly #docx: Docx;
  readonly #source: Document;
  constructor(docx: Docx, source: Document) {
    this.#docx = docx;
    this.#source = source;
  }

  document(): DocxDocument {
    const { Document: Made, Footer, LevelFormat, AlignmentType, PageNumber, Paragraph, TextRun } = this.#docx;
    const { title, language } = this.#source;
    const placed = placeBlocks(this.#source);
    return new Made({
      title: setText(title, language),
      creator: 'Lägesbild',
      description: setText(this.#source.subtitle ?? '', language),
      styles: stylesOf(language),
      numbering: {
        config: LISTS.map((reference) => ({
          reference,
          levels: [
            {
              level: 0,
              format: reference === 'points' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
              text: reference === 'points' ? '•' : '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 420, hanging: 280 } } },
            },
          ],
        })),
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
            },
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.END,
                  children: [new TextRun({ children: [PageNumber.CURRENT], size: 18, color: INK_2 })],
                }),
              ],
            }),
          },
          children: [...this.#front(placed), ...placed.flatMap((block) => this.#block(block))],
        },
      ],
    });
  }

  #text(raw: string): string {
    return setText(raw, this.#source.language);
  }

  #front(placed: readonly Placed[]): readonly FileChild[] {
    const { Paragraph, TableOfContents, HeadingLevel } = this.#docx;
    const { title, subtitle, about = [], labels } = this.#source;
    return [
      new Paragraph({ heading: HeadingLevel.TITLE, text: this.#text(title) }),
      ...(subtitle === undefined ? [] : [new Paragraph({ style: 'Subtitle', text: this.#text(subtitle) })]),
      ...about.map((line) => new Paragraph({ style: 'Note', text: this.#text(line) })),
      new Paragraph({ style: 'ContentsTitle', text: this.#text(labels.contents) }),
      // The entries are written besides, so that they stand there before anybody renews the field.
      new TableOfContents(this.#text(labels.contents), {
        hyperlink: true,
        headingStyleRange: `1-${CONTENTS_LEVELS}`,
        cachedEntries: placed.flatMap((block) =>
          block.kind === 'heading' && block.level <= CONTENTS_LEVELS
            ? [{ title: this.#text(block.text), level: block.level, href: block.anchor }]
            : [],
        ),
        beginDirty: false,
      }),
    ];
  }

  #runs(inlines: Inlines): ParagraphChild[] {
    return runsOf(inlines, this.#source.language).map(
      ({ text, bold, italic }) =>
        new this.#docx.TextRun({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) }),
    );
  }

  #block(block: Placed): readonly FileChild[] {
    const { Bookmark, HeadingLevel, Paragraph, TextRun } = this.#docx;
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading:
              [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1] ??
              'Heading3',
            children: [new Bookmark({ id: block.anchor, children: [new TextRun(this.#text(block.text))] })],
          }),
        ];
      case 'paragraph': {
        const style = block.style && STYLE_OF[block.style];
        return [new Paragraph({ ...(style ? { style } : {}), children: this.#runs(block.text) })];
      }
      case 'list':
        return block.items.map(
          (item) =>
            new Paragraph({
              style: 'ListParagraph',
              numbering: { reference: LISTS[block.ordered ? 1 : 0], level: 0 },
              children: this.#runs(item),
            }),
        );
      case 'table':
        // A caption stands above its table and is not parted from it.
        return [this.#caption(block, true), this.#table(block), this.#after(block.note)];
      case 'figure':
        return [this.#picture(block), this.#caption(block, false), this.#after(block.note)];
    }
  }

  /** The number is a field, with its value beside it: programs that renew no fields show it all the same. */
  #caption({ kind, number, caption }: Extract<Placed, { number: number }>, keepNext: boolean): FileChild {
    const { Paragraph, SimpleField, TextRun } = this.#docx;
    const label = this.#text(this.#source.labels[kind]);
    return new Paragraph({
      style: 'Caption',
      keepNext,
      children: [
        new TextRun({ text: `${label} `, bold: true }),
        new SimpleField(`SEQ ${label} \\* ARABIC`, String(number)),
        new TextRun({ text: '. ', bold: true }),
        new TextRun(this.#text(caption)),
      ],
    });
  }

  /** Word joins two tables that touch, so something always stands between. */
  #after(note: string | undefined): FileChild {
    return new this.#docx.Paragraph({ style: 'Note', text: note === undefined ? '' : this.#text(note) });
  }

  #table({ columns, rows, foot }: Extract<Block, { kind: 'table' }>): FileChild {
    const {
      AlignmentType,
      BorderStyle,
      Paragraph,
      Table,
      TableCell,
      TableLayoutType,
      TableRow,
      TextRun,
      WidthType,
    } = this.#docx;
    const cell = (text: string, index: number, bold: boolean) =>
      new TableCell({
        margins: { top: 40, bottom: 40, left: 60, right: 60 },
        children: [
          new Paragraph({
            style: 'TableText',
            alignment: columns[index]?.numeric ? AlignmentType.END : AlignmentType.START,
            children: [new TextRun({ text: this.#text(text), ...(bold ? { bold } : {}) })],
          }),
        ],
      });
    const row = (cells: readonly string[], bold = false) =>
      new TableRow({ cantSplit: true, children: cells.map((text, index) => cell(text, index, bold)) });
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
    const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      layout: TableLayoutType.AUTOFIT,
      borders: {
        top: line,
        bottom: line,
        left: none,
        right: none,
        insideHorizontal: line,
        insideVertical: none,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ label }, index) => cell(label, index, true)),
        }),
        ...rows.map((cells) => row(cells)),
        ...(foot ? [row(foot, true)] : []),
      ],
    });
  }

  #picture({ alt, svg, png, width, height, caption }: Extract<Block, { kind: 'figure' }>): FileChild {
    const { ImageRun, Paragraph } = this.#docx;
    // Without a painted copy the words stand in the picture's place: nothing is lost without a trace.
    if (!png) return new Paragraph({ style: 'Quote', text: this.#text(alt) });
    const scale = Math.min(1, TEXT_WIDTH / width);
    return new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'svg',
          data: new TextEncoder().encode(svg),
          fallback: { type: 'png', data: png },
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name: this.#text(caption), title: this.#text(caption), description: this.#text(alt) },
        }),
      ],
    });
  }
}

const STYLE_OF = { lead: 'Lead', note: 'Note', quote: 'Quote' } as const;

const stylesOf = (language: Document['language']) => ({
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: language === 'sv' ? 'sv-SE' : 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 288 } },
    },
    title: { run: { size: 52, bold: true }, paragraph: { spacing: { after: 80 } } },
    heading1: {
      run: { size: 34, bold: true },
      paragraph: { spacing: { before: 480, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { size: 26, bold: true },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
    heading3: {
      run: { size: 22, bold: true },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
  },
  // Of the table of contents: the library names them and leaves them to us.
  characterStyles: [{ id: 'IndexLink', name: 'Index Link' }],
  paragraphStyles: [
    ...[1, 2].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      next: 'Normal',
      paragraph: { spacing: { after: 40 }, indent: { left: (level - 1) * 280 } },
    })),
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 28, color: INK_2 },
    },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { size: 25 } },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 18, color: INK_2 },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      paragraph: { indent: { left: 420 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 19 },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { before: 0, after: 0, line: 240 } },
    },
    {
      id: 'ContentsTitle',
      name: 'Contents title',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 24, bold: true },
      paragraph: { spacing: { before: 360, after: 100 } },
    },
  ],
});
