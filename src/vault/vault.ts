import { err, ok, type Result } from '../study/result.ts';
import { type Box, type DataKey, openBytes, sealBytes } from './box.ts';
import { KDF_FLOOR, type KdfDep, type KdfParams, normalizePassphrase } from './kdf.ts';

/**
 * One vault an account: a random data key, wrapped once per way of unlocking. Only wraps are stored.
 * A forgotten passphrase cannot be recovered: nothing else opens the wrap.
 */
export interface Wrap {
  readonly way: 'passphrase';
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly params: KdfParams;
  /** The data key's 32 bytes, sealed under the key derived from the passphrase. */
  readonly box: Box;
}

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const placeOf = (account: string) => ({ table: 'vault', id: account, version: 1 });

const importKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt', 'decrypt']);

const wrapKey = async (
  deps: KdfDep,
  account: string,
  raw: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Wrap> => {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const params = KDF_FLOOR;
  const kek = await importKey(await deps.argon2id(normalizePassphrase(passphrase), salt, params));
  return { way: 'passphrase', salt, params, box: await sealBytes(kek, placeOf(account), raw) };
};

export const createVault = async (
  deps: KdfDep,
  account: string,
  passphrase: string,
): Promise<{ readonly key: DataKey; readonly wrap: Wrap }> => {
  const raw = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const wrap = await wrapKey(deps, account, raw, passphrase);
  const key = await importKey(raw);
  raw.fill(0);
  return { key, wrap };
};

export const unlockVault = async (
  deps: KdfDep,
  account: string,
  wrap: Wrap,
  passphrase: string,
): Promise<Result<DataKey, { readonly type: 'wrong_passphrase' }>> => {
  const kek = await importKey(await deps.argon2id(normalizePassphrase(passphrase), wrap.salt, wrap.params));
  const raw = await openBytes(kek, placeOf(account), wrap.box);
  return raw === null ? err({ type: 'wrong_passphrase' }) : ok(await importKey(raw));
};

/** A new passphrase: the data key is wrapped anew, nothing is encrypted again. */
export const rewrap = async (
  deps: KdfDep,
  account: string,
  key: DataKey,
  passphrase: string,
): Promise<Wrap> =>
  wrapKey(deps, account, new Uint8Array(await crypto.subtle.exportKey('raw', key)), passphrase);

/**
 * What the server gets as password: another Argon2id of the passphrase, salted by the address. So there is one
 * secret to remember, and a server that sees the password still cannot unlock a copied disk with it.
 */
export const authPassword = async (deps: KdfDep, email: string, passphrase: string): Promise<string> => {
  const label = new TextEncoder().encode(`lagesbild-auth:${email.trim().toLowerCase()}`);
  const salt = new Uint8Array(await crypto.subtle.digest('SHA-256', label)).slice(0, SALT_BYTES);
  const bytes = await deps.argon2id(normalizePassphrase(passphrase), salt, KDF_FLOOR);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
