import { canonicalJson } from './json.ts';

/** The shared pool of a wave: cases without an assignee are lent, a block at a time. */
export interface Pool {
  readonly on: boolean;
  /** How long a lease lasts. */
  readonly hours: number;
  /** How many cases a device holds ahead. */
  readonly block: number;
}
export const NO_POOL: Pool = { on: false, hours: 24, block: 20 };

/** With fewer interviewers there is no pool: they know of each other's calls. The server says the same. */
const POOL_FROM = 4;

export const mayHavePool = (interviewers: number): boolean => interviewers >= POOL_FROM;

const within = (value: unknown, least: number, most: number, fallback: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : fallback;

/** Text of the wave's `pool`; what is missing or not understood is as without one. */
export const readPool = (text: string | undefined): Pool => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null) return NO_POOL;
    const given = value as Partial<Readonly<Record<keyof Pool, unknown>>>;
    return {
      on: given.on === true,
      hours: within(given.hours, 1, 168, NO_POOL.hours),
      block: within(given.block, 1, 100, NO_POOL.block),
    };
  } catch {
    return NO_POOL; // '' is none
  }
};

export const writePool = (pool: Pool): string =>
  canonicalJson(pool) === canonicalJson(NO_POOL) ? '' : canonicalJson({ ...pool });
