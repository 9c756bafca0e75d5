import type { Store, Write } from '../store/port.ts';
import { createReplica, type Replica, readCursor } from '../store/replica.ts';
import type { ClockDep, Id, RandomDep } from '../study/ids.ts';
import type { Feed } from '../study/rows.ts';
import { type Cell, createCell, type Source } from '../study/source.ts';
import type { CommandAnswer, SentCommand, Stream } from '../study/wire.ts';
import { createClockCheck } from './clock-check.ts';
import {
  decide,
  FEEDS_BEHIND,
  initialSyncState,
  reduce,
  type SyncEvent,
  type SyncState,
  type Waiting,
} from './decide.ts';
import type { Entry, Journal } from './journal.ts';
import { forgetBackedUp, offerAgain } from './kept.ts';
import type { Remote, RemoteFailure } from './remote.ts';
import { settle } from './settle.ts';

/** Carries out what `decide` says, one request at a time, for the tab that holds the lock. */
export interface TimerDep {
  /** Calls back once at or after `at` (ms); returns the way to forget it. */
  readonly wakeAt: (at: number, callback: () => void) => () => void;
}
export interface PumpDeps extends ClockDep, RandomDep, TimerDep {
  readonly newId: () => string;
  /** A random delay before an offered-again interview leaves, ms. */
  readonly delay: () => number;
}

export interface PumpStatus {
  readonly pulling: boolean;
  readonly pulled: number;
  readonly lastPull: number | null;
  readonly retryAt: number | null;
  readonly hasSent: boolean;
  readonly failure: RemoteFailure | null;
  /** This device's clock minus the server's, ms; null: not known yet. */
  readonly clockError: number | null;
}

export interface Pump {
  readonly status: Source<PumpStatus>;
  readonly dispatch: (event: SyncEvent) => void;
  /** Resolves when nothing is under way and nothing can be done at present. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
}

const PULL_SIZE = 1_000;
/** "Inget har lämnat den här datorn" stands on every screen until this document is there. */
export const HAS_SENT = 'has-sent';

/** The longest random delay before an interview leaves. */
export const LONGEST_DELAY_MS = 120 * 60_000;

/** A moment further off than any delay was set by a clock that has been put right since: it is over. */
const dueAt = (notBefore: number, now: number): number =>
  notBefore > now + LONGEST_DELAY_MS ? now : notBefore;

export const waitingOf = (entries: readonly Entry[], now: number): readonly Waiting[] =>
  entries
    .filter(({ state }) => state === 'queued' || state === 'sent')
    .map(({ id, stream, state, handIn }) => ({
      id,
      stream,
      notBefore: state === 'sent' ? 0 : dueAt(handIn?.notBefore ?? 0, now),
      blocked: handIn !== undefined && !handIn.attemptConfirmed,
    }));

const toSent = ({ id, kind, payload, base }: Entry): SentCommand => ({
  id,
  kind,
  payload,
  ...(base ? { base } : {}),
});

/** Fisher and Yates: the order of making does not show in the order of sending. */
const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] => {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [mixed[last] as T, mixed[other] as T];
    mixed[last] = b;
    mixed[other] = a;
  }
  return mixed;
};

