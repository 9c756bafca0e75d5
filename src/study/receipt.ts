import { sha256Hex } from './json.ts';
import { err, ok, type Result } from './result.ts';

/**
 * The receipt (sv: återtagandekod): ten characters in two groups, nine by chance and a check character.
 * Whoever holds it can have the interview deleted, so it must survive a bad line and a hasty hand: the alphabet
 * leaves out I, L, O, 0 and 1, which look alike, and U and V, which sound like others; a slip between those that
 * remain (5 and S, 2 and Z) is caught by the check.
 *
 * 29 characters, a prime, make the check simple and complete: the sum of character times place (10 to 1) is 0
 * modulo 29, as in an ISBN of ten. Every single wrong character and every swap of two is caught.
 * Nine free characters are 43.7 bits: one guess in 145 thousand million hits one of 100 interviews.
 */
export const RECEIPT_ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const LENGTH = 10;
const BASE = RECEIPT_ALPHABET.length;

/** As kept and hashed: ten characters, upper case, no space. */
export type Receipt = string;

const numberOf = (character: string | undefined): number => RECEIPT_ALPHABET.indexOf(character ?? ' ');

const checkCharacter = (nine: string): string => {
  let sum = 0;
  for (let place = 0; place < LENGTH - 1; place++) sum += numberOf(nine[place]) * (LENGTH - place);
  return RECEIPT_ALPHABET.charAt((BASE - (sum % BASE)) % BASE);
};

/** `random` gives numbers uniform in [0, 1); in the app it draws on the system's secure source. */
export const makeReceipt = (random: () => number): Receipt => {
  let nine = '';
  while (nine.length < LENGTH - 1) nine += RECEIPT_ALPHABET.charAt(Math.floor(random() * BASE));
  return nine + checkCharacter(nine);
};

/** `ABCDE FGHJK`, as shown and read aloud. */
export const formatReceipt = (receipt: Receipt): string => `${receipt.slice(0, 5)} ${receipt.slice(5)}`;

export type ReceiptProblem =
  | { readonly type: 'receipt_length'; readonly length: number }
  /** A character that receipts never hold; for saying which. */
  | { readonly type: 'receipt_character'; readonly character: string }
  | { readonly type: 'receipt_check' };

/** Forgives case, spaces, hyphens and full stops; nothing else is guessed. */
export const parseReceipt = (text: string): Result<Receipt, ReceiptProblem> => {
  const receipt = text.toUpperCase().replace(/[\s\-.‐‑–]/g, '');
  for (const character of receipt) {
    if (numberOf(character) < 0) return err({ type: 'receipt_character', character });
  }
  if (receipt.length !== LENGTH) return err({ type: 'receipt_length', length: receipt.length });
  if (checkCharacter(receipt.slice(0, LENGTH - 1)) !== receipt.charAt(LENGTH - 1))
    return err({ type: 'receipt_check' });
  return ok(receipt);
};

/** What the server knows of a receipt. The prefix keeps it from being the hash of anything else. */
export const receiptHash = (receipt: Receipt): Promise<string> => sha256Hex(`lagesbild-receipt:${receipt}`);

export interface SpelledCharacter {
  readonly character: string;
  readonly word: string;
}

/** Each character with its word, in the two groups, after the instrument's spelling alphabet. */
export const spellReceipt = (
  receipt: Receipt,
  alphabet: readonly {
    readonly character: string;
    readonly text: { readonly sv: string; readonly en: string };
  }[],
  language: 'sv' | 'en' = 'sv',
): readonly (readonly SpelledCharacter[])[] => {
  const words = new Map(alphabet.map((entry) => [entry.character, entry.text[language]]));
  const spell = (group: string) =>
    Array.from(group, (character) => ({ character, word: words.get(character) ?? character }));
  return [spell(receipt.slice(0, 5)), spell(receipt.slice(5))];
};
