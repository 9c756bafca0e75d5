import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from './bounds.ts';
import { protectCoarsened } from './coarsen.ts';
import { type BrokenDown, type Protected, protect } from './protect.ts';
import { publish, sumShown } from './publication.ts';
import { joinSmallGroups } from './small-groups.ts';

const table = (counts: readonly (readonly number[])[]): BrokenDown => ({
  groups: counts.map((_, at) => `g${at}`),
  categories: (counts[0] ?? []).map((_, at) => `c${at}`),
  counts,
});
const shown = ({ counts, hidden }: Protected) =>
  counts.map((group, row) => group.map((count, column) => (hidden[row]?.[column] === null ? count : null)));

/** The attacker: every table of whole numbers with these sums and these shown cells, one by one. */
const everySolution = (
  cells: readonly (readonly (number | null)[])[],
  groupSums: readonly number[],
  categorySums: readonly number[],
): number[][][] => {
  const found: number[][][] = [];
  const columns = categorySums.length;
  const tried: number[][] = groupSums.map(() => []);
  const left = [...categorySums];
  const fill = (row: number, column: number, room: number): void => {
    if (row === groupSums.length) {
      if (left.every((sum) => sum === 0)) found.push(tried.map((group) => [...group]));
      return;
    }
    if (column === columns) {
      if (room === 0) fill(row + 1, 0, groupSums[row + 1] ?? 0);
      return;
    }
    const given = cells[row]?.[column] ?? null;
    const most = Math.min(room, left[column] ?? 0);
    for (let count = given ?? 0; count <= (given ?? most) && count <= most; count++) {
      (tried[row] as number[])[column] = count;
      left[column] = (left[column] ?? 0) - count;
      fill(row, column + 1, room - count);
      left[column] = (left[column] ?? 0) + count;
    }
  };
  fill(0, 0, groupSums[0] ?? 0);
  return found;
};
const sums = (counts: readonly (readonly number[])[]) => ({
  groups: counts.map((group) => group.reduce((so, count) => so + count, 0)),
  categories: (counts[0] ?? []).map((_, column) =>
    counts.reduce((so, group) => so + (group[column] ?? 0), 0),
  ),
});

