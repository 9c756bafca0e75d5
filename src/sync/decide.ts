import type { Id } from '../study/ids.ts';
import { FEEDS, type Feed } from '../study/rows.ts';
import { BATCH_LIMIT, type STREAMS, type Stream } from '../study/wire.ts';

/**
 * When to send and fetch. Events only change state; `decide` alone says what happens next. What always holds
 * (numbered as in LAWS.md; decide.test.ts tries each over random histories):
 *  S1 nothing goes out unless this tab leads, the network is up, the session is good, and no wait is due.
 *  S2 one request at a time.
 *  S3 cases, coding and writing leave in the order they were made; no batch overtakes a waiting command.
 *  S4 an interview leaves only after its attempt is confirmed and its delay is over, in a request of interviews alone.
 *  S5 whatever waits is sent or fetched some time: while something is due there is an effect, a request under way, or a wake-up.
 *  S6 no clock put back or forward holds anything up for longer than the longest delay.
 *  S7 after each failure the wait doubles, up to five minutes; focus, reconnect and the user's hand end it.
 */
export interface Waiting {
  readonly id: Id;
  readonly stream: Stream;
  /** Moment before which it must not leave, ms. */
  readonly notBefore: number;
  /** Waits for something else than time. */
  readonly blocked: boolean;
}

export interface SyncState {
  readonly now: number;
  readonly leads: boolean;
  readonly online: boolean;
  readonly signedIn: boolean;
  readonly visible: boolean;
  /** In order of making. */
  readonly queue: readonly Waiting[];
  readonly underWay: boolean;
  readonly pullDue: Readonly<Record<Feed, number>>;
  readonly feeds: readonly Feed[];
  readonly failures: number;
  readonly retryAt: number;
}

export type SyncEvent =
  | { readonly type: 'lead'; readonly leads: boolean }
  | { readonly type: 'network'; readonly online: boolean }
  | { readonly type: 'session'; readonly signedIn: boolean }
  | { readonly type: 'visible'; readonly visible: boolean }
  | { readonly type: 'queue'; readonly queue: readonly Waiting[] }
  | { readonly type: 'feeds'; readonly feeds: readonly Feed[] }
  | { readonly type: 'tick' }
  /** Focus, reconnect, or the user's hand: try now. */
  | { readonly type: 'nudge' }
  | { readonly type: 'begun' }
  | { readonly type: 'pushed'; readonly stream: Stream }
  | { readonly type: 'pulled'; readonly feed: Feed; readonly more: boolean }
  | { readonly type: 'failed'; readonly jitter: number };

export type SyncEffect =
  | { readonly type: 'push'; readonly stream: Stream; readonly ids: readonly Id[] }
  | { readonly type: 'pull'; readonly feed: Feed }
  | { readonly type: 'wake'; readonly at: number };

/** Polling: realtime is missing in one of the database's homes. */
const PULL_EVERY = 60_000;
const PULL_EVERY_HIDDEN = 600_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 300_000;

const dueAll = (now: number): Readonly<Record<Feed, number>> => ({
  study: now,
  interviews: now,
  coding: now,
  own: now,
});

export const initialSyncState = (now: number): SyncState => ({
  now,
  leads: false,
  online: true,
  signedIn: true,
  visible: true,
  queue: [],
  underWay: false,
  pullDue: dueAll(now),
  feeds: FEEDS,
  failures: 0,
  retryAt: 0,
});

/** Feeds in which what a stream did shows: all of them must be pulled before it leaves the fold. */
export const FEEDS_BEHIND: Readonly<Record<Stream, readonly Feed[]>> = {
  interviews: [],
  cases: ['study'],
  coding: ['interviews', 'coding', 'own'],
  writing: ['study'],
};

export const reduce = (before: SyncState, event: SyncEvent, now: number): SyncState => {
  // A clock put back would make every appointment of ours lie years ahead.
  const back = now < before.now ? { retryAt: 0, pullDue: dueAll(now) } : {};
  const state = { ...before, ...back, now };
  switch (event.type) {
    case 'lead':
      return { ...state, leads: event.leads };
    case 'network':
      return { ...state, online: event.online, ...(event.online ? { retryAt: 0, failures: 0 } : {}) };
    case 'session':
      return { ...state, signedIn: event.signedIn, ...(event.signedIn ? { retryAt: 0 } : {}) };
    case 'visible':
      return { ...state, visible: event.visible };
    case 'queue':
      return { ...state, queue: event.queue };
    case 'feeds':
      return { ...state, feeds: event.feeds };
    case 'tick':
      return state;
    case 'nudge':
      return { ...state, retryAt: 0, failures: 0, pullDue: dueAll(now) };
    case 'begun':
      return { ...state, underWay: true };
    case 'pushed': {
      const behind = FEEDS_BEHIND[event.stream];
      const pullDue = { ...state.pullDue, ...Object.fromEntries(behind.map((feed) => [feed, now])) };
      return { ...state, underWay: false, failures: 0, retryAt: 0, pullDue };
    }
    case 'pulled': {
      const next = event.more ? now : now + (state.visible ? PULL_EVERY : PULL_EVERY_HIDDEN);
      const pullDue = { ...state.pullDue, [event.feed]: next };
      return { ...state, underWay: false, failures: 0, retryAt: 0, pullDue };
    }
    case 'failed': {
      const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** state.failures);
      // Jitter spreads a hundred laptops that lost the same server.
      const retryAt = now + wait * (0.75 + 0.5 * event.jitter);
      return { ...state, underWay: false, failures: state.failures + 1, retryAt };
    }
  }
};

/** What of a stream may leave now. */
const sendable = (state: SyncState, stream: Stream): readonly Id[] => {
  const waiting = state.queue.filter((one) => one.stream === stream);
  if (stream === 'interviews')
    return waiting
      .filter(({ blocked, notBefore }) => !blocked && notBefore <= state.now)
      .slice(0, BATCH_LIMIT)
      .map(({ id }) => id);
  const stop = waiting.findIndex(({ blocked, notBefore }) => blocked || notBefore > state.now);
  return (stop < 0 ? waiting : waiting.slice(0, stop)).slice(0, BATCH_LIMIT).map(({ id }) => id);
};

const ORDER: readonly Stream[] = [
  'cases',
  'coding',
  'writing',
  'interviews',
] satisfies readonly (typeof STREAMS)[number][];

export const decide = (state: SyncState): SyncEffect | null => {
  if (!state.leads || !state.online || !state.signedIn || state.underWay) return null;
  if (state.retryAt > state.now) return { type: 'wake', at: state.retryAt };
  for (const stream of ORDER) {
    const ids = sendable(state, stream);
    if (ids.length > 0) return { type: 'push', stream, ids };
  }
  for (const feed of state.feeds) if (state.pullDue[feed] <= state.now) return { type: 'pull', feed };
  const moments = [
    ...state.feeds.map((feed) => state.pullDue[feed]),
    ...state.queue.filter(({ blocked }) => !blocked).map(({ notBefore }) => notBefore),
  ].filter((at) => at > state.now);
  return moments.length === 0 ? null : { type: 'wake', at: Math.min(...moments) };
};
