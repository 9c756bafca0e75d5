import { useSyncExternalStore } from 'react';

/** Reads a source of the engine on screen; the shape is stated here since ui/ knows words only. */
export const useSource = <T>(source: {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}): T => useSyncExternalStore(source.subscribe, source.get);
