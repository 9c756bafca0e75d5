import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCK_ERROR_ALLOWED, LEASE_MARGIN, leaseHolds, leasesWanted } from './leases.ts';
import { mayHavePool, NO_POOL, readPool, writePool } from './pool.ts';
import { MINUTE } from './zoned-time.ts';

const until = '2026-11-26T12:00:00.000Z';
const end = Date.parse(until);

describe('a lease on its device', () => {
  it('is over before the server lets go, as long as the clock errs by no more than is allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -48 * 60, max: 48 * 60 }),
        fc.integer({ min: -CLOCK_ERROR_ALLOWED, max: CLOCK_ERROR_ALLOWED }),
        fc.option(fc.integer({ min: -60 * MINUTE, max: 60 * MINUTE })),
        (minutes, error, known) => {
          const server = end + minutes * MINUTE;
          // Whatever the device believes of its clock: if it dials, the server still lends it the case.
          if (leaseHolds({ until }, server + error, known)) expect(server).toBeLessThan(end);
        },
      ),
    );
  });

  it('holds until the margin, which is more than the error', () => {
    expect(LEASE_MARGIN).toBeGreaterThan(CLOCK_ERROR_ALLOWED);
    expect(leaseHolds({ until }, end - LEASE_MARGIN - 1, null)).toBe(true);
    expect(leaseHolds({ until }, end - LEASE_MARGIN, 0)).toBe(false);
  });

  it('does not hold by a clock known to be wrong, in either direction', () => {
    const now = end - 6 * 60 * MINUTE;
    expect(leaseHolds({ until }, now, CLOCK_ERROR_ALLOWED)).toBe(true);
    expect(leaseHolds({ until }, now, CLOCK_ERROR_ALLOWED + 1)).toBe(false);
    expect(leaseHolds({ until }, now, -CLOCK_ERROR_ALLOWED - 1)).toBe(false);
  });
});

describe('fetching ahead', () => {
  const pool = { on: true, hours: 24, block: 20 };
  const calls = (now: number, waits: number) => [
    ...Array.from({ length: now }, () => ({ standing: 'now' as const, leased: true })),
    ...Array.from({ length: waits }, () => ({ standing: 'waits' as const, leased: true })),
  ];
  it('fills a block when few are left to call, and a second where the first only waits', () => {
    expect(leasesWanted([], pool)).toBe(20);
    expect(leasesWanted(calls(4, 0), pool)).toBe(20);
    expect(leasesWanted(calls(5, 0), pool)).toBeNull();
    expect(leasesWanted(calls(0, 19), pool)).toBe(20);
    expect(leasesWanted(calls(0, 20), pool)).toBe(40);
    expect(leasesWanted(calls(0, 40), pool)).toBeNull();
    expect(leasesWanted([], NO_POOL)).toBeNull();
  });
  it('counts cases of one’s own as to call, not as held', () => {
    const own = Array.from({ length: 5 }, () => ({ standing: 'now' as const, leased: false }));
    expect(leasesWanted(own, pool)).toBeNull();
    expect(leasesWanted(own.slice(1), pool)).toBe(20);
  });
  it('never asks for more than the server gives at once', () => {
    fc.assert(
      fc.property(fc.nat(150), fc.nat(150), fc.integer({ min: 1, max: 100 }), (now, waits, block) => {
        const wanted = leasesWanted(calls(now, waits), { ...pool, block });
        if (wanted === null) return;
        expect(wanted).toBeGreaterThan(now + waits);
        expect(wanted).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the pool of a wave', () => {
  it('is read as it was written, and as none where it cannot be read', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.integer({ min: 1, max: 168 }),
        fc.integer({ min: 1, max: 100 }),
        (on, hours, block) => {
          expect(readPool(writePool({ on, hours, block }))).toEqual({ on, hours, block });
        },
      ),
    );
    expect(writePool(NO_POOL)).toBe('');
    expect([3, 4].map(mayHavePool)).toEqual([false, true]);
    for (const text of [undefined, '', '{', 'null', '[]', '{"on":"yes","hours":0,"block":1000}'])
      expect(readPool(text)).toEqual(NO_POOL);
  });
});
