import { argon2id as hashWasm } from 'hash-wasm';
import type { KdfDep } from './kdf.ts';

/** Argon2id on the calling thread: for Node, and for the worker. */
export const argon2id: KdfDep['argon2id'] = async (passphrase, salt, params) => {
  const bytes = await hashWasm({
    password: passphrase,
    salt,
    memorySize: params.memoryKiB,
    iterations: params.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(bytes);
};
