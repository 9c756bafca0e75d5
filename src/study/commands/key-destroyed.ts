import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { ok } from '../result.ts';

/** This device has destroyed its copies of a wave's field key: the lead's certificate lists those that have not said so. */
export interface KeyDestroyed {
  readonly wave: Id;
  readonly device: Id;
}

export const keyDestroyed: CommandKind<KeyDestroyed> = {
  kind: 'key.destroyed',
  stream: 'cases',
  check: () => ok(null),
  // Its time is the server's: the row comes with the next pull.
  apply: () => [],
  inverse: () => null,
};
