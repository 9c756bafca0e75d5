import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import published from '../../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { isObject } from '../definition-reader.ts';
import type { Json } from '../json.ts';
import { diffInstruments } from './diff.ts';
import { beginEditing, type Editing, edit, readEditing, redo, takenNames, undo } from './editing.ts';
import { listAt, put, textAt } from './json-path.ts';
import { namesIn } from './names.ts';
import {
  addCode,
  addList,
  addProbe,
  addQuestion,
  addSection,
  moveIn,
  moveQuestion,
  moveSection,
  moveToSection,
  nameCode,
  removeAt,
  removeSection,
  setMany,
} from './operations.ts';
import { unseenIn } from './unseen.ts';

const definition: Json = published;

/** A stranger's members wherever something can stand, with keys the editor does not know. */
const withStrangers = (strangers: Readonly<Record<string, Json>>): Json => {
  const add = (value: Json): Json => (isObject(value) ? { ...strangers, ...value } : value);
  const top = add(definition);
  return listAt(top, ['pages']).reduce<Json>(
    (next, page, index) =>
      put(next, ['pages', index], {
        ...(add(page) as object),
        elements: listAt(page, ['elements']).map(add),
        probes: listAt(page, ['probes']).map(add),
      }),
    top,
  );
};

/** Whatever somebody may do in the editor; numbers are taken modulo what there is. */
type Deed = readonly [what: number, a: number, b: number, text: string];
const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.tuple(fc.nat(13), fc.nat(200), fc.nat(200), fc.string({ maxLength: 4 })),
  { maxLength: 12 },
);

const perform = (editing: Editing, [what, a, b, text]: Deed): Editing => {
  const now = editing.definition;
  const taken = takenNames(editing, [definition]);
  const pages = listAt(now, ['pages']);
  const sections = listAt(now, ['sections']);
  const page = pages.length === 0 ? 0 : a % pages.length;
  const section = sections.length === 0 ? 0 : a % sections.length;
  const other = textAt(sections[b % Math.max(1, sections.length)] ?? null, ['id']);
  const list = ['pages', page, 'elements', 0] as const;
  switch (what) {
    case 0:
      return edit(editing, put(now, ['pages', page, 'title', 'default'], text), true);
    case 1:
      return edit(editing, moveQuestion(now, page, b % 2 === 0 ? 1 : -1));
    case 2:
      return edit(editing, moveSection(now, section, b % 2 === 0 ? 1 : -1));
    case 3:
      return edit(editing, removeAt(now, ['pages', page]));
    case 4:
      return edit(editing, removeSection(now, section));
    case 5:
      return edit(editing, addSection(now, taken).definition);
    case 6:
      return edit(editing, addQuestion(now, other === '' ? 'A1' : other, taken).definition);
    case 7:
      return edit(editing, addProbe(now, page, taken));
    case 8:
      return edit(editing, addList(now, page, taken));
    case 9:
      return edit(editing, addCode(now, list, taken));
    case 10:
      return edit(editing, moveIn(now, [...list, 'choices'], b % 3, 1));
    case 11:
      return edit(editing, setMany(now, list, b % 2 === 0));
    case 12:
      return edit(editing, moveToSection(now, page, other === '' ? 'A1' : other, taken).definition);
    default:
      return edit(editing, nameCode(now, [...list, 'choices', 0], new Set(namesIn(definition)), taken));
  }
};

const strangers = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 5 }).map((key) => `x-${key}`),
  fc.jsonValue({ maxDepth: 2 }),
  { minKeys: 1, maxKeys: 3 },
) as fc.Arbitrary<Record<string, Json>>;

/** What the editor does not know of each question that is still there, as it is written. */
const strangeTextOf = (value: Json): ReadonlyMap<string, string> =>
  new Map(
    listAt(value, ['pages']).map((page, index) => [
      textAt(page, ['name']),
      JSON.stringify(
        unseenIn({ pages: [page] }).map(({ path }) => {
          const [, , ...rest] = path;
          return rest.reduce<unknown>(
            (here, step) => (here as Record<string, unknown>)[step],
            listAt(value, ['pages'])[index],
          );
        }),
      ),
    ]),
  );

