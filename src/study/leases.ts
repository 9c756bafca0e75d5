import type { Pool } from './pool.ts';
import type { LeaseRow } from './rows.ts';
import type { Call } from './whom-to-call.ts';
import { MINUTE } from './zoned-time.ts';

/**
 * A lease holds on its device until shortly before the server lets it go, so that two never dial one case under a
 * lease each: as long as the device's clock is off by no more than is allowed, the device has let go when the server
 * does (leases.test.ts tries it).
 */
export const CLOCK_ERROR_ALLOWED = 5 * MINUTE;
/** More than the error, since a call that has begun is not cut off. */
export const LEASE_MARGIN = 15 * MINUTE;

/**
 * `clockError`: this device's clock minus the server's when they last spoke, ms; null: never heard. A clock known to be
 * wrong by more than is allowed holds no lease.
 */
export const leaseHolds = (lease: Pick<LeaseRow, 'until'>, now: number, clockError: number | null): boolean =>
  now < Date.parse(lease.until) - LEASE_MARGIN && Math.abs(clockError ?? 0) <= CLOCK_ERROR_ALLOWED;

/** Fewer than this to call now: more are fetched. */
const LOW = 5;

/**
 * How many cases to hold after the next fetch, or null where there is nothing to ask for. What waits counts as held, so
 * a pool of nothing but waiting cases is not asked again and again; never more than two blocks.
 */
export const leasesWanted = (
  calls: readonly Pick<Call, 'standing' | 'leased'>[],
  pool: Pool,
): number | null => {
  if (!pool.on) return null;
  const held = calls.filter(({ leased }) => leased).length;
  const now = calls.filter(({ standing }) => standing === 'now').length;
  const wanted = held < pool.block ? pool.block : Math.min(2 * pool.block, 100);
  return now < LOW && held < wanted ? wanted : null;
};