export const createPump = (
  deps: PumpDeps,
  parts: {
    readonly store: Store;
    readonly journal: Journal;
    readonly remote: Remote;
    readonly hasSent: boolean;
  },
  /** A feed was pulled to its end; `changed`: with rows in it. True: it told the server something, so fetch again. */
  pulledFeed: (changed: boolean) => Promise<boolean>,
): Pump => {
  const { store, journal, remote } = parts;
  const status: Cell<PumpStatus> = createCell<PumpStatus>({
    pulling: false,
    pulled: 0,
    lastPull: null,
    retryAt: null,
    hasSent: parts.hasSent,
    failure: null,
    clockError: null,
  });
  const checkClock = createClockCheck(deps, remote);
  let state: SyncState = initialSyncState(deps.now());
  let replica: Replica = createReplica(store, deps.newId);
  let forgetWake = (): void => undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  /** By feed, entries accepted before the pull under way began: that pull brings what they did in it. */
  const acceptedBefore = new Map<Feed, readonly Id[]>();
  /** Feeds pulled since an entry was accepted; it leaves the fold when all that its stream shows in are. */
  const seenIn = new Map<Id, Set<Feed>>();
  /** Pages of a feed were written since its pull began. */
  const touched = new Set<Feed>();

  const note = (change: Partial<PumpStatus>): void => status.update((old) => ({ ...old, ...change }));

  const failed = (failure: RemoteFailure): SyncEvent[] => {
    note({ failure, pulling: false });
    if (failure.type === 'signed_out')
      return [
        { type: 'session', signedIn: false },
        { type: 'failed', jitter: deps.random() },
      ];
    return [{ type: 'failed', jitter: deps.random() }];
  };

  const push = async (stream: Stream, ids: readonly Id[]): Promise<SyncEvent[]> => {
    const wanted = new Set(ids);
    const due = journal.entries.get().filter(({ id }) => wanted.has(id));
    const batch = stream === 'interviews' ? shuffled(due, deps.random) : due;
    // Frozen before the first byte leaves: whatever happens now, it is this text that was offered.
    const frozen = batch.map((entry): Entry => ({ ...entry, state: 'sent' }));
    const first: Write[] = status.get().hasSent ? [] : [{ table: 'docs', id: HAS_SENT, value: true }];
    const kept = await journal.commit({ put: frozen, also: first });
    if (!kept.ok) return [{ type: 'failed', jitter: deps.random() }];
    const answers = await remote.push(stream, frozen.map(toSent));
    note({ hasSent: true });
    if (!answers.ok) return failed(answers.error);
    const done = await keepAnswers(answers.value);
    if (!done) return [{ type: 'failed', jitter: deps.random() }];
    note({ failure: null });
    return [{ type: 'pushed', stream }];
  };

  const keepAnswers = async (answers: readonly CommandAnswer[]): Promise<boolean> => {
    const settled = settle(journal.entries.get(), answers);
    // An answer to nothing that was asked is no answer: a proxy's page, another server.
    if (settled.put.length + settled.remove.length === 0) return false;
    const done = await journal.commit(settled);
    return done.ok;
  };

  const pull = async (feed: Feed): Promise<SyncEvent[]> => {
    if (!acceptedBefore.has(feed)) {
      const accepted = journal.entries.get().filter(({ state: at }) => at === 'accepted');
      acceptedBefore.set(
        feed,
        accepted.map(({ id }) => id),
      );
    }
    note({ pulling: true, pulled: status.get().pulling ? status.get().pulled : 0 });
    const cursor = await readCursor(store, feed);
    const page = await remote.pull(feed, cursor?.cursor ?? '', PULL_SIZE);
    if (!page.ok) return failed(page.error);
    const { rows, reset, epoch, more } = page.value;
    const restored = cursor !== null && cursor.epoch !== epoch;
    if (restored) await offerAgain(deps, store, journal);
    if (rows.length > 0 || reset || cursor?.cursor !== page.value.cursor || restored) {
      const applied = await replica.apply(page.value);
      if (!applied.ok) {
        replica = createReplica(store, deps.newId);
        return failed({ type: 'busy' });
      }
      if (rows.length > 0 || reset) touched.add(feed);
    }
    note({ pulled: status.get().pulled + rows.length, failure: null });
    if (more) return [{ type: 'pulled', feed, more }];
    const remove = shownBy(feed, acceptedBefore.get(feed) ?? []);
    acceptedBefore.delete(feed);
    await forgetBackedUp(store, remote);
    const again = await pulledFeed(touched.delete(feed));
    if (remove.length > 0) await journal.commit({ remove });
    note({ pulling: false, lastPull: deps.now(), clockError: await checkClock() });
    const news: readonly SyncEvent[] = again ? [{ type: 'pulled', feed: 'study', more: true }] : [];
    return [{ type: 'pulled', feed, more }, ...news];
  };

  /** Of entries accepted before `feed` was pulled, those that every feed behind their stream has brought by now. */
  const shownBy = (feed: Feed, accepted: readonly Id[]): readonly Id[] => {
    const entries = new Map(journal.entries.get().map((entry) => [entry.id, entry]));
    return accepted.filter((id) => {
      const entry = entries.get(id);
      const seen = (seenIn.get(id) ?? new Set<Feed>()).add(feed);
      seenIn.set(id, seen);
      const shown = entry?.state === 'accepted' && FEEDS_BEHIND[entry.stream].every((one) => seen.has(one));
      if (shown || !entry) seenIn.delete(id);
      return shown;
    });
  };

  const step = async (): Promise<void> => {
    for (;;) {
      forgetWake();
      if (stopped) return;
      state = reduce(
        state,
        { type: 'queue', queue: waitingOf(journal.entries.get(), deps.now()) },
        deps.now(),
      );
      const effect = decide(state);
      note({ retryAt: state.retryAt > state.now ? state.retryAt : null });
      if (effect === null) return;
      if (effect.type === 'wake') {
        forgetWake = deps.wakeAt(effect.at, () => dispatch({ type: 'tick' }));
        return;
      }
      state = reduce(state, { type: 'begun' }, deps.now());
      const events = effect.type === 'push' ? await push(effect.stream, effect.ids) : await pull(effect.feed);
      for (const event of events) state = reduce(state, event, deps.now());
    }
  };

  const dispatch = (event: SyncEvent): void => {
    if (stopped) return;
    if (event.type === 'lead' && event.leads && !state.leads) replica = createReplica(store, deps.newId);
    state = reduce(state, event, deps.now());
    running = running.then(step);
  };

  return {
    status,
    dispatch,
    idle: async () => {
      let seen: Promise<void> | null = null;
      while (seen !== running) {
        seen = running;
        await running;
      }
    },
    stop: () => {
      stopped = true;
      forgetWake();
    },
  };
};
