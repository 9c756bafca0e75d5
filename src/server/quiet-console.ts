import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The API prints a database error whole when a request fails, and a database error can quote the row or the value
 * it failed on. Answers must not reach a log, so while a request is served only the kind of error is printed.
 */
const serving = new AsyncLocalStorage<true>();

/** What of a thrown thing may be printed: its class and its code (an SQLSTATE), never its words. */
export const kindOf = (thing: unknown): string => {
  if (!(thing instanceof Error)) return '';
  const code = 'code' in thing && typeof thing.code === 'string' ? ` ${thing.code}` : '';
  return `${thing.name}${code}`;
};

const METHODS = ['error', 'warn', 'log', 'info', 'debug'] as const;
let hushed = false;

const hush = (): void => {
  if (hushed) return;
  hushed = true;
  for (const method of METHODS) {
    const print = console[method].bind(console);
    console[method] = (...things: unknown[]) => {
      if (!serving.getStore()) return print(...things);
      const kinds = things.map(kindOf).filter((kind) => kind !== '');
      // A denied request is no event for the console: it happens whenever somebody tries.
      if (kinds.length > 0 && method === 'error' && !kinds.includes('PostgresError 42501')) {
        print(`api: ${kinds.join(', ')}`);
      }
    };
  }
};

export const quietly = <T>(work: () => Promise<T>): Promise<T> => {
  hush();
  return serving.run(true, work);
};
