import { PASSPHRASE_WORDS } from './passphrase-words.ts';

/** Words in a passphrase we offer: 5 of 2048 are 55 bits, behind Argon2id far out of reach for a stolen laptop's disk. */
const WORDS = 5;

/**
 * Five Swedish words with spaces between them. `randomBytes` must draw on the system's secure source.
 * Two bytes a word, of which 11 bits choose: every word is equally likely, nothing is thrown away.
 */
export const makePassphrase = (randomBytes: (length: number) => Uint8Array): string => {
  const bytes = randomBytes(WORDS * 2);
  return Array.from({ length: WORDS }, (_, index) => {
    const number = ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0);
    return PASSPHRASE_WORDS[number % PASSPHRASE_WORDS.length];
  }).join(' ');
};
