import { isObject } from '../definition-reader.ts';
import type { Json } from '../json.ts';
import { type Path, put, splice } from './json-path.ts';

/**
 * The smallest place that holds all of a change, with what stood there before and after; so undo of any depth costs as
 * little as what was typed. In a list: the run of members that differ.
 */
export type Patch =
  | { readonly path: Path; readonly before: Json; readonly after: Json }
  | {
      readonly path: Path;
      readonly index: number;
      readonly removed: readonly Json[];
      readonly added: readonly Json[];
    };

/** null: nothing differs. Values that are one by identity are not looked into. */
export const patchBetween = (before: Json, after: Json): Patch | null => {
  if (before === after) return null;
  const path: (string | number)[] = [];
  let [from, to] = [before, after];
  for (;;) {
    if (Array.isArray(from) && Array.isArray(to)) {
      const [old, now]: readonly (readonly Json[])[] = [from, to];
      if (!old || !now) return null;
      const most = Math.min(old.length, now.length);
      let start = 0;
      while (start < most && old[start] === now[start]) start++;
      let end = 0;
      while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
      const removed = old.slice(start, old.length - end);
      const added = now.slice(start, now.length - end);
      const [was] = removed;
      const [is] = added;
      if (was === undefined || is === undefined || removed.length > 1 || added.length > 1) {
        return removed.length + added.length === 0 ? null : { path, index: start, removed, added };
      }
      path.push(start);
      [from, to] = [was, is];
    } else if (isObject(from) && isObject(to)) {
      const [old, now] = [from, to];
      const keys = Object.keys(old);
      if (keys.join('\u0000') !== Object.keys(now).join('\u0000')) break;
      const differ = keys.filter((key) => old[key] !== now[key]);
      const [key] = differ;
      if (key === undefined) return null;
      if (differ.length > 1) break;
      path.push(key);
      [from, to] = [old[key] ?? null, now[key] ?? null];
    } else break;
  }
  return { path, before: from, after: to };
};

export const applyPatch = (value: Json, patch: Patch): Json =>
  'index' in patch
    ? splice(value, patch.path, patch.index, patch.removed.length, patch.added)
    : patch.path.length === 0
      ? patch.after
      : put(value, patch.path, patch.after);

export const inverseOf = (patch: Patch): Patch =>
  'index' in patch
    ? { ...patch, removed: patch.added, added: patch.removed }
    : { ...patch, before: patch.after, after: patch.before };

/** A text typed on goes into the step before; a new word begins a new one, so that undo takes words and not letters. */
export const joinTyping = (last: Patch, next: Patch): Patch | null => {
  if ('index' in last || 'index' in next) return null;
  const { before, after } = last;
  if (typeof before !== 'string' || typeof after !== 'string' || typeof next.after !== 'string') return null;
  if (last.path.join('/') !== next.path.join('/') || next.before !== after) return null;
  const startsWord = /\s$/.test(after) && next.after.length > after.length && !/\s$/.test(next.after);
  return startsWord ? null : { ...last, after: next.after };
};
