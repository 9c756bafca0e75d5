import { fromBase64, toBase64 } from '../study/base64.ts';

/**
 * A device's X25519 pair (RFC 7748), by WebCrypto (docs/decisions/0040-field-key.md). The private half is kept in the
 * vault as base64 of its 32 bytes; the public half is what the server and the comparison by voice see.
 */
export interface DevicePair {
  readonly publicKey: string;
  readonly privateKey: string;
}

const X25519 = 'X25519';
export const KEY_BYTES = 32;
/** PKCS #8 around 32 bytes of an X25519 private key (RFC 8410): version, algorithm 1.3.101.110, octet string. */
const PKCS8 = Uint8Array.from([
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e],
  ...[0x04, 0x22, 0x04, 0x20],
]);

const bytesOf = (key: string): Uint8Array<ArrayBuffer> => {
  const bytes = fromBase64(key);
  if (bytes?.length !== KEY_BYTES) throw new RangeError('an X25519 key has 32 bytes');
  return bytes;
};

const importPrivate = (privateKey: string): Promise<CryptoKey> => {
  const pkcs8 = new Uint8Array([...PKCS8, ...bytesOf(privateKey)]);
  return crypto.subtle.importKey('pkcs8', pkcs8, X25519, true, ['deriveBits']);
};

/** The pair of a private half: of chance, or of a printed recovery key. */
export const pairOf = async (privateBytes: Uint8Array): Promise<DevicePair> => {
  const privateKey = toBase64(privateBytes);
  const { x } = await crypto.subtle.exportKey('jwk', await importPrivate(privateKey));
  if (x === undefined) throw new TypeError('an exported X25519 key bears its public half');
  const padded = x.replaceAll('-', '+').replaceAll('_', '/');
  return { privateKey, publicKey: `${padded}=` };
};

export const makePair = (): Promise<DevicePair> => pairOf(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));

/** The shared secret, 32 bytes; null where the other key is of small order (RFC 7748, section 6.1) or none at all. */
export const agree = async (
  { privateKey }: Pick<DevicePair, 'privateKey'>,
  publicKey: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (fromBase64(publicKey)?.length !== KEY_BYTES) return null;
  const theirs = await crypto.subtle.importKey('raw', bytesOf(publicKey), X25519, true, []);
  try {
    const own = await importPrivate(privateKey);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: X25519, public: theirs }, own, 256));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'OperationError') return null;
    throw cause;
  }
};
