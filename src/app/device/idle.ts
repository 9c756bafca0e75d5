import { createCell, type Source } from '../../study/source.ts';

/** Minutes without a key or a touch before the device locks itself; 0: never. */
export const LOCK_AFTER = [5, 15, 60, 0] as const;
export type LockAfter = (typeof LOCK_AFTER)[number];
const DEFAULT: LockAfter = 15;
const KEY = 'lagesbild.lock-after';
/** Other tabs need not hear of every key. */
const TELL_EVERY_MS = 5_000;

/** Never while an interview is open: somebody may be talking, and the keyboard rests. */
export const isIdle = (now: number, lastActive: number, after: LockAfter): boolean =>
  after !== 0 && now - lastActive >= after * 60_000;

export interface LockPreference extends Source<LockAfter> {
  readonly set: (after: LockAfter) => void;
}

/** Says nothing of anybody, so it lies in clear; where storage is closed to us it lasts as long as the page. */
export const openLockPreference = (storage: () => Storage): LockPreference => {
  const read = (): LockAfter => {
    try {
      const kept = storage().getItem(KEY);
      return LOCK_AFTER.find((after) => String(after) === kept) ?? DEFAULT;
    } catch {
      return DEFAULT;
    }
  };
  const cell = createCell<LockAfter>(read());
  return {
    ...cell,
    set: (after) => {
      cell.set(after);
      try {
        storage().setItem(KEY, String(after));
      } catch {
        // Kept for this page only.
      }
    },
  };
};

export interface ActivityDeps {
  readonly now: () => number;
  /** Calls back on each key and touch in this tab. */
  readonly onActivity: (active: () => void) => () => void;
  /** Calls back every few seconds, and when the tab is looked at again after sleep. */
  readonly onTick: (tick: () => void) => () => void;
  readonly channel: {
    post: (message: unknown) => void;
    listen: (heard: () => void) => void;
    close: () => void;
  };
}

/** Calls `lock` once nobody has touched any tab for the chosen time. Returns how to stop. */
export const watchIdle = (
  { now, onActivity, onTick, channel }: ActivityDeps,
  after: () => LockAfter,
  lock: () => void,
): (() => void) => {
  let lastActive = now();
  let lastTold = 0;
  channel.listen(() => {
    lastActive = now();
  });
  const stops = [
    onActivity(() => {
      lastActive = now();
      if (lastActive - lastTold < TELL_EVERY_MS) return;
      lastTold = lastActive;
      channel.post('active');
    }),
    onTick(() => {
      if (isIdle(now(), lastActive, after())) lock();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    channel.close();
  };
};
