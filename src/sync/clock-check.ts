import type { ClockDep } from '../study/ids.ts';
import type { Remote } from './remote.ts';

/** How often the clocks are compared, and how slow an answer may be to say anything. */
const EVERY_MS = 10 * 60_000;
const LONGEST_TRIP_MS = 60_000;

/**
 * This device's clock minus the server's, ms: known to half the round trip, since the server looked at its clock some
 * time in between. Asked after a pull, now and then; null while nothing is known.
 */
export const createClockCheck = (
  deps: ClockDep,
  remote: Pick<Remote, 'hello'>,
): (() => Promise<number | null>) => {
  let asked: number | null = null;
  let error: number | null = null;
  return async () => {
    const before = deps.now();
    // A clock put back asks again at once.
    if (asked !== null && before >= asked && before < asked + EVERY_MS) return error;
    const hello = await remote.hello();
    const after = deps.now();
    if (!hello.ok || after < before || after - before > LONGEST_TRIP_MS) return error;
    const server = Date.parse(hello.value.time);
    if (Number.isNaN(server)) return error;
    asked = after;
    error = Math.round((before + after) / 2 - server);
    return error;
  };
};
