import { fromBase64, toBase64 } from '../study/base64.ts';
import { type Box, openBytes, seal, sealBytes, unseal } from './box.ts';
import { agree, type DevicePair, KEY_BYTES, makePair } from './device-pair.ts';
import { hkdf, joinBytes } from './hkdf.ts';

/**
 * The field key of a wave: 32 random bytes under which contacts are sealed, itself sealed for each device. How and why:
 * docs/decisions/0040-field-key.md. Kept in the vault as base64.
 */
export type FieldKey = string;

/** A generation of a wave's key. Part of what every seal binds: no copy or contact can be passed off as another's. */
export interface KeyName {
  readonly wave: string;
  readonly generation: number;
}
export interface KeyCopy {
  readonly box: string;
  readonly proof: string;
}
interface Holder {
  readonly id: string;
  readonly key: string;
}

const EMPTY = new Uint8Array(0);
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => fromBase64(text) ?? EMPTY;

export const makeFieldKey = (): FieldKey => toBase64(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));

const aesKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/**
 * One key for one copy: from an ephemeral agreement, so that each copy has its own, and from the two devices' own, so
 * that only who holds the sender's private half can have made it.
 */
const copyKey = async (
  ephemeral: Uint8Array<ArrayBuffer>,
  standing: Uint8Array<ArrayBuffer>,
  publics: readonly string[],
  { wave, generation }: KeyName,
): Promise<CryptoKey> =>
  aesKey(
    await hkdf(
      joinBytes(ephemeral, standing),
      joinBytes(...publics.map(bytesOf)),
      `lagesbild field key ${wave} ${generation}`,
    ),
  );

const copyPlace = (holder: Holder, { wave, generation }: KeyName) => ({
  table: `sealed_key ${wave}`,
  id: holder.id,
  version: generation,
});

/** Only whoever holds the key can say of a device that it belongs: HMAC-SHA-256 over its id and public key. */
const macKey = async (key: FieldKey): Promise<CryptoKey> => {
  const raw = await hkdf(bytesOf(key), EMPTY, 'lagesbild device proof');
  return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
};
const proofText = (holder: Holder, { wave, generation }: KeyName): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify([wave, generation, holder.id, holder.key]));

export const verifyProof = async (
  key: FieldKey,
  name: KeyName,
  holder: Holder,
  proof: string,
): Promise<boolean> =>
  crypto.subtle.verify('HMAC', await macKey(key), bytesOf(proof), proofText(holder, name));

/** null: the holder's public key is none. */
export const sealKeyFor = async (
  sender: DevicePair,
  holder: Holder,
  name: KeyName,
  key: FieldKey,
): Promise<KeyCopy | null> => {
  const once = await makePair();
  const ephemeral = await agree(once, holder.key);
  const standing = await agree(sender, holder.key);
  if (!ephemeral || !standing) return null;
  const under = await copyKey(ephemeral, standing, [once.publicKey, sender.publicKey, holder.key], name);
  const cipher = await sealBytes(under, copyPlace(holder, name), bytesOf(key));
  const mac = await crypto.subtle.sign('HMAC', await macKey(key), proofText(holder, name));
  return {
    box: toBase64(joinBytes(bytesOf(once.publicKey), cipher)),
    proof: toBase64(new Uint8Array(mac)),
  };
};

/** null: not sealed for this device, not by this sender, or not as this generation. */
export const openKey = async (
  own: DevicePair & { readonly id: string },
  senderKey: string,
  name: KeyName,
  box: string,
): Promise<FieldKey | null> => {
  const bytes = bytesOf(box);
  if (bytes.length <= KEY_BYTES) return null;
  const once = toBase64(bytes.subarray(0, KEY_BYTES));
  const ephemeral = await agree(own, once);
  const standing = await agree(own, senderKey);
  if (!ephemeral || !standing) return null;
  const under = await copyKey(ephemeral, standing, [once, senderKey, own.publicKey], name);
  const holder = { id: own.id, key: own.publicKey };
  const raw = await openBytes(under, copyPlace(holder, name), bytes.slice(KEY_BYTES));
  return raw?.length === KEY_BYTES ? toBase64(raw) : null;
};

/** Where a contact's box belongs: it opens as this contact of this case, and as no other. */
export interface ContactName extends KeyName {
  readonly contact: string;
  readonly case: string;
}
const contactKey = async (key: FieldKey): Promise<CryptoKey> =>
  aesKey(await hkdf(bytesOf(key), EMPTY, 'lagesbild contact'));
const contactPlace = (name: ContactName) => ({
  table: `contact ${name.wave} ${name.case}`,
  id: name.contact,
  version: name.generation,
});

export const sealContact = async (key: FieldKey, name: ContactName, value: unknown): Promise<string> =>
  toBase64(await seal(await contactKey(key), contactPlace(name), value));

/** undefined: the box does not open under this key, here. */
export const openContact = async (key: FieldKey, name: ContactName, box: string): Promise<unknown> =>
  unseal(await contactKey(key), contactPlace(name), bytesOf(box) as Box);
