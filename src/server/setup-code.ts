import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** 26 letters of 5 bits hold the 128 bits of the code. */
const LETTERS = 26;

/** A code of 128 random bits in base32 (RFC 4648, no padding): read aloud or typed without look-alikes 0, 1, 8, 9. */
export const makeCode = (bytes: Uint8Array = randomBytes(16)): string => {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  bits <<= BigInt(LETTERS * 5 - bytes.length * 8);
  return Array.from(
    { length: LETTERS },
    (_, at) => ALPHABET[Number((bits >> BigInt((LETTERS - 1 - at) * 5)) & 31n)],
  ).join('');
};

/** What the database keeps of a code. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code, 'utf8').digest('hex');

const fileIn = (dataDir: string): string => join(dataDir, 'setup-code');

/** The code that waits to be used, made at the first start; the same until a study is founded with it. */
export const openSetupCode = (dataDir: string): string => {
  const path = fileIn(dataDir);
  if (!existsSync(path)) writeFileSync(path, makeCode(), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
};

export const forgetSetupCode = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });
