import { err, ok, type Result } from '../../study/result.ts';

export type Encoding = 'utf-8' | 'windows-1252';

/** A spreadsheet's own file, or text of 16 bits: no guess at columns would make sense of it. */
export type DecodeProblem = { readonly type: 'not_text' };

/**
 * UTF-8 where the bytes are valid UTF-8, else Windows-1252, which Excel still writes on Swedish machines. The guess is
 * safe: text with å, ä or ö in Windows-1252 is practically never valid UTF-8, and without them the two are the same.
 */
export const decodeText = (
  bytes: Uint8Array,
): Result<{ readonly text: string; readonly encoding: Encoding }, DecodeProblem> => {
  if (bytes.includes(0)) return err({ type: 'not_text' });
  const text = asUtf8(bytes);
  return ok(
    text === null
      ? { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
      : { text, encoding: 'utf-8' },
  );
};

/** Without the byte order mark; null where the bytes are something else. */
const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
};
