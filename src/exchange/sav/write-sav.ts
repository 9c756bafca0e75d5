import { type ByteWriter, byteWriter, utf8Within } from './bytes.ts';
import {
  BIAS,
  dictionaryOf,
  LONGEST_TEXT,
  piecesOf,
  type SavPiece,
  type SavVariable,
  SYSTEM_MISSING,
  unitsOf,
} from './dictionary.ts';

export type SavCell = number | string | null;

export interface SavTable {
  /** At most 64 bytes. */
  readonly label: string;
  readonly variables: readonly SavVariable[];
  /** How many rows there will be. */
  readonly cases: number;
  /** A text longer than its variable is cut, at a whole character. Null is system-missing, or the empty text. */
  readonly rows: Iterable<readonly SavCell[]>;
}

/** What a variable must be wide to hold the texts, in bytes. */
export const widthOf = (texts: Iterable<string>): number => {
  const encoder = new TextEncoder();
  let most = 1;
  for (const text of texts) most = Math.max(most, encoder.encode(text).length);
  return Math.min(most, LONGEST_TEXT);
};

const CODE = { literal: 253, spaces: 254, missing: 255 } as const;
const SPACES = new Uint8Array(8).fill(0x20);

/** A `.sav`, in pieces of some 64 kB. */
export function* writeSav(table: SavTable): Generator<Uint8Array> {
  const pieces = piecesOf(table.variables);
  yield dictionaryOf(table.label, table.cases, pieces);
  const data = packer();
  for (const row of table.rows) {
    putRow(data, pieces, table.variables, row);
    if (data.length() >= 65_536) yield data.take();
  }
  data.end();
  yield data.take();
}

const putRow = (
  data: Packer,
  pieces: readonly SavPiece[],
  variables: readonly SavVariable[],
  row: readonly SavCell[],
): void => {
  let at = 0;
  for (const [column, variable] of variables.entries()) {
    const cell = row[column] ?? null;
    if (variable.width === null) {
      data.number(typeof cell === 'number' ? cell : SYSTEM_MISSING);
      at++;
      continue;
    }
    const text = utf8Within(typeof cell === 'string' ? cell : '', variable.width);
    let from = 0;
    for (let piece = pieces[at]; piece?.variable === variable; piece = pieces[at]) {
      const bytes = new Uint8Array(unitsOf(piece) * 8).fill(0x20);
      bytes.set(text.subarray(from, from + piece.used));
      data.units(bytes);
      from += piece.used;
      at++;
    }
  }
};

interface Packer {
  readonly number: (value: number) => void;
  readonly units: (bytes: Uint8Array) => void;
  readonly end: () => void;
  readonly length: () => number;
  readonly take: () => Uint8Array;
}

/** Eight codes, then the literals among them: small whole numbers and blanks cost one byte each. */
const packer = (): Packer => {
  const out: ByteWriter = byteWriter();
  const literals: ByteWriter = byteWriter();
  let codes: number[] = [];
  const flush = (): void => {
    out.bytes(Uint8Array.from({ length: 8 }, (_, index) => codes[index] ?? 0));
    out.bytes(literals.take());
    codes = [];
  };
  const put = (code: number): void => {
    codes.push(code);
    if (codes.length === 8) flush();
  };
  return {
    number: (value) => {
      const code = value + BIAS;
      if (value === SYSTEM_MISSING) put(CODE.missing);
      else if (Number.isInteger(value) && !Object.is(value, -0) && code >= 1 && code <= 251) put(code);
      else {
        literals.float64(value);
        put(CODE.literal);
      }
    },
    units: (bytes) => {
      for (let from = 0; from < bytes.length; from += 8) {
        const unit = bytes.subarray(from, from + 8);
        if (unit.every((byte, at) => byte === SPACES[at])) put(CODE.spaces);
        else {
          literals.bytes(unit);
          put(CODE.literal);
        }
      }
    },
    end: () => {
      if (codes.length > 0) flush();
    },
    length: out.length,
    take: out.take,
  };
};
