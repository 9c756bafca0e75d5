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
