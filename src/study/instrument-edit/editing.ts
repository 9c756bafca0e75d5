import { isObject } from '../definition-reader.ts';
import type { Json } from '../json.ts';
import { namesIn } from './names.ts';
import { applyPatch, inverseOf, joinTyping, type Patch, patchBetween } from './patch.ts';

/** A definition under work: itself, the way back and forth, and every name it has ever held. All of it is JSON. */
export interface Editing {
  readonly definition: Json;
  /** Oldest first. */
  readonly past: readonly Patch[];
  /** What undo took back, the next to come again last. */
  readonly future: readonly Patch[];
  readonly used: readonly string[];
  /** Hash of the version it was begun from; null: from nothing, or from a file. */
  readonly base: string | null;
}

export const beginEditing = (definition: Json, base: string | null): Editing => ({
  definition,
  past: [],
  future: [],
  used: namesIn(definition),
  base,
});

/** `typing`: a run of letters in one field is one step. Another definition under the same history. */
export const edit = (editing: Editing, next: Json, typing = false): Editing => {
  const patch = patchBetween(editing.definition, next);
  if (patch === null) return editing;
  const last = editing.past.at(-1);
  const joined = typing && editing.future.length === 0 && last ? joinTyping(last, patch) : null;
  return {
    ...editing,
    definition: next,
    past: joined ? [...editing.past.slice(0, -1), ...unlessVoid(joined)] : [...editing.past, patch],
    future: [],
    // Typing changes texts alone, and names are never typed.
    used: typing ? editing.used : [...new Set([...editing.used, ...namesIn(next)])],
  };
};

/** Typed and taken away again: nothing to undo. */
const unlessVoid = (patch: Patch): readonly Patch[] =>
  'before' in patch && patch.before === patch.after ? [] : [patch];

export const undo = (editing: Editing): Editing => {
  const patch = editing.past.at(-1);
  if (!patch) return editing;
  return {
    ...editing,
    definition: applyPatch(editing.definition, inverseOf(patch)),
    past: editing.past.slice(0, -1),
    future: [...editing.future, patch],
  };
};

export const redo = (editing: Editing): Editing => {
  const patch = editing.future.at(-1);
  if (!patch) return editing;
  return {
    ...editing,
    definition: applyPatch(editing.definition, patch),
    past: [...editing.past, patch],
    future: editing.future.slice(0, -1),
  };
};

/** Names that a new thing must not take: those of the draft's whole life, and those of every version given. */
export const takenNames = (editing: Editing, versions: readonly Json[]): ReadonlySet<string> =>
  new Set([...editing.used, ...versions.flatMap(namesIn)]);

/** What lies on the device may be of an older program; anything else than an editing is begun anew. */
export const readEditing = (value: Json): Editing | null => {
  if (!isObject(value) || !isObject(value.definition)) return null;
  const { definition, past, future, used, base } = value;
  if (!Array.isArray(past) || !Array.isArray(future) || !Array.isArray(used)) return null;
  return {
    definition,
    past: past as unknown as readonly Patch[],
    future: future as unknown as readonly Patch[],
    used: used.filter((name): name is string => typeof name === 'string'),
    base: typeof base === 'string' ? base : null,
  };
};
