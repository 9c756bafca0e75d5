import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH_LIMIT, STREAMS } from '../study/wire.ts';
import { decide, initialSyncState, reduce, type SyncEvent, type SyncState, type Waiting } from './decide.ts';

const waitingArb: fc.Arbitrary<Waiting> = fc.record({
  id: fc.uuid(),
  stream: fc.constantFrom(...STREAMS),
  notBefore: fc.constantFrom(0, 500, 90_000),
  blocked: fc.boolean(),
});

const eventArb: fc.Arbitrary<SyncEvent> = fc.oneof(
  fc.boolean().map((leads): SyncEvent => ({ type: 'lead', leads })),
  fc.boolean().map((online): SyncEvent => ({ type: 'network', online })),
  fc.boolean().map((signedIn): SyncEvent => ({ type: 'session', signedIn })),
  fc.boolean().map((visible): SyncEvent => ({ type: 'visible', visible })),
  fc.array(waitingArb, { maxLength: 6 }).map((queue): SyncEvent => ({ type: 'queue', queue })),
  fc.constant<SyncEvent>({ type: 'tick' }),
  fc.constant<SyncEvent>({ type: 'nudge' }),
  fc.constantFrom(...STREAMS).map((stream): SyncEvent => ({ type: 'pushed', stream })),
  fc.boolean().map((more): SyncEvent => ({ type: 'pulled', feed: 'study', more })),
  fc.double({ min: 0, max: 1, noNaN: true }).map((jitter): SyncEvent => ({ type: 'failed', jitter })),
);

/** A history of events at growing moments, with each decision carried out at once. */
const afterHistory = (
  steps: readonly (readonly [number, SyncEvent])[],
  look: (state: SyncState) => void,
): void => {
  let now = 1_000;
  let state = initialSyncState(now);
  for (const [passed, event] of steps) {
    now += passed;
    state = reduce(state, event, now);
    look(state);
    const effect = decide(state);
    if (effect?.type === 'push' || effect?.type === 'pull') state = reduce(state, { type: 'begun' }, now);
  }
};
const histories = fc.array(fc.tuple(fc.nat(120_000), eventArb), { maxLength: 40 });
const always = (look: (state: SyncState) => void): void =>
  fc.assert(
    fc.property(histories, (steps) => afterHistory(steps, look)),
    { numRuns: 500 },
  );

describe('the laws of sending and fetching', () => {
  it('S1: nothing goes out unless it may', () =>
    always((state) => {
      const effect = decide(state);
      if (effect === null || effect.type === 'wake') return;
      expect(state).toMatchObject({ leads: true, online: true, signedIn: true });
      expect(state.retryAt).toBeLessThanOrEqual(state.now);
    }));

  it('S2: one request at a time', () =>
    always((state) => {
      if (state.underWay) expect(decide(state)).toBeNull();
    }));

  it('S3: an ordered stream leaves in order, and nothing is overtaken', () =>
    always((state) => {
      const effect = decide(state);
      if (effect?.type !== 'push' || effect.stream === 'interviews') return;
      const own = state.queue.filter(({ stream }) => stream === effect.stream).map(({ id }) => id);
      expect(effect.ids).toEqual(own.slice(0, effect.ids.length));
    }));

  it('S4: an interview leaves when its attempt is confirmed and its delay over, among interviews alone', () =>
    always((state) => {
      const effect = decide(state);
      if (effect?.type !== 'push' || effect.stream !== 'interviews') return;
      for (const id of effect.ids) {
        const one = state.queue.find((waiting) => waiting.id === id);
        expect(one).toMatchObject({ stream: 'interviews', blocked: false });
        expect(one?.notBefore).toBeLessThanOrEqual(state.now);
      }
    }));

  it('S5: whatever can be done some time has an effect or a wake-up', () =>
    always((state) => {
      const may = state.leads && state.online && state.signedIn && !state.underWay;
      if (may) expect(decide(state)).not.toBeNull();
    }));

  it('S6: a clock put back by a year leaves nothing waiting for it', () => {
    const year = 365 * 24 * 3_600_000;
    let state = reduce(initialSyncState(year), { type: 'lead', leads: true }, year);
    state = reduce(state, { type: 'pulled', feed: 'study', more: false }, year);
    state = reduce(state, { type: 'failed', jitter: 1 }, year);
    expect(decide(reduce(state, { type: 'tick' }, 0))?.type).toBe('pull');
  });

  it('S7: waits double up to five minutes, and a nudge ends them', () => {
    let state = reduce(initialSyncState(0), { type: 'lead', leads: true }, 0);
    const waits = Array.from({ length: 12 }, () => {
      state = reduce(state, { type: 'failed', jitter: 0.5 }, 0);
      return state.retryAt;
    });
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(Math.max(...waits)).toBe(300_000);
    expect(decide(state)).toEqual({ type: 'wake', at: 300_000 });
    expect(decide(reduce(state, { type: 'nudge' }, 1))?.type).toBe('pull');
  });

  it('never sends more than a batch', () => {
    const queue = Array.from(
      { length: 250 },
      (_, n): Waiting => ({ id: String(n), stream: 'cases', notBefore: 0, blocked: false }),
    );
    let state = reduce(initialSyncState(0), { type: 'lead', leads: true }, 0);
    state = reduce(state, { type: 'queue', queue }, 0);
    expect(decide(state)).toMatchObject({ type: 'push', ids: { length: BATCH_LIMIT } });
  });
});
