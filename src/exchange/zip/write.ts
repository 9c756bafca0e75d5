import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipFile {
  readonly name: string;
  /** In pieces, so that a large file is never whole in memory. */
  readonly pieces: Iterable<Uint8Array>;
  /** What is packed already gains nothing from being packed again. */
  readonly packed?: boolean;
}

/** The first day zip knows, in any time zone: when an archive was made is nobody's business. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * A zip, piece by piece and in the order given; the same files give the same bytes. At most 65 534 files of less than
 * 4 GiB.
 */
export function* zipped(files: Iterable<ZipFile>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    ready.push(piece);
  });
  const taken = (): readonly Uint8Array[] => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for (const file of files) {
    const pieces = file.pieces[Symbol.iterator]();
    const { head, next } = headOf(pieces);
    const entry =
      file.packed === true ? new ZipPassThrough(file.name) : new ZipDeflate(file.name, options(head));
    entry.mtime = NO_TIME;
    zip.add(entry);
    for (const piece of head) entry.push(piece);
    for (let piece = next; !piece.done; piece = pieces.next()) {
      entry.push(piece.value);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

const SMALL = 65_536;
const sizeOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, piece) => sum + piece.length, 0);

/** What comes first of a file: all of it where it is small. */
const headOf = (pieces: Iterator<Uint8Array>) => {
  const head: Uint8Array[] = [];
  let next = pieces.next();
  while (!next.done && sizeOf(head) < SMALL) {
    head.push(next.value);
    next = pieces.next();
  }
  return { head, next };
};

/** The deflater sets aside 2 MB a file unless told; thousands of small texts would spend all their time on that. */
const options = (head: readonly Uint8Array[]): { level: 6; mem?: 2 } =>
  sizeOf(head) < SMALL ? { level: 6, mem: 2 } : { level: 6 };

/** One array of all pieces. */
export const joined = (pieces: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> => {
  const all = [...pieces];
  const whole = new Uint8Array(sizeOf(all));
  let at = 0;
  for (const piece of all) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/** Texts as UTF-8, gathered to pieces of some 64 kB. */
export function* utf8(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let gathered = '';
  for (const text of texts) {
    gathered += text;
    if (gathered.length < 65_536) continue;
    yield encoder.encode(gathered);
    gathered = '';
  }
  if (gathered !== '') yield encoder.encode(gathered);
}
