/** A value that changes, readable at once: what `useSyncExternalStore` takes. `get` returns the same object until it changed. */
export interface Source<T> {
  readonly get: () => T;
  /** Calls back after each change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Cell<T> extends Source<T> {
  readonly set: (value: T) => void;
  readonly update: (change: (value: T) => T) => void;
}

export const createCell = <T>(initial: T): Cell<T> => {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T): void => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Several sources as one list, which is another only when one of them is. */
export const combine = <T>(sources: readonly Source<T>[]): Source<readonly T[]> => {
  let last: readonly T[] = [];
  return {
    get: () => {
      const now = sources.map((source) => source.get());
      if (now.length !== last.length || now.some((value, at) => !Object.is(value, last[at]))) last = now;
      return last;
    },
    subscribe: (listener) => {
      const stops = sources.map((source) => source.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
};
