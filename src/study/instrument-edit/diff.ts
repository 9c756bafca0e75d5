import { isObject } from '../definition-reader.ts';
import type { Bilingual } from '../instrument.ts';
import { canonicalJson, type Json } from '../json.ts';
import { at } from './json-path.ts';
import { type Outline, type OutlineQuestion, outlineOf, questionsIn } from './outline.ts';
import { unseenIn } from './unseen.ts';

/** What differs between two versions, as one would tell it. Texts come in pairs, before and after. */
export type Difference =
  | { readonly type: 'title'; readonly before: Bilingual; readonly after: Bilingual }
  | { readonly type: 'script'; readonly part: 'opening' | 'objections' | 'closing' | 'roles' }
  | { readonly type: 'consent_version'; readonly before: string; readonly after: string }
  | {
      readonly type: 'section_added' | 'section_removed';
      readonly section: string;
      readonly title: Bilingual;
    }
  | {
      readonly type: 'section_renamed';
      readonly section: string;
      readonly before: Bilingual;
      readonly after: Bilingual;
    }
  | { readonly type: 'sections_moved'; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly type: 'questions_moved'; readonly section: string; readonly after: readonly string[] }
  | {
      readonly type: 'question_added' | 'question_removed';
      readonly question: string;
      readonly text: Bilingual;
    }
  | (OfQuestion & {
      readonly type: 'wording' | 'instruction';
      readonly before: Bilingual;
      readonly after: Bilingual;
    })
  | (OfQuestion & { readonly type: 'routing'; readonly before: string | null; readonly after: string | null })
  | (OfQuestion & { readonly type: 'claim'; readonly after: boolean })
  | (OfQuestion & {
      readonly type: 'probe_added' | 'probe_removed' | 'probe_changed';
      readonly text: Bilingual;
    })
  | (OfQuestion & { readonly type: 'code_added' | 'code_removed' | 'code_changed'; readonly text: Bilingual })
  | (OfQuestion & { readonly type: 'order'; readonly of: 'probes' | 'codes' })
  | (OfQuestion & { readonly type: 'many'; readonly after: boolean })
  /** Something that the editor does not show. */
  | { readonly type: 'other'; readonly question: string | null };

