import { Inflate, inflateSync } from 'fflate';
import { err, ok, type Result } from '../../study/result.ts';
import { crc32 } from './crc32.ts';
import { readDirectory, ZIP_LIMITS, type ZipEntry, type ZipLimits, type ZipProblem } from './directory.ts';

export interface ZipArchive {
  readonly names: readonly string[];
  /** By exact name; the bytes are those whose checksum the archive holds. */
  readonly read: (name: string) => Result<Uint8Array, ZipProblem>;
}

/** Opens an archive within its limits; nothing is unpacked before it is asked for. */
export const openZip = (
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Result<ZipArchive, ZipProblem> => {
  const entries = readDirectory(bytes, limits);
  if (!entries.ok) return entries;
  const byName = new Map(entries.value.map((entry) => [entry.name, entry]));
  return ok({
    names: [...byName.keys()],
    read: (name) => {
      const entry = byName.get(name);
      return entry === undefined ? damaged(name, 'is not in the archive') : unpack(bytes, entry);
    },
  });
};

const damaged = (place: string, reason: string) => err<ZipProblem>({ type: 'damaged_zip', place, reason });

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;

const unpack = (bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, ZipProblem> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + LOCAL_SIZE > bytes.length || view.getUint32(entry.offset, true) !== LOCAL)
    return damaged(entry.name, 'has no header where the directory says');
  const from =
    entry.offset +
    LOCAL_SIZE +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  if (from + entry.packed > bytes.length) return damaged(entry.name, 'is cut off');
  const packed = bytes.subarray(from, from + entry.packed);
  const unpacked = entry.method === 0 ? packed : inflated(packed, entry.size);
  if (unpacked === null || unpacked.length !== entry.size)
    return damaged(entry.name, 'does not unpack to the size the directory says');
  return crc32(unpacked) === entry.crc ? ok(unpacked) : damaged(entry.name, 'has another checksum');
};

/** Deflate gives at most 1 032 times its input, so a piece this small can be stopped before it does harm. */
const PIECE = 16 * 1024;

/** null where the data is broken, or is more than `size`. */
const inflated = (packed: Uint8Array, size: number): Uint8Array | null => {
  try {
    // What a small entry unpacks to is small; it is written into a place of its declared size, and no further.
    return packed.length <= PIECE
      ? inflateSync(packed, { out: new Uint8Array(size) })
      : inPieces(packed, size);
  } catch (cause) {
    // fflate throws an Error with a code for data that is no deflate stream, and lets through the RangeError of
    // writing past the end; anything else is a bug.
    if (cause instanceof RangeError || (cause instanceof Error && 'code' in cause)) return null;
    throw cause;
  }
};

const inPieces = (packed: Uint8Array, size: number): Uint8Array | null => {
  const whole = new Uint8Array(size);
  let at = 0;
  let over = false;
  const inflate = new Inflate((piece) => {
    if (at + piece.length > size) over = true;
    else {
      whole.set(piece, at);
      at += piece.length;
    }
  });
  for (let from = 0; !over && from < packed.length; from += PIECE)
    inflate.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
  return over || at !== size ? null : whole;
};
