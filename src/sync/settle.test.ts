import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommandAnswer, REJECT_REASONS } from '../study/wire.ts';
import type { Entry } from './journal.ts';
import { settle } from './settle.ts';

const entry = (id: string, change: Partial<Entry> = {}): Entry => ({
  id,
  seq: 1,
  stream: 'cases',
  kind: 'case.assign',
  payload: '{}',
  hash: `hash-${id}`,
  state: 'sent',
  ...change,
});
const interview = (id: string, change: Partial<Entry> = {}): Entry =>
  entry(id, {
    stream: 'interviews',
    kind: 'interview.hand_in',
    payload: '{"answers":[]}',
    handIn: { notBefore: 0, attempt: 't1', attemptConfirmed: true, draft: `draft-${id}`, caseName: 'Vara' },
    ...change,
  });
const attempt = (id: string): Entry => entry(id, { kind: 'attempt.record', payload: '{"attempt":"t1"}' });

const answerArb = (id: string): fc.Arbitrary<CommandAnswer> =>
  fc.oneof(
    fc.record({
      id: fc.constant(id),
      result: fc.constant('accepted' as const),
      late: fc.boolean(),
      hash: fc.constantFrom(`hash-${id}`, 'other'),
      at: fc.constant('2026-11-23T10:00:00.000Z'),
    }),
    fc.record({
      id: fc.constant(id),
      result: fc.constant('duplicate' as const),
      hash: fc.constantFrom(`hash-${id}`, 'other'),
    }),
    fc.record({
      id: fc.constant(id),
      result: fc.constant('rejected' as const),
      reason: fc.constantFrom(...REJECT_REASONS),
    }),
    fc.record({
      id: fc.constant(id),
      result: fc.constant('conflict' as const),
      reason: fc.constantFrom('stale' as const, 'other_content' as const),
      current: fc.constant(null),
    }),
    fc.record({ id: fc.constant(id), result: fc.constant('withdrawn' as const) }),
  );

describe('settling', () => {
  it('J1: an entry leaves only when the server took what this device holds', () =>
    fc.assert(
      fc.property(
        fc
          .constantFrom(entry('a'), interview('a'))
          .chain((one) => fc.tuple(fc.constant(one), answerArb('a'))),
        ([one, answer]) => {
          const { remove } = settle([one], [answer]);
          const taken =
            (answer.result === 'accepted' || answer.result === 'duplicate') && answer.hash === one.hash;
          expect(remove).toEqual(taken && one.stream === 'interviews' ? ['a'] : []);
        },
      ),
    ));

  it('J2: what was not sent is not settled, and strangers are passed over', () => {
    const answers: CommandAnswer[] = [
      { id: 'a', result: 'accepted', late: false, hash: 'hash-a' },
      { id: 'stranger', result: 'accepted', late: false, hash: 'x' },
    ];
    expect(settle([entry('a', { state: 'queued' })], answers)).toEqual({ put: [], remove: [], also: [] });
  });

  it('J3: one bad record never blocks another', () => {
    const settled = settle(
      [entry('a'), entry('b')],
      [
        { id: 'a', result: 'rejected', reason: 'malformed' },
        { id: 'b', result: 'accepted', late: false, hash: 'hash-b' },
      ],
    );
    expect(settled.put.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'returned'],
      ['b', 'accepted'],
    ]);
  });

  it('J4: what took back a rejected command returns with it', () => {
    const settled = settle(
      [entry('a'), entry('b', { state: 'queued', undoes: 'a' })],
      [{ id: 'a', result: 'rejected', reason: 'not_allowed' }],
    );
    expect(settled.put.map(({ state }) => state)).toEqual(['returned', 'returned']);
  });

  it('J5: an interview waits for its attempt: first confirms it, second keeps it here, refusal returns it', () => {
    const waiting = interview('i', {
      state: 'queued',
      handIn: { notBefore: 0, attempt: 't1', attemptConfirmed: false, draft: 'd', caseName: 'Vara' },
    });
    const interviewAfter = (answer: CommandAnswer) =>
      settle([attempt('a'), waiting], [answer]).put.find(({ id }) => id === 'i');
    expect(
      interviewAfter({ id: 'a', result: 'accepted', late: false, hash: 'hash-a', first: true })?.handIn
        ?.attemptConfirmed,
    ).toBe(true);
    expect(
      interviewAfter({ id: 'a', result: 'duplicate', hash: 'hash-a', first: true })?.handIn?.attemptConfirmed,
    ).toBe(true);
    expect(
      interviewAfter({ id: 'a', result: 'accepted', late: true, hash: 'hash-a', first: false })?.state,
    ).toBe('second');
    expect(interviewAfter({ id: 'a', result: 'rejected', reason: 'unknown_reference' })?.state).toBe(
      'returned',
    );
  });

  it('J6: a confirmed interview leaves a masked copy that names no case, and takes draft and link along', () => {
    const settled = settle(
      [interview('i')],
      [{ id: 'i', result: 'accepted', late: false, hash: 'hash-i', at: 'now' }],
    );
    expect(settled.also).toEqual([
      {
        table: 'docs',
        id: 'kept/i',
        value: { id: 'i', payload: '{"answers":[]}', hash: 'hash-i', confirmedAt: 'now' },
      },
      { table: 'drafts', id: 'draft-i', value: undefined },
    ]);
    expect(JSON.stringify(settled)).not.toContain('Vara');
  });

  it('J7: a withdrawn interview is erased here too, and only the fact remains', () => {
    const settled = settle([interview('i')], [{ id: 'i', result: 'withdrawn' }]);
    expect(settled.put).toMatchObject([{ id: 'i', state: 'withdrawn', payload: '' }]);
    expect(settled.put[0]).not.toHaveProperty('handIn');
    expect(settled.also).toEqual([{ table: 'drafts', id: 'draft-i', value: undefined }]);
  });
});
