import { isObject } from '../definition-reader.ts';
import type { Json } from '../json.ts';

/**
 * Places in a JSON value, and pure changes there. What is not on the way to the place is handed over as it is, by
 * identity, and members keep their order: so whatever the editor does not know stays byte for byte.
 */
export type Step = string | number;
export type Path = readonly Step[];

/** undefined: there is nothing. */
export const at = (value: Json | undefined, path: Path): Json | undefined => {
  let here = value;
  for (const step of path) {
    if (typeof step === 'number') here = Array.isArray(here) ? here[step] : undefined;
    else here = isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  }
  return here;
};

export const textAt = (value: Json, path: Path): string => {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
};

export const listAt = (value: Json, path: Path): readonly Json[] => {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
};

/**
 * Puts a value at a place; undefined takes the member away. Objects that are missing on the way are made; a step that
 * does not fit what stands there (a member of a text, an index beyond the list's end) changes nothing.
 */
export const put = (value: Json, path: Path, next: Json | undefined): Json => {
  const [step, ...rest] = path;
  if (step === undefined) return next ?? value;
  if (typeof step === 'number') {
    if (!Array.isArray(value) || step < 0 || step >= value.length) return value;
    const list: readonly Json[] = value;
    if (rest.length === 0 && next === undefined) return list.filter((_, index) => index !== step);
    const member = put(list[step] ?? null, rest, next);
    return member === list[step] ? value : list.map((one, index) => (index === step ? member : one));
  }
  if (!isObject(value)) return value;
  const stands = Object.hasOwn(value, step);
  if (rest.length === 0 && next === undefined) {
    return stands ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== step)) : value;
  }
  if (!stands && next === undefined) return value;
  const before = stands ? (value[step] ?? null) : {};
  const member = rest.length === 0 ? (next ?? null) : put(before, rest, next);
  if (stands && member === value[step]) return value;
  return stands
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === step ? member : one]))
    : { ...value, [step]: member };
};

/** Takes `remove` members out of the list at a place and puts others there; no list there: a new one. */
export const splice = (
  value: Json,
  path: Path,
  index: number,
  remove: number,
  added: readonly Json[],
): Json => {
  const list = listAt(value, path);
  return put(value, path, [...list.slice(0, index), ...added, ...list.slice(index + remove)]);
};

/** JSON Pointer (RFC 6901). */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Digits are indexes: no member of an instrument is named by a number. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^(0|[1-9][0-9]*)$/.test(step) ? Number(step) : step));
