import type { ActFailure, StoreFailure } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import type { Result } from '../study/result.ts';

/** What the app hands these screens of the world. */
export interface SetupWorld {
  readonly newId: () => Id;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly loadShipped: () => Promise<{ readonly definition: string; readonly frame: string }>;
  /** The address that opens the app with a code. */
  readonly startLink: (code: string) => string;
  readonly removePractice: () => Promise<Result<null, ActFailure | StoreFailure>>;
}
