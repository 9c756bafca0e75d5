import type { DataKey } from '../vault/box.ts';
import type { World } from './world.ts';

/**
 * An unlocked tab hands its key to a new one, so that opening a second tab does not ask again. Keys go from memory to
 * memory within one origin; none is stored, non-extractable ones included.
 */
export interface OpenKey {
  readonly account: string;
  readonly key: DataKey;
}
type KeyMessage =
  | { readonly type: 'ask' }
  | { readonly type: 'key'; readonly open: OpenKey }
  | { readonly type: 'lock' };

export interface KeySharing {
  /** The key of a tab that is open, or null after a short wait. */
  readonly ask: () => Promise<OpenKey | null>;
  readonly announceLock: () => void;
  readonly stop: () => void;
}

/** Of the tab that sends, by account: every tab with an open account holds it or waits for it. */
export const PUMP_LOCK = 'pump-';

export const shareKeys = (
  world: Pick<World, 'channel' | 'isLed' | 'keyWait' | 'now' | 'wakeAt'>,
  current: () => OpenKey | null,
  locked: () => void,
): KeySharing => {
  const channel = world.channel('lagesbild-keys');
  let answered: ((open: OpenKey) => void) | null = null;
  channel.listen((message) => {
    const heard = message as KeyMessage;
    const open = current();
    if (heard.type === 'ask' && open) channel.post({ type: 'key', open } satisfies KeyMessage);
    if (heard.type === 'key') answered?.(heard.open);
    if (heard.type === 'lock') locked();
  });
  return {
    ask: async () => {
      // A tab with an open account leads it or waits to; where none does, nobody is there to answer.
      if (!(await world.isLed(PUMP_LOCK))) return null;
      return new Promise((resolve) => {
        const forget = world.wakeAt(world.now() + world.keyWait, () => resolve(null));
        answered = (open) => {
          forget();
          answered = null;
          resolve(open);
        };
        channel.post({ type: 'ask' } satisfies KeyMessage);
      });
    },
    announceLock: () => channel.post({ type: 'lock' } satisfies KeyMessage),
    stop: () => channel.close(),
  };
};
