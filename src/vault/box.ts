/**
 * Sealed boxes: AES-256-GCM with a fresh 96-bit nonce per write (NIST SP 800-38D). The place a box belongs to
 * (table, id, version) is additional data, so that a box cannot be moved or rolled back unnoticed.
 */
export type Box = Uint8Array<ArrayBuffer>;
export type DataKey = CryptoKey;

const NONCE_BYTES = 12;
const AES = 'AES-GCM';

const placeOf = (table: string, id: string, version: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify([table, id, version]));

/** Where a record lies. `version` counts its writes. */
export interface Place {
  readonly table: string;
  readonly id: string;
  readonly version: number;
}

export const sealBytes = async (key: DataKey, place: Place, plain: Uint8Array<ArrayBuffer>): Promise<Box> => {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const additionalData = placeOf(place.table, place.id, place.version);
  const cipher = await crypto.subtle.encrypt({ name: AES, iv: nonce, additionalData }, key, plain);
  const box = new Uint8Array(NONCE_BYTES + cipher.byteLength);
  box.set(nonce);
  box.set(new Uint8Array(cipher), NONCE_BYTES);
  return box;
};

/** null: another key, another place, or damaged bytes; which of them, nobody can tell. */
export const openBytes = async (
  key: DataKey,
  place: Place,
  box: Box,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (box.byteLength < NONCE_BYTES) return null;
  const iv = box.subarray(0, NONCE_BYTES);
  const additionalData = placeOf(place.table, place.id, place.version);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: AES, iv, additionalData },
      key,
      box.subarray(NONCE_BYTES),
    );
    return new Uint8Array(plain);
  } catch (cause) {
    // OperationError is WebCrypto's word for a tag that does not fit; anything else is a bug.
    if (cause instanceof DOMException && cause.name === 'OperationError') return null;
    throw cause;
  }
};

export const seal = (key: DataKey, place: Place, value: unknown): Promise<Box> =>
  sealBytes(key, place, new TextEncoder().encode(JSON.stringify(value)));

/** undefined: the box does not open here. */
export const unseal = async (key: DataKey, place: Place, box: Box): Promise<unknown> => {
  const plain = await openBytes(key, place, box);
  return plain === null ? undefined : (JSON.parse(new TextDecoder().decode(plain)) as unknown);
};
