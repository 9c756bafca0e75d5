/**
 * Chance that repeats: the same seed gives the same numbers on every machine and in every version.
 * For samples, practice data and tests; never for ids, receipts, codes or keys, which need real chance.
 */
export interface Chance {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform whole number from 0 to below `below`. */
  readonly below: (below: number) => number;
  readonly happens: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of a list by weight; the last if all weigh nothing. */
  readonly weighted: <T>(list: readonly T[], weight: (item: T) => number) => T;
  /** A new list in another order (Fisher and Yates). */
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/** FNV-1a over UTF-16 code units, finished by an avalanche so that seeds that differ by little differ in all. */
const hash = (text: string, start: number): number => {
  let value = start >>> 0;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

/** Generator: xorshift of 128 bits, four words of state from four hashes of the seed. */
export const seeded = (seed: string | number): Chance => {
  const text = String(seed);
  let a = hash(text, 0x811c9dc5);
  let b = hash(text, 0x9e3779b9);
  let c = hash(text, 0x243f6a88);
  let d = hash(text, 0xb7e15162) | 1; // never all zero
  const word = (): number => {
    const t = a ^ (a << 11);
    a = b;
    b = c;
    c = d;
    d = (d ^ (d >>> 19) ^ t ^ (t >>> 8)) >>> 0;
    return d;
  };
  for (let round = 0; round < 16; round++) word();
  const next = (): number => word() / 0x1_0000_0000;
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => at(list, below(list.length));
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick,
    weighted: (list, weight) => {
      let total = 0;
      for (const item of list) total += weight(item);
      let left = next() * total;
      for (const item of list) {
        left -= weight(item);
        if (left < 0) return item;
      }
      return at(list, list.length - 1);
    },
    shuffle: <T>(list: readonly T[]): T[] => {
      const order = [...list];
      for (let last = order.length - 1; last > 0; last--) {
        const other = below(last + 1);
        const moved = at(order, last);
        order[last] = at(order, other);
        order[other] = moved;
      }
      return order;
    },
  };
};

const at = <T>(list: readonly T[], index: number): T => {
  if (index < 0 || index >= list.length) throw new RangeError('chance was asked to pick from an empty list');
  return list[index] as T;
};
