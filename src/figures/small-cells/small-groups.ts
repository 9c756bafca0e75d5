/**
 * Groups of fewer than the threshold are no groups to show: each is joined with the one before or after it in the order
 * given (sizes have an order), whichever is smaller, until all are large enough. Done once for a report, so that no two
 * tables join differently.
 *
 * @param sizes interviews in each group, in order
 * @returns for each group the index of the joined group it belongs to
 */
export const joinSmallGroups = (sizes: readonly number[], threshold: number): readonly number[] => {
  const joined = sizes.map((size, at) => ({ size, members: [at] }));
  for (;;) {
    const small = joined.findIndex(({ size }) => size < threshold);
    if (small === -1 || joined.length === 1) break;
    const before = joined[small - 1];
    const after = joined[small + 1];
    const at = before && (!after || before.size <= after.size) ? small - 1 : small;
    const [one, other] = [joined[at], joined[at + 1]];
    if (!one || !other) break;
    joined.splice(at, 2, { size: one.size + other.size, members: [...one.members, ...other.members] });
  }
  const place = new Array<number>(sizes.length).fill(0);
  for (const [group, { members }] of joined.entries()) for (const member of members) place[member] = group;
  return place;
};
