const known: number[] = [0];

/** log(n!), by adding up, so that the same n always gives the same digits. */
export const logFactorial = (n: number): number => {
  for (let next = known.length; next <= n; next++) known.push((known[next - 1] ?? 0) + Math.log(next));
  return known[n] ?? Number.NaN;
};

export const logChoose = (n: number, k: number): number =>
  logFactorial(n) - logFactorial(k) - logFactorial(n - k);
