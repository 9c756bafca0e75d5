import { sha256Hex } from './json.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Invitation and set-up codes: 128 bits in base 32, 26 characters, shown in groups of five.
 * The alphabet is Crockford's: digits and letters without I, L, O and U; when read, I and L mean 1, O means 0.
 * They are copied and pasted, seldom typed, so there is no check character: an unknown code is simply unknown.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 16;
const LENGTH = 26;

/** As hashed: 26 characters, upper case, no hyphen. */
export type Code = string;

export type CodeProblem =
  | { readonly type: 'code_length'; readonly length: number }
  | { readonly type: 'code_character'; readonly character: string };

/** `randomBytes` fills from the system's secure source (`crypto.getRandomValues`). */
export const makeCode = (randomBytes: (length: number) => Uint8Array): Code => {
  let bits = 0n;
  for (const byte of randomBytes(BYTES)) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let place = 0; place < LENGTH; place++) {
    code = ALPHABET.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return code;
};

export const formatCode = (code: Code): string => code.match(/.{1,5}/g)?.join('-') ?? '';

/** Forgives case, spaces and hyphens, and the look-alikes the alphabet leaves out. */
export const parseCode = (text: string): Result<Code, CodeProblem> => {
  const code = text
    .toUpperCase()
    .replace(/[\s\-‐‑–]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  for (const character of code) {
    if (!ALPHABET.includes(character)) return err({ type: 'code_character', character });
  }
  return code.length === LENGTH ? ok(code) : err({ type: 'code_length', length: code.length });
};

/** What the server stores of a code. docs/wire.md promises the same rule to SQL and server. */
export const codeHash = (code: Code): Promise<string> => sha256Hex(`lagesbild-code:${code}`);
