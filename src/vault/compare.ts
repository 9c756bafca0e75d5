import { PASSPHRASE_WORDS } from '../study/passphrase-words.ts';
import { KDF_FLOOR, type KdfDep } from './kdf.ts';

/** Eight words of 2048 are 88 bits: what two people read to each other before a device is trusted. */
export const COMPARED_WORDS = 8;
const BITS_A_WORD = 11;

/**
 * Words over both public keys, the same on both devices. Made slow on purpose (Argon2id, as a passphrase): somebody in
 * between who may choose a key for each side would need about 2^44 tries to make the two rows alike, each this dear.
 */
export const wordsToCompare = async (
  { argon2id }: KdfDep,
  one: string,
  other: string,
): Promise<readonly string[]> => {
  const label = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('lagesbild-compare'));
  const bytes = await argon2id([one, other].sort().join(' '), new Uint8Array(label).slice(0, 16), KDF_FLOOR);
  let bits = 0n;
  for (const byte of bytes.slice(0, Math.ceil((COMPARED_WORDS * BITS_A_WORD) / 8)))
    bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: COMPARED_WORDS }, (_, index) => {
    const word = Number((bits >> BigInt(index * BITS_A_WORD)) & 2047n);
    return PASSPHRASE_WORDS[word] ?? '';
  });
};
