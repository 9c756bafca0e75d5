import type { Code } from '../study/code.ts';
import { type DevicePair, pairOf } from './device-pair.ts';
import { hkdf } from './hkdf.ts';

/** The printed recovery key (128 bits, as an invitation's code) becomes an X25519 pair: to the server, one more device. */
export const recoveryPair = async (code: Code): Promise<DevicePair> =>
  pairOf(await hkdf(new TextEncoder().encode(code), new Uint8Array(0), 'lagesbild recovery key'));
