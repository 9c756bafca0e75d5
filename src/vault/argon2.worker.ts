import { argon2id } from './argon2.ts';
import type { KdfParams } from './kdf.ts';

/** Half a second of computing that must not hold the screen up. */
export interface Argon2Job {
  readonly passphrase: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly params: KdfParams;
}

self.onmessage = async ({ data }: MessageEvent<Argon2Job>) => {
  self.postMessage(await argon2id(data.passphrase, data.salt, data.params));
};
