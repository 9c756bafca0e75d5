import type { Argon2Job } from './argon2.worker.ts';
import type { KdfDep } from './kdf.ts';

/** A worker a call: unlocking is rare, and the worker's memory (64 MiB, the passphrase) goes with it. */
export const argon2idInWorker: KdfDep['argon2id'] = (passphrase, salt, params) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./argon2.worker.ts', import.meta.url), { type: 'module' });
    const job: Argon2Job = { passphrase, salt, params };
    worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(`argon2 worker: ${event.message}`));
    };
    worker.postMessage(job);
  });
