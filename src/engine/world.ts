import type { StorageDep } from '../store/schema.ts';
import type { ClockDep, IdDep, RandomDep } from '../study/ids.ts';
import type { Source } from '../study/source.ts';
import type { TimerDep } from '../sync/pump.ts';
import type { LockDep } from '../sync/session.ts';
import type { Backend } from '../sync/supabase-remote.ts';
import type { KdfDep } from '../vault/kdf.ts';

/** The world as arguments: a browser's (app/world.ts) or a scripted one (test/driver/). */
export interface World extends ClockDep, RandomDep, IdDep, KdfDep, TimerDep, LockDep {
  readonly backend: Backend;
  readonly storage: StorageDep;
  readonly online: Source<boolean>;
  readonly visible: Source<boolean>;
  /** All tabs of this origin; a message does not come back to its sender. */
  readonly channel: (name: string) => Channel;
  /** Waits for the lock, holds it until released; `granted` is called once. */
  readonly lead: (name: string, granted: () => void) => () => void;
  /** Whether any tab has, or waits for, a lock of `lead` whose name begins so. */
  readonly isLed: (prefix: string) => Promise<boolean>;
  /** The lock if it is free now; `steal` takes it from whoever has it. `lost` is called when it is taken away. */
  readonly hold: (
    name: string,
    how: { readonly steal: boolean },
    lost: () => void,
  ) => Promise<(() => void) | null>;
  /** Answers before an unlocked tab would have, ms. */
  readonly keyWait: number;
}

export interface Channel {
  readonly post: (message: unknown) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
  readonly close: () => void;
}