const smallTables = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 9 }))
  .chain(([rows, columns, most]) =>
    fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('bounds of hidden cells', () => {
  it('are what trying every table gives', () => {
    fc.assert(
      fc.property(smallTables, fc.infiniteStream(fc.boolean()), (counts, coins) => {
        const mask = counts.map((group) => group.map(() => coins.next().value === true));
        const cells = counts.map((group, row) =>
          group.map((count, column) => (mask[row]?.[column] ? null : count)),
        );
        const { groups, categories } = sums(counts);
        const solutions = everySolution(cells, groups, categories);
        for (const [row, group] of counts.entries())
          for (const column of group.keys()) {
            const values = solutions.map((solution) => solution[row]?.[column] ?? -1);
            expect(boundsOf(counts, mask, row, column)).toEqual({
              low: Math.min(...values),
              high: Math.max(...values),
            });
          }
      }),
      { numRuns: 200 },
    );
  });
});

describe('protect', () => {
  it('shows a table without small cells as it is', () => {
    expect(
      shown(
        protect(
          table([
            [5, 9],
            [8, 7],
          ]),
        ),
      ),
    ).toEqual([
      [5, 9],
      [8, 7],
    ]);
  });

  it('hides a small cell and what would give it away', () => {
    const got = protect(
      table([
        [3, 12, 15],
        [14, 16, 12],
        [20, 11, 13],
      ]),
    );
    expect(got.hidden[0]?.[0]).toBe('small');
    expect(
      shown(got)
        .flat()
        .filter((count) => count === null).length,
    ).toBeGreaterThanOrEqual(4);
  });

  it('hides a group of which one category holds all or all but one', () => {
    const got = protect(
      table([
        [1, 19],
        [14, 16],
        [20, 11],
      ]),
    );
    expect(got.hidden[0]).toEqual(['group_alike', 'group_alike']);
    expect(
      shown(got)
        .flat()
        .filter((count) => count !== null).length,
    ).toBeLessThanOrEqual(2);
  });

  it('refuses a threshold that protects nobody', () => {
    expect(() =>
      protect(
        table([
          [1, 2],
          [3, 4],
        ]),
        2,
      ),
    ).toThrow(RangeError);
  });

  it('lets nobody who tries every table work out a cell it hides, and shows none that is small', () => {
    fc.assert(
      fc.property(smallTables, fc.integer({ min: 3, max: 5 }), (counts, threshold) => {
        const got = protect(table(counts), threshold);
        const cells = shown(got);
        const { groups, categories } = sums(counts);
        const known = everySolution(cells, groups, categories);
        const bare = everySolution(
          counts.map((group) => group.map(() => null)),
          groups,
          categories,
        );
        const spread = (solutions: number[][][], row: number, column: number) => {
          const values = solutions.map((solution) => solution[row]?.[column] ?? -1);
          return Math.max(...values) - Math.min(...values);
        };
        for (const [row, group] of cells.entries())
          for (const [column, cell] of group.entries()) {
            if (cell !== null) {
              expect(cell).toBeGreaterThanOrEqual(threshold);
              expect(cell).toBeLessThan((groups[row] ?? 0) - 1);
              continue;
            }
            // What the sums alone give away is no secret of the table.
            const open = Math.min(threshold, spread(bare, row, column));
            expect(spread(known, row, column)).toBeGreaterThanOrEqual(open);
          }
      }),
      { numRuns: 300 },
    );
  });
});

describe('coarsened tables', () => {
  it('join what is rare, so that the rest may be shown', () => {
    const got = protectCoarsened(
      table([
        [8, 12, 1],
        [9, 14, 2],
        [11, 10, 0],
      ]),
    );
    expect(got.parts).toEqual([['c1'], ['c0', 'c2']]);
    expect(shown(got)).toEqual([
      [12, 9],
      [14, 11],
      [10, 11],
    ]);
  });

  it('are left alone where all may be shown', () => {
    expect(
      protectCoarsened(
        table([
          [5, 9],
          [8, 7],
        ]),
      ).parts,
    ).toEqual([['c0'], ['c1']]);
  });

  it('let nobody who also knows the sums of what was joined work out a part of it', () => {
    fc.assert(
      fc.property(smallTables, fc.integer({ min: 3, max: 5 }), (counts, threshold) => {
        const got = protectCoarsened(table(counts), threshold);
        const { groups, categories } = sums(counts);
        const bare = everySolution(
          counts.map((group) => group.map(() => null)),
          groups,
          categories,
        );
        const names = categories.map((_, at) => `c${at}`);
        const known = bare.filter((solution) =>
          got.parts.every((parts, column) =>
            solution.every((group, row) => {
              if (got.hidden[row]?.[column] !== null) return true;
              const sum = parts.reduce((so, part) => so + (group[names.indexOf(part)] ?? 0), 0);
              return sum === got.counts[row]?.[column];
            }),
          ),
        );
        const single = new Map(
          got.parts.flatMap((parts, column) => (parts.length === 1 ? [[parts[0], column]] : [])),
        );
        const spread = (solutions: number[][][], row: number, column: number) => {
          const values = solutions.map((solution) => solution[row]?.[column] ?? -1);
          return Math.max(...values) - Math.min(...values);
        };
        for (const [row, group] of counts.entries())
          for (const column of group.keys()) {
            const own = single.get(names[column] ?? '');
            if (own !== undefined && got.hidden[row]?.[own] === null) continue;
            if ((group[column] ?? 0) >= threshold) continue;
            expect(spread(known, row, column)).toBeGreaterThanOrEqual(
              Math.min(threshold, spread(bare, row, column)),
            );
          }
      }),
      { numRuns: 300 },
    );
  });
});

describe('publish', () => {
  const counts = [
    [8, 9],
    [7, 12],
  ];
  const asked = (variable: string, within: readonly string[] = [], background = 'size') => ({
    ...table(counts),
    variable,
    background,
    within,
  });

  it('breaks down a theme or its codes by one background, never both', () => {
    const got = publish([
      asked('krav.klassa', ['krav']),
      asked('krav'),
      asked('krav', [], 'role'),
      asked('krav.iso', ['krav']),
      asked('krav.iso', ['krav'], 'role'),
    ]);
    expect(got.map(({ type }) => type)).toEqual(['table', 'other_level', 'table', 'table', 'other_level']);
  });

  it('protects one thing once, and adds up only what is shown', () => {
    const [one, again] = publish([asked('A2.1'), asked('A2.1')]);
    expect(one?.type === 'table' && again?.type === 'table' && one.table === again.table).toBe(true);
    const hidden = protectCoarsened(
      table([
        [3, 12, 15],
        [14, 16, 12],
        [20, 11, 13],
      ]),
    );
    expect(sumShown(hidden, ['c0'])[0]).toBeNull();
    expect(sumShown(hidden, ['c0', 'c1', 'c2'])).toEqual([30, 42, 44]);
    const [whole] = publish([asked('x')]);
    expect(whole?.type === 'table' && sumShown(whole.table, ['c1'])).toEqual([9, 12]);
  });

  it('gives nothing away across the tables of a report: sums of categories are added from shown cells alone', () => {
    fc.assert(
      fc.property(smallTables, (cells) => {
        const got = protectCoarsened(table(cells), 3);
        const visible = shown(got);
        for (const [column, parts] of got.parts.entries()) {
          expect(sumShown(got, parts)).toEqual(visible.map((group) => group[column]));
          if (parts.length > 1) expect(sumShown(got, parts.slice(1)).every((sum) => sum === null)).toBe(true);
        }
      }),
    );
  });
});

describe('small groups', () => {
  it('are joined with the smaller neighbour until all are large enough', () => {
    expect(joinSmallGroups([40, 3, 20], 5)).toEqual([0, 1, 1]);
    expect(joinSmallGroups([2, 2, 2], 5)).toEqual([0, 0, 0]);
    expect(joinSmallGroups([9, 9], 5)).toEqual([0, 1]);
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), (sizes) => {
        const place = joinSmallGroups(sizes, 5);
        const groups = new Map<number, number>();
        for (const [at, size] of sizes.entries())
          groups.set(place[at] ?? -1, (groups.get(place[at] ?? -1) ?? 0) + size);
        expect(groups.size === 1 || [...groups.values()].every((size) => size >= 5)).toBe(true);
        expect([...place]).toEqual([...place].sort((a, b) => a - b));
      }),
    );
  });
});