interface OfQuestion {
  readonly question: string;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
const NONE: Bilingual = { sv: '', en: '' };

/** Empty only where the two are the same content. */
export const diffInstruments = (before: Json, after: Json): readonly Difference[] => {
  if (same(before, after)) return [];
  const [old, now] = [outlineOf(before), outlineOf(after)];
  const found = [
    ...(same(old.title, now.title) ? [] : [{ type: 'title', before: old.title, after: now.title } as const]),
    ...scripts(before, after),
    ...sectionsOf(old, now),
    ...questionsOf(old, now),
    ...others(before, after),
  ];
  // Something differs, be it a name that nobody sees: silence would say that nothing does.
  return found.length > 0 ? found : [{ type: 'other', question: null }];
};

const scripts = (before: Json, after: Json): readonly Difference[] => {
  const version = (definition: Json): string => {
    const value = at(definition, ['consentVersion']);
    return typeof value === 'string' ? value : '';
  };
  const parts = (['opening', 'objections', 'closing', 'roles'] as const)
    .filter((part) => !same(at(before, [part]), at(after, [part])))
    .map((part) => ({ type: 'script', part }) as const);
  const [was, is] = [version(before), version(after)];
  return was === is ? parts : [...parts, { type: 'consent_version', before: was, after: is }];
};

/** Both lists cut to what they share: a move is told only where the rest stands in another order. */
const reordered = (before: readonly string[], after: readonly string[]): boolean => {
  const kept = before.filter((id) => after.includes(id));
  const still = after.filter((id) => before.includes(id));
  return kept.join('\u0000') !== still.join('\u0000');
};

const sectionsOf = (old: Outline, now: Outline): readonly Difference[] => {
  const found: Difference[] = [];
  const was = new Map(old.sections.map((section) => [section.id, section]));
  const is = new Map(now.sections.map((section) => [section.id, section]));
  for (const { id, title } of old.sections) {
    if (!is.has(id)) found.push({ type: 'section_removed', section: id, title });
  }
  for (const { id, title, shortTitle, questions } of now.sections) {
    const earlier = was.get(id);
    if (!earlier) found.push({ type: 'section_added', section: id, title });
    else {
      if (!same([earlier.title, earlier.shortTitle], [title, shortTitle])) {
        found.push({ type: 'section_renamed', section: id, before: earlier.title, after: title });
      }
      const order = questions.map((question) => question.id);
      const earlierOrder = earlier.questions.map((question) => question.id);
      if (reordered(earlierOrder, order)) found.push({ type: 'questions_moved', section: id, after: order });
    }
  }
  const [first, second] = [[...was.keys()], [...is.keys()]];
  if (reordered(first, second)) found.push({ type: 'sections_moved', before: first, after: second });
  return found;
};

const questionsOf = (old: Outline, now: Outline): readonly Difference[] => {
  const was = new Map(questionsIn(old).map((question) => [question.id, question]));
  const is = new Set(questionsIn(now).map((question) => question.id));
  return [
    ...questionsIn(old)
      .filter(({ id }) => !is.has(id))
      .map(({ id, text }) => ({ type: 'question_removed', question: id, text }) as const),
    ...questionsIn(now).flatMap((question): readonly Difference[] => {
      const earlier = was.get(question.id);
      return earlier
        ? questionChanges(earlier, question)
        : [{ type: 'question_added', question: question.id, text: question.text }];
    }),
  ];
};

const questionChanges = (old: OutlineQuestion, now: OutlineQuestion): readonly Difference[] => {
  const question = now.id;
  const found: Difference[] = [];
  if (!same(old.text, now.text)) found.push({ type: 'wording', question, before: old.text, after: now.text });
  if (!same(old.instruction, now.instruction)) {
    const [before, after] = [old.instruction ?? NONE, now.instruction ?? NONE];
    found.push({ type: 'instruction', question, before, after });
  }
  if (old.notApplicableIf !== now.notApplicableIf)
    found.push({ type: 'routing', question, before: old.notApplicableIf, after: now.notApplicableIf });
  if (old.claimBearing !== now.claimBearing) found.push({ type: 'claim', question, after: now.claimBearing });
  found.push(
    ...memberChanges(
      old.probes.map(({ path, id, ...rest }) => ({ id, text: rest.text, rest })),
      now.probes.map(({ path, id, ...rest }) => ({ id, text: rest.text, rest })),
    ).map(
      (change): Difference =>
        change.type === 'order'
          ? { type: 'order', question, of: 'probes' }
          : { type: `probe_${change.type}`, question, text: change.text },
    ),
    ...memberChanges(codesOf(old), codesOf(now)).map(
      (change): Difference =>
        change.type === 'order'
          ? { type: 'order', question, of: 'codes' }
          : { type: `code_${change.type}`, question, text: change.text },
    ),
  );
  const many = new Map(old.lists.map((list) => [list.name, list.many]));
  for (const list of now.lists) {
    if (many.has(list.name) && many.get(list.name) !== list.many)
      found.push({ type: 'many', question, after: list.many });
  }
  return found;
};

interface Member {
  readonly id: string;
  readonly text: Bilingual;
  readonly rest: unknown;
}
type MemberChange =
  | { readonly type: 'added' | 'removed' | 'changed'; readonly text: Bilingual }
  | { readonly type: 'order' };

const codesOf = (question: OutlineQuestion): readonly Member[] =>
  question.lists.flatMap((list) =>
    list.codes.map(({ path, value, ...rest }) => ({
      id: `${list.name}=${value}`,
      text: rest.text,
      rest: { ...rest, title: list.title },
    })),
  );

const memberChanges = (old: readonly Member[], now: readonly Member[]): readonly MemberChange[] => {
  const was = new Map(old.map((member) => [member.id, member]));
  const is = new Set(now.map((member) => member.id));
  const moved = reordered(
    old.map(({ id }) => id),
    now.map(({ id }) => id),
  );
  return [
    ...old.filter(({ id }) => !is.has(id)).map(({ text }) => ({ type: 'removed', text }) as const),
    ...now.flatMap(({ id, text, rest }): readonly MemberChange[] => {
      const earlier = was.get(id);
      if (!earlier) return [{ type: 'added', text }];
      return same(earlier.rest, rest) ? [] : [{ type: 'changed', text }];
    }),
    ...(moved ? [{ type: 'order' } as const] : []),
  ];
};

/** What is in a definition besides what the outline reads, by question. */
const unseenBy = (definition: Json): ReadonlyMap<string | null, readonly unknown[]> => {
  const found = new Map<string | null, unknown[]>();
  const add = (question: string | null, value: unknown): void => {
    found.set(question, [...(found.get(question) ?? []), value]);
  };
  for (const { path, place, name } of unseenIn(definition)) {
    const value = at(definition, path) ?? at(definition, path.slice(0, -1));
    add(place.page === 'question' ? place.id : null, [name, value]);
  }
  for (const name of ['instrumentId', 'closingNotes', 'spellingAlphabet', 'locale']) {
    add(null, isObject(definition) ? (definition[name] ?? null) : null);
  }
  return found;
};

const others = (before: Json, after: Json): readonly Difference[] => {
  const [was, is] = [unseenBy(before), unseenBy(after)];
  const ids = (definition: Json): ReadonlySet<string | null> =>
    new Set(questionsIn(outlineOf(definition)).map(({ id }) => id));
  const [old, now] = [ids(before), ids(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((question) => question === null || (old.has(question) && now.has(question)))
    .filter((question) => !same(was.get(question), is.get(question)))
    .map((question) => ({ type: 'other', question }));
};
