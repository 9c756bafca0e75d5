import { ok, type Result } from '../../study/result.ts';
import { decodeText } from '../csv/decode.ts';
import { decodeXml } from '../xml/decode.ts';
import { ZIP_LIMITS, type ZipLimits } from '../zip/directory.ts';
import { openZip, type ZipArchive } from '../zip/read.ts';
import { type RefiProblem, refused } from './problems.ts';
import { type RefiReading, readRefiXml } from './read-project.ts';
import type { TextOf } from './read-source.ts';

/**
 * Reads a `.qdpx`, `.qde` or `.qdc` by what is in it, whatever it is called. Answers for any bytes: a broken or hostile
 * file is refused with place and reason. Blocks until done, so large files belong in a worker.
 */
export const readRefi = (
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Result<RefiReading, RefiProblem> => {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zipped) return readArchive(bytes, limits);
  const text = decodeXml(bytes);
  return text.ok ? readRefiXml('file', text.value, () => null) : text;
};

const readArchive = (bytes: Uint8Array, limits: ZipLimits): Result<RefiReading, RefiProblem> => {
  const archive = openZip(bytes, limits);
  if (!archive.ok) return archive;
  const file = projectFileOf(archive.value.names);
  if (!file.ok) return file;
  const xml = archive.value.read(file.value);
  if (!xml.ok) return xml;
  const text = decodeXml(xml.value);
  if (!text.ok) return { ok: false, error: { ...text.error, place: `${file.value}, ${text.error.place}` } };
  const texts = textsOf(archive.value);
  const read = readRefiXml(file.value, text.value, texts.textOf);
  if (texts.problem() !== null) return { ok: false, error: texts.problem() as RefiProblem };
  if (!read.ok) return read;
  const left = archive.value.names.filter((name) => name !== file.value && !texts.used.has(name));
  const [first] = left;
  if (first === undefined) return read;
  const warning = { kind: 'left_out_file', count: left.length, place: first, detail: '' } as const;
  return ok({ ...read.value, warnings: [...read.value.warnings, warning] });
};

/** `project.qde` in the standard; ATLAS.ti names it after the project, and some archives have a folder around it all. */
const projectFileOf = (names: readonly string[]): Result<string, RefiProblem> => {
  const found = names.filter((name) => /\.qde$/i.test(name) && !name.startsWith('__MACOSX/'));
  const roots = found.filter((name) => !name.includes('/'));
  const named = roots.filter((name) => name.toLowerCase() === 'project.qde');
  for (const candidates of [named, roots, found]) {
    const [only, second] = candidates;
    if (only !== undefined && second === undefined) return ok(only);
    if (second !== undefined)
      return refused('several_project_files', second, 'the archive holds more than one .qde');
  }
  return refused('no_project_file', 'archive', 'the archive holds no .qde');
};

interface Texts {
  readonly textOf: TextOf;
  readonly used: ReadonlySet<string>;
  /** The first entry that was there but could not be read. */
  readonly problem: () => RefiProblem | null;
}

/** Texts by the last part of their path, in a folder `sources` of any letter case, else anywhere. */
const textsOf = (archive: ZipArchive): Texts => {
  const byPath = new Map<string, string>();
  for (const folder of [false, true])
    for (const name of archive.names) {
      const parts = name.toLowerCase().split('/');
      if ((parts.at(-2) === 'sources') === folder) byPath.set(parts.at(-1) ?? '', name);
    }
  const used = new Set<string>();
  let problem: RefiProblem | null = null;
  return {
    used,
    problem: () => problem,
    textOf: (path) => {
      const last = path.replaceAll('\\', '/').split('/').at(-1)?.toLowerCase() ?? '';
      const name = byPath.get(last) ?? byPath.get(decoded(last));
      if (name === undefined) return null;
      used.add(name);
      const bytes = archive.read(name);
      if (!bytes.ok) {
        problem ??= bytes.error;
        return null;
      }
      const text = textOfBytes(bytes.value);
      if (text === null)
        problem ??= { type: 'not_text', place: name, reason: 'is not text in UTF-8, UTF-16 or Windows-1252' };
      return text;
    },
  };
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch (cause) {
    // A lone % is no escape; the path then stands for itself.
    if (cause instanceof URIError) return path;
    throw cause;
  }
};

/** With its byte order mark, which some programs count. */
const textOfBytes = (bytes: Uint8Array): string | null => {
  for (const [encoding, first, second] of [
    ['utf-16le', 0xff, 0xfe],
    ['utf-16be', 0xfe, 0xff],
  ] as const)
    if (bytes[0] === first && bytes[1] === second) return `\uFEFF${new TextDecoder(encoding).decode(bytes)}`;
  const text = decodeText(bytes);
  if (!text.ok) return null;
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    ? `\uFEFF${text.value.text}`
    : text.value.text;
};
