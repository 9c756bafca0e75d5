import { err, ok, type Result } from '../../study/result.ts';
import type { XmlProblem } from './read.ts';

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const PIECE = 2 ** 20;

/** The text of an XML file by its byte order mark, else by the encoding it declares, else UTF-8; without the mark. */
export const decodeXml = (bytes: Uint8Array): Result<readonly string[], XmlProblem> => {
  const encoding = encodingOf(bytes);
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const pieces: string[] = [];
    for (let from = 0; from < bytes.length; from += PIECE)
      pieces.push(
        decoder.decode(bytes.subarray(from, from + PIECE), { stream: from + PIECE < bytes.length }),
      );
    return ok(pieces);
  } catch (cause) {
    if (cause instanceof RangeError || cause instanceof TypeError)
      return err({ type: 'broken_xml', place: 'line 1, column 0', reason: `is not text in ${encoding}` });
    throw cause;
  }
};

const encodingOf = (bytes: Uint8Array): string => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) return marked[0];
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
};