describe('editing', () => {
  it('keeps what it does not know byte for byte, and the order of members', () => {
    fc.assert(
      fc.property(strangers, deeds, (keys, all) => {
        const begun = withStrangers(keys);
        const before = strangeTextOf(begun);
        // Moves to another area give new names, and what is removed is gone with all that is in it.
        const kept = all.filter(([what]) => ![12, 9, 10].includes(what));
        const done = kept.reduce(perform, beginEditing(begun, null)).definition;
        for (const [name, text] of strangeTextOf(done)) {
          if (before.has(name)) expect(text).toBe(before.get(name));
        }
        const top = (value: Json): string[] => (isObject(value) ? Object.keys(value) : []);
        expect(top(done)).toEqual(top(begun));
      }),
      { numRuns: 60 },
    );
  });

  it('gives back the very same bytes when all of it is undone, and again when redone', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const done = all.reduce(perform, beginEditing(definition, 'h'));
        let back = done;
        for (let step = 0; step < done.past.length; step++) back = undo(back);
        expect(JSON.stringify(back.definition)).toBe(JSON.stringify(definition));
        expect(back.past).toEqual([]);
        expect(undo(back)).toBe(back);
        for (let step = 0; step < done.past.length; step++) back = redo(back);
        expect(JSON.stringify(back.definition)).toBe(JSON.stringify(done.definition));
      }),
      { numRuns: 60 },
    );
  });

  it('goes on after it lay on the device, undo and all', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const done = all.reduce(perform, beginEditing(definition, null));
        const read = readEditing(JSON.parse(JSON.stringify(done)));
        expect(read).toEqual(done);
        if (read) expect(undo(read).definition).toEqual(undo(done).definition);
      }),
      { numRuns: 30 },
    );
    for (const value of [null, 1, {}, { definition: {} }]) expect(readEditing(value)).toBeNull();
  });

  it('never gives a name a second time, not even of what was taken away or undone', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        let editing = beginEditing(definition, null);
        let ever = new Set(namesIn(definition));
        for (const deed of all) {
          const next = perform(editing, deed);
          const before = new Set(namesIn(editing.definition));
          for (const name of namesIn(next.definition)) {
            if (!before.has(name)) expect(ever).not.toContain(name);
          }
          expect(new Set(namesIn(next.definition)).size).toBe(namesIn(next.definition).length);
          ever = new Set([...ever, ...namesIn(next.definition)]);
          editing = undo(next);
          editing = redo(editing);
        }
      }),
      { numRuns: 60 },
    );
    const [gone] = [edit(beginEditing(definition, null), removeAt(definition, ['pages', 2]))];
    expect(addQuestion(gone.definition, 'A1', takenNames(gone, [])).id).toBe('A1.4');
  });

  it('tells a difference exactly where the content differs', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const done = all.reduce(perform, beginEditing(definition, null)).definition;
        const differs = JSON.stringify(done) !== JSON.stringify(definition);
        expect(diffInstruments(definition, done).length > 0).toBe(differs);
      }),
      { numRuns: 60 },
    );
  });

  it('takes back a word at a time, not a letter', () => {
    const path = ['pages', 0, 'title', 'default'] as const;
    let editing = beginEditing(put(definition, path, ''), null);
    for (const text of ['H', 'Hu', 'Hur ', 'Hur m', 'Hur må', 'Hur mår'])
      editing = edit(editing, put(editing.definition, path, text), true);
    expect(textAt(undo(editing).definition, path)).toBe('Hur ');
    expect(textAt(undo(undo(editing)).definition, path)).toBe('');
    const nothing = edit(
      edit(beginEditing(definition, null), put(definition, path, 'x'), true),
      definition,
      true,
    );
    expect(nothing.past).toEqual([]);
  });
});
