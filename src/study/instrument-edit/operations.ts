import { isObject } from '../definition-reader.ts';
import { NOTES_TYPE } from '../instrument-properties.ts';
import type { Json } from '../json.ts';
import { stemOf } from '../parse-page.ts';
import { listAt, type Path, put, splice, textAt } from './json-path.ts';
import { freshName, freshQuestion, freshSection, namesIn, slugOf } from './names.ts';

/** Changes of a definition, each a pure function of it; one that does not fit gives the same definition back. */
export type Taken = ReadonlySet<string>;

const EMPTY_OURS = { sv: '', en: '' };
const EMPTY_LIBRARYS = { default: '', en: '' };

const pages = (definition: Json): readonly Json[] => listAt(definition, ['pages']);
const sectionIds = (definition: Json): readonly string[] =>
  listAt(definition, ['sections']).map((section) => textAt(section, ['id']));

/** Moves a member of a list by one or more places; at its end it stays. */
export const moveIn = (definition: Json, list: Path, index: number, by: number): Json => {
  const members = listAt(definition, list);
  const member = members[index];
  const to = index + by;
  if (member === undefined || to < 0 || to >= members.length || by === 0) return definition;
  const without = members.filter((_, place) => place !== index);
  return put(definition, list, [...without.slice(0, to), member, ...without.slice(to)]);
};

export const removeAt = (definition: Json, path: Path): Json => put(definition, path, undefined);

/** Pages in the order of the areas, each area's in their own order, those of no area last. */
const inOrder = (definition: Json): Json => {
  const order = sectionIds(definition);
  const all = pages(definition);
  const sorted = [
    ...order.flatMap((id) => all.filter((page) => textAt(page, ['section']) === id)),
    ...all.filter((page) => !order.includes(textAt(page, ['section']))),
  ];
  return sorted.every((page, index) => page === all[index]) ? definition : put(definition, ['pages'], sorted);
};

export const addSection = (
  definition: Json,
  taken: Taken,
): { readonly definition: Json; readonly id: string } => {
  const id = freshSection(taken);
  const section = { id, title: EMPTY_OURS, shortTitle: EMPTY_OURS };
  const at = listAt(definition, ['sections']).length;
  const withSection = splice(definition, ['sections'], at, 0, [section]);
  return { definition: addQuestion(withSection, id, taken).definition, id };
};

export const moveSection = (definition: Json, index: number, by: number): Json =>
  inOrder(moveIn(definition, ['sections'], index, by));

/** With its questions. */
export const removeSection = (definition: Json, index: number): Json => {
  const id = sectionIds(definition)[index];
  const left = pages(definition).filter((page) => textAt(page, ['section']) !== id);
  return put(removeAt(definition, ['sections', index]), ['pages'], left);
};

/** The last question of an area. */
export const addQuestion = (
  definition: Json,
  section: string,
  taken: Taken,
): { readonly definition: Json; readonly id: string } => {
  const id = freshQuestion(section, taken);
  const name = stemOf(id);
  const page = {
    name,
    title: EMPTY_LIBRARYS,
    questionId: id,
    section,
    claimBearing: false,
    probes: [],
    elements: [{ type: NOTES_TYPE, name: `${name}_notes` }],
  };
  const at = pages(definition).length;
  return { definition: inOrder(splice(definition, ['pages'], at, 0, [page])), id };
};

/** Within its area. */
export const moveQuestion = (definition: Json, index: number, by: 1 | -1): Json => {
  const section = textAt(definition, ['pages', index, 'section']);
  const neighbour = textAt(definition, ['pages', index + by, 'section']);
  return section === neighbour ? moveIn(definition, ['pages'], index, by) : definition;
};

/**
 * Into another area, as its last. It gets that area's next number, and its names with it: a question is printed under its
 * area, and answers before and after stand under different numbers. Conditions that name its lists follow.
 */
export const moveToSection = (
  definition: Json,
  index: number,
  section: string,
  taken: Taken,
): { readonly definition: Json; readonly id: string } => {
  const before = textAt(definition, ['pages', index, 'questionId']);
  if (textAt(definition, ['pages', index, 'section']) === section) return { definition, id: before };
  const id = freshQuestion(section, taken);
  const page = listAt(definition, ['pages'])[index];
  if (page === undefined) return { definition, id: before };
  const own = new Map(
    namesIn({ pages: [page] })
      .filter((name) => !name.includes('=') && name !== before)
      .map((name) => [name, restem(name, stemOf(before), stemOf(id))]),
  );
  const named = renameIn(page, stemOf(before), stemOf(id));
  const placed = put(put(named, ['questionId'], id), ['section'], section);
  const others = pages(definition).filter((_, place) => place !== index);
  const moved = put(definition, ['pages'], [...others, placed]);
  return { definition: inOrder(renameInConditions(moved, own)), id };
};

