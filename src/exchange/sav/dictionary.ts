import { type ByteWriter, byteWriter, utf8Within } from './bytes.ts';

/**
 * The dictionary of an SPSS system file, from the description of the format in the PSPP developers' guide
 * ("System File Format"): little-endian, UTF-8, data packed by bytecode.
 */
export interface SavVariable {
  /** At most 64 bytes: a letter, then letters, digits and underscores; no two alike but for case. */
  readonly name: string;
  readonly label: string;
  /** Width of a text in bytes of UTF-8, 1 to 32 767; null for a number. */
  readonly width: number | null;
  /** Shown of a number. */
  readonly decimals: number;
  /** Of numbers. */
  readonly labels: readonly { readonly value: number; readonly label: string }[];
  readonly measure: 'nominal' | 'ordinal' | 'scale';
}

export const LONGEST_TEXT = 32_767;
const LONGEST_LABEL = 255;
/** SPSS takes no longer one. */
const LONGEST_VALUE_LABEL = 120;
export const BIAS = 100;
export const SYSTEM_MISSING = -Number.MAX_VALUE;
/** The number after it. */
const LOWEST = -(Number.MAX_VALUE - 2 ** 971);
const UTF8 = 65_001;

/** A text over 255 bytes lies in several variables: 255 bytes each, the last what is left when each counts for 252. */
const PIECE = 255;
const COUNTED = 252;

/** A variable of the file itself, which of a very long text is one of several. */
export interface SavPiece {
  readonly variable: SavVariable;
  readonly short: string;
  readonly first: boolean;
  /** 0 for a number. */
  readonly width: number;
  /** Bytes of the text that lie in it. */
  readonly used: number;
  /** Place in the dictionary, from 1, a text taking one for every 8 bytes. */
  readonly index: number;
}

export const piecesOf = (variables: readonly SavVariable[]): readonly SavPiece[] => {
  const pieces: SavPiece[] = [];
  let index = 1;
  for (const variable of variables) {
    const width = variable.width ?? 0;
    const count = width <= PIECE ? 1 : Math.ceil(width / COUNTED);
    for (let part = 0; part < count; part++) {
      const last = part === count - 1;
      const own = last ? width - part * COUNTED : PIECE;
      const used = last ? Math.max(0, width - part * PIECE) : PIECE;
      const short = `V${pieces.length + 1}`;
      pieces.push({ variable, short, first: part === 0, width: own, used, index });
      index += Math.max(1, Math.ceil(own / 8));
    }
  }
  return pieces;
};

export const unitsOf = (piece: SavPiece): number => Math.max(1, Math.ceil(piece.width / 8));

export const dictionaryOf = (label: string, cases: number, pieces: readonly SavPiece[]): Uint8Array => {
  const out = byteWriter();
  out.padded('$FL2@(#) SPSS DATA FILE Lagesbild', 64);
  const units = pieces.reduce((sum, piece) => sum + unitsOf(piece), 0);
  out.int32(2, units, 1, 0, cases);
  out.float64(BIAS);
  // No instant: when an export was made is told in its README.
  out.padded('01 Jan 7000:00:00', 17);
  out.padded(label, 64);
  out.bytes(new Uint8Array(3));
  for (const piece of pieces) variableRecord(out, piece);
  for (const piece of pieces) if (piece.first) valueLabels(out, piece);
  info(out, 3, 4, [1, 0, 0, -1, 1, 1, 2, UTF8]);
  floats(out);
  info(out, 11, 4, pieces.flatMap(display));
  textInfo(
    out,
    13,
    pieces
      .filter(({ first }) => first)
      .map(({ short, variable }) => `${short}=${variable.name}`)
      .join('\t'),
  );
  const long = pieces.filter(({ first, variable }) => first && (variable.width ?? 0) > PIECE);
  if (long.length > 0)
    textInfo(
      out,
      14,
      long.map(({ short, variable }) => `${short}=${String(variable.width).padStart(5, '0')}\0\t`).join(''),
    );
  textInfo(out, 20, 'UTF-8');
  out.int32(999, 0);
  return out.take();
};

const variableRecord = (out: ByteWriter, { variable, short, first, width }: SavPiece): void => {
  const label = utf8Within(variable.label, LONGEST_LABEL);
  const labelled = first && label.length > 0;
  const format =
    width === 0
      ? (5 << 16) | ((variable.decimals > 0 ? 12 : 8) << 8) | variable.decimals
      : (1 << 16) | (width << 8);
  out.int32(2, width, labelled ? 1 : 0, 0, format, format);
  out.padded(short, 8);
  if (labelled) {
    out.int32(label.length);
    out.bytes(label);
    out.bytes(new Uint8Array(-label.length & 3));
  }
  for (let more = 8; more < width; more += 8) {
    out.int32(2, -1, 0, 0, 0, 0);
    out.padded('', 8);
  }
};

const valueLabels = (out: ByteWriter, { variable, index }: SavPiece): void => {
  if (variable.labels.length === 0) return;
  out.int32(3, variable.labels.length);
  for (const { value, label } of variable.labels) {
    const text = utf8Within(label, LONGEST_VALUE_LABEL);
    out.float64(value);
    out.byte(text.length);
    out.bytes(text);
    for (let filled = text.length + 1; filled % 8 !== 0; filled++) out.byte(0x20);
  }
  out.int32(4, 1, index);
};

const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const;
/** Measure, columns on the screen, alignment (0 left, 1 right). */
const display = ({ variable, width }: SavPiece): readonly number[] =>
  width === 0 ? [MEASURES[variable.measure], 8, 1] : [MEASURES.nominal, Math.min(width, 40), 0];

const info = (out: ByteWriter, subtype: number, size: number, values: readonly number[]): void =>
  out.int32(7, subtype, size, values.length, ...values);

const floats = (out: ByteWriter): void => {
  out.int32(7, 4, 8, 3);
  for (const value of [SYSTEM_MISSING, Number.MAX_VALUE, LOWEST]) out.float64(value);
};

const textInfo = (out: ByteWriter, subtype: number, text: string): void => {
  const bytes = new TextEncoder().encode(text);
  out.int32(7, subtype, 1, bytes.length);
  out.bytes(bytes);
};
