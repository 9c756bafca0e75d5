/** Joins class names; what is absent or false falls away. */
export const cx = (...names: readonly (string | false | undefined)[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ');
