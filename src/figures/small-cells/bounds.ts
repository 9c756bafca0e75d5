/**
 * What somebody who knows the margins and the shown cells of a table can tell of a hidden one: the least and the most
 * it can be. Exact, since tables with given margins are flows: what a cell can gain is what can be sent round by other
 * hidden cells (Ford & Fulkerson 1956; for tables Gusfield 1988, SIAM Journal on Computing 17:552).
 */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** `counts[group][category]`, whole numbers; `hidden` of the same shape. */
export const boundsOf = (
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  group: number,
  category: number,
): Bounds => {
  const count = counts[group]?.[category] ?? 0;
  if (hidden[group]?.[category] !== true) return { low: count, high: count };
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  const [from, to] = [group, rows + category];
  const room = () => rest(counts, hidden, rows, columns, group, category);
  return {
    low: count - Math.min(count, flow(room(), from, to)),
    high: count + flow(room(), to, from),
  };
};

/** Nodes are groups, then categories: a hidden cell may grow without end, and shrink to nothing. */
const rest = (
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  rows: number,
  columns: number,
  group: number,
  category: number,
): number[][] => {
  const room = Array.from({ length: rows + columns }, () => new Array<number>(rows + columns).fill(0));
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (hidden[row]?.[column] !== true || (row === group && column === category)) continue;
      const [there, back] = [room[row], room[rows + column]];
      if (there) there[rows + column] = Number.POSITIVE_INFINITY;
      if (back) back[row] = counts[row]?.[column] ?? 0;
    }
  return room;
};

/** Shortest augmenting paths (Edmonds & Karp 1972). Uses up `room`. */
const flow = (room: number[][], from: number, to: number): number => {
  let sent = 0;
  for (;;) {
    const before = pathTo(room, from, to);
    if (before === null) return sent;
    let step = Number.POSITIVE_INFINITY;
    for (let at = to; at !== from; at = before[at] ?? from)
      step = Math.min(step, room[before[at] ?? from]?.[at] ?? 0);
    // Every path back goes through a category that must lose what another gains, so a step is never endless.
    for (let at = to; at !== from; at = before[at] ?? from) {
      const [there, back] = [room[before[at] ?? from], room[at]];
      if (there) there[at] = (there[at] ?? 0) - step;
      if (back) back[before[at] ?? from] = (back[before[at] ?? from] ?? 0) + step;
    }
    sent += step;
  }
};

const pathTo = (room: readonly (readonly number[])[], from: number, to: number): number[] | null => {
  const before = new Array<number>(room.length).fill(-1);
  before[from] = from;
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift())
    for (const [next, left] of (room[at] ?? []).entries())
      if (left > 0 && before[next] === -1) {
        before[next] = at;
        if (next === to) return before;
        queue.push(next);
      }
  return null;
};
