/**
 * A report as blocks, whatever it is written as. Texts are plain: writers escape them, set them by the rules of the
 * language and number tables and figures in their order.
 */
export type Language = 'sv' | 'en';

/** A run of text inside a paragraph. */
export type Inline = string | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean };
export type Inlines = string | readonly Inline[];

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: Inlines;
      /** lead: what one reads first. note: small, under a table or a figure. quote: set in. */
      readonly style?: 'lead' | 'note' | 'quote';
    }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly Inlines[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
      /** Cells as they are printed. The first of a row names it. */
      readonly rows: readonly (readonly string[])[];
      /** A last row of sums. */
      readonly foot?: readonly string[];
      readonly note?: string;
    }
  | {
      readonly kind: 'figure';
      readonly caption: string;
      /** What the picture shows, for who does not see it. */
      readonly alt: string;
      /** Without scripts; its own size in pixels. */
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      /** The same painted, for programs that do not paint SVG; needed by DOCX. */
      readonly png?: Uint8Array<ArrayBuffer>;
      readonly note?: string;
    };

export interface Document {
  readonly language: Language;
  readonly title: string;
  readonly subtitle?: string;
  /** Lines under the title: whose, of what, from when. */
  readonly about?: readonly string[];
  /** Words for what the writers add. */
  readonly labels: { readonly contents: string; readonly table: string; readonly figure: string };
  readonly blocks: readonly Block[];
}

/** Levels of headings that stand in the table of contents. */
export const CONTENTS_LEVELS = 2;

/** A block with what its place in the document gives it: a heading an anchor, a table or figure its number. */
export type Placed =
  | (Extract<Block, { kind: 'heading' }> & { readonly anchor: string })
  | (Extract<Block, { kind: 'table' | 'figure' }> & { readonly number: number })
  | Extract<Block, { kind: 'paragraph' | 'list' }>;

export const placeBlocks = ({ blocks }: Pick<Document, 'blocks'>): readonly Placed[] => {
  const count = { heading: 0, table: 0, figure: 0 };
  const place = (block: Block): Placed => {
    if (block.kind === 'paragraph' || block.kind === 'list') return block;
    count[block.kind] += 1;
    return block.kind === 'heading'
      ? { ...block, anchor: `avsnitt-${count.heading}` }
      : { ...block, number: count[block.kind] };
  };
  return blocks.map(place);
};