const restem = (name: string, from: string, to: string): string =>
  name === from ? to : name.startsWith(`${from}_`) ? to + name.slice(from.length) : name;

const renameIn = (page: Json, from: string, to: string): Json => {
  const rename = (json: Json, path: Path): Json => put(json, path, restem(textAt(json, path), from, to));
  let next = rename(page, ['name']);
  listAt(page, ['elements']).forEach((_, index) => {
    next = rename(next, ['elements', index, 'name']);
  });
  listAt(page, ['probes']).forEach((_, index) => {
    next = rename(next, ['probes', index, 'id']);
  });
  return next;
};

const renameInConditions = (definition: Json, names: ReadonlyMap<string, string>): Json =>
  mapConditions(definition, (text) =>
    text.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
      const next = names.get(name);
      return next === undefined ? whole : `{${next}}`;
    }),
  );

const mapConditions = (definition: Json, change: (text: string) => string): Json => {
  let next = definition;
  const apply = (path: Path): void => {
    const text = textAt(next, path);
    if (text !== '') next = put(next, path, change(text));
  };
  pages(definition).forEach((page, index) => {
    apply(['pages', index, 'notApplicableIf']);
    listAt(page, ['probes']).forEach((_, place) => {
      apply(['pages', index, 'probes', place, 'offeredIf']);
    });
  });
  return next;
};

/** A list of pre-codes, before the notes; it comes with one empty pre-code. */
export const addList = (definition: Json, page: number, taken: Taken): Json => {
  const elements: Path = ['pages', page, 'elements'];
  const stem = textAt(definition, ['pages', page, 'name']);
  const all = listAt(definition, elements);
  const notes = all.findIndex((element) => isObject(element) && element.type === NOTES_TYPE);
  const name = freshName(`${stem}_forval`, taken);
  const list = { type: 'radiogroup', name, choices: [newCode(name, taken)] };
  return splice(definition, elements, notes < 0 ? all.length : notes, 0, [list]);
};

const newCode = (list: string, taken: Taken): Json => ({
  value: freshName('kod', taken, `${list}=`),
  text: EMPTY_LIBRARYS,
  definition: EMPTY_OURS,
});

export const addCode = (definition: Json, list: Path, taken: Taken): Json => {
  const choices: Path = [...list, 'choices'];
  const name = textAt(definition, [...list, 'name']);
  return splice(definition, choices, listAt(definition, choices).length, 0, [newCode(name, taken)]);
};

/**
 * A pre-code's value is made from its words while it has never been published; afterwards answers stand under it.
 * `published`: names of the versions there are.
 */
export const nameCode = (definition: Json, code: Path, published: Taken, taken: Taken): Json => {
  const list = textAt(definition, [...code.slice(0, -2), 'name']);
  const value = textAt(definition, [...code, 'value']);
  const base = slugOf(
    textAt(definition, [...code, 'text', 'en']) || textAt(definition, [...code, 'text', 'default']),
  );
  if (!/^kod(_[0-9]+)?$/.test(value) || base === '' || published.has(`${list}=${value}`)) return definition;
  const name = freshName(base, taken, `${list}=`);
  return mapConditions(put(definition, [...code, 'value'], name), (text) =>
    text.includes(`{${list}}`) ? text.replaceAll(`'${value}'`, `'${name}'`) : text,
  );
};

export const setMany = (definition: Json, list: Path, many: boolean): Json => {
  const typed = put(definition, [...list, 'type'], many ? 'checkbox' : 'radiogroup');
  if (many) return typed;
  // Where one may be set, none needs to exclude the others.
  return listAt(typed, [...list, 'choices']).reduce<Json>(
    (next, _, index) => put(next, [...list, 'choices', index, 'exclusive'], undefined),
    typed,
  );
};

export const addProbe = (definition: Json, page: number, taken: Taken): Json => {
  const probes: Path = ['pages', page, 'probes'];
  const stem = textAt(definition, ['pages', page, 'name']);
  const probe = { id: freshName(`${stem}_foljd`, taken), text: EMPTY_OURS, definition: EMPTY_OURS };
  return splice(definition, probes, listAt(definition, probes).length, 0, [probe]);
};

/** A part of the opening or the closing, or an objection card. */
export const addScript = (definition: Json, name: 'opening' | 'objections' | 'closing'): Json => {
  const parts = listAt(definition, [name]);
  const ids = new Set(parts.map((part) => textAt(part, ['id'])));
  const part = { id: freshName('del', ids), title: EMPTY_OURS, text: EMPTY_OURS };
  return splice(definition, [name], parts.length, 0, [part]);
};

/** A member that is optional (a condition, an instruction, a list's heading): empty takes it away. */
export const putOptional = (definition: Json, path: Path, text: string): Json =>
  put(definition, path, text.trim() === '' ? undefined : text);
