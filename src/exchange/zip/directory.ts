import { err, ok, type Result } from '../../study/result.ts';

/** Why an archive is not opened. `place` is an entry's name, or a byte offset where no name is known. */
export interface ZipProblem {
  readonly type:
    | 'not_zip'
    | 'damaged_zip'
    | 'unsupported_zip'
    | 'encrypted_zip'
    | 'unsafe_name'
    | 'duplicate_name'
    | 'zip_too_large';
  readonly place: string;
  readonly reason: string;
}
const problem = (type: ZipProblem['type'], place: string, reason: string) =>
  err<ZipProblem>({ type, place, reason });

/** What an archive may ask of the device; all in bytes but `entries` and `ratio`. */
export interface ZipLimits {
  readonly entries: number;
  readonly entry: number;
  readonly total: number;
  /** Unpacked to packed, for entries of more than 1 MiB; text and XML stay below 50. */
  readonly ratio: number;
}
export const ZIP_LIMITS: ZipLimits = {
  entries: 65_534,
  entry: 256 * 2 ** 20,
  total: 512 * 2 ** 20,
  ratio: 200,
};

export interface ZipEntry {
  /** With `/`, relative, without `..`. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  /** As declared; reading stops where there is more. */
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LONGEST_COMMENT = 0xffff;
const SMALL = 2 ** 20;

/**
 * The entries of a zip by its central directory, judged before anything is unpacked: names that lead out of a folder,
 * two of one name (letter case aside), encryption, and sizes beyond the limits are refused. Folders are left out.
 */
export const readDirectory = (
  bytes: Uint8Array,
  limits: ZipLimits,
): Result<readonly ZipEntry[], ZipProblem> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return problem('not_zip', 'byte 0', 'has no zip directory');
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  if (count === 0xffff || from === 0xffffffff)
    return problem('unsupported_zip', `byte ${end}`, 'is a zip64 archive');
  if (count > limits.entries) return problem('zip_too_large', `byte ${end}`, `holds ${count} entries`);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = from;
  for (let index = 0; index < count; index++) {
    const read = entryAt(view, bytes, at);
    if (!read.ok) return read;
    const { entry, next } = read.value;
    at = next;
    const checked = checkedEntry(entry, limits);
    if (!checked.ok) return checked;
    if (entry.name.endsWith('/')) continue;
    const key = entry.name.toLowerCase();
    if (names.has(key)) return problem('duplicate_name', entry.name, 'stands twice in the archive');
    names.add(key);
    total += entry.size;
    if (total > limits.total)
      return problem('zip_too_large', entry.name, `brings the archive over ${limits.total} bytes unpacked`);
    entries.push(entry);
  }
  return ok(entries);
};

/** The end record lies last, before a comment; searched from the back. */
const endOf = (view: DataView): number | null => {
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--)
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return null;
};

const entryAt = (
  view: DataView,
  bytes: Uint8Array,
  at: number,
): Result<{ readonly entry: ZipEntry; readonly next: number }, ZipProblem> => {
  if (at + CENTRAL_SIZE > view.byteLength || view.getUint32(at, true) !== CENTRAL)
    return problem('damaged_zip', `byte ${at}`, 'is no directory entry');
  const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) return problem('damaged_zip', `byte ${at}`, 'is cut off');
  const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, nameEnd)).replaceAll('\\', '/');
  if ((view.getUint16(at + 8, true) & 1) === 1)
    return problem('encrypted_zip', name, 'is encrypted with a password');
  return ok({
    entry: {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    },
    next,
  });
};

const checkedEntry = (entry: ZipEntry, limits: ZipLimits): Result<null, ZipProblem> => {
  const { name, method, packed, size } = entry;
  const parts = name.split('/');
  if (
    name === '' ||
    name.startsWith('/') ||
    name.includes('\0') ||
    /^[a-z]:/i.test(name) ||
    parts.includes('..')
  )
    return problem('unsafe_name', name.replaceAll('\0', '?'), 'leads out of the archive');
  if (method !== 0 && method !== 8)
    return problem('unsupported_zip', name, `is packed by method ${method}, not stored or deflated`);
  if (packed === 0xffffffff || size === 0xffffffff)
    return problem('unsupported_zip', name, 'has zip64 sizes');
  if (size > limits.entry) return problem('zip_too_large', name, `is ${size} bytes unpacked`);
  if (size > SMALL && size > packed * limits.ratio)
    return problem('zip_too_large', name, `unpacks to more than ${limits.ratio} times its size`);
  return ok(null);
};
