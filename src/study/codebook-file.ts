import type { Id } from './ids.ts';
import { err, ok, type Result } from './result.ts';
import type { CodeFields } from './rows.ts';
import type { Acts } from './wire.ts';

/** A codebook as a file (questionnaires/schema/codebook.schema.json) made into what `import_codebook` takes. */
export type NewCodes = Acts['import_codebook']['args']['codes'];

interface Both {
  readonly sv: string;
  readonly en: string;
}
interface FileTheme {
  readonly id: string;
  readonly name: Both;
  readonly definition: Both;
  readonly colour: string;
}
interface FileCode extends FileTheme {
  readonly parent: string;
  readonly use: string;
  readonly doNotUse: string;
  readonly example: string;
  readonly questions: readonly string[];
  readonly opposites: readonly string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isBoth = (value: unknown): value is Both =>
  isObject(value) && typeof value.sv === 'string' && typeof value.en === 'string';
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isTheme = (value: unknown): value is FileTheme =>
  isObject(value) &&
  typeof value.id === 'string' &&
  isBoth(value.name) &&
  isBoth(value.definition) &&
  typeof value.colour === 'string';
const isCode = (value: unknown): value is FileCode => {
  if (!isTheme(value)) return false;
  const { parent, use, doNotUse, example, questions, opposites } = value as Partial<FileCode>;
  const texts = [parent, use, doNotUse, example].every((one) => typeof one === 'string');
  return texts && isTexts(questions) && isTexts(opposites);
};

export interface CodebookProblem {
  /** Where in the file: `codes/12`, or the id that is not there. */
  readonly at: string;
  readonly type: 'shape' | 'twice' | 'no_parent';
}

/** Parents come before their children, siblings in the file's order. */
export const readCodebook = (file: unknown, newId: () => Id): Result<NewCodes, CodebookProblem> => {
  if (!isObject(file) || !Array.isArray(file.themes) || !Array.isArray(file.codes))
    return err({ at: '', type: 'shape' });
  const all: readonly unknown[] = [...file.themes, ...file.codes];
  const firstCode = file.themes.length;
  const bad = all.findIndex((one, at) => !(at < firstCode ? isTheme(one) : isCode(one)));
  if (bad >= 0)
    return err({
      at: bad < firstCode ? `themes/${bad}` : `codes/${bad - firstCode}`,
      type: 'shape',
    });
  const items = all as readonly (FileTheme & Partial<FileCode>)[];
  const ids = new Map<string, Id>();
  for (const { id } of items) {
    if (ids.has(id)) return err({ at: id, type: 'twice' });
    ids.set(id, newId());
  }
  const idOf = (key: string): Id | null => ids.get(key) ?? null;
  const ordered = parentsFirst(items);
  if (!ordered.ok) return ordered;
  return ok(
    ordered.value.map((one, order) => ({
      id: idOf(one.id) ?? '',
      key: one.id,
      parent: one.parent === undefined ? null : idOf(one.parent),
      order,
      fields: fieldsOf(one, idOf),
    })),
  );
};

const fieldsOf = (one: FileTheme & Partial<FileCode>, idOf: (key: string) => Id | null): CodeFields => ({
  name_sv: one.name.sv,
  name_en: one.name.en,
  definition_sv: one.definition.sv,
  definition_en: one.definition.en,
  use: one.use ?? '',
  not_use: one.doNotUse ?? '',
  example: one.example ?? '',
  colour: one.colour,
  memo: '',
  questions: one.questions ?? [],
  opposites: (one.opposites ?? []).flatMap((key) => idOf(key) ?? []),
});

const parentsFirst = <T extends { readonly id: string; readonly parent?: string }>(
  items: readonly T[],
): Result<readonly T[], CodebookProblem> => {
  const placed = new Set<string>();
  const ordered: T[] = [];
  let rest = items;
  while (rest.length > 0) {
    const ready = rest.filter(({ parent }) => parent === undefined || placed.has(parent));
    if (ready.length === 0) return err({ at: rest[0]?.id ?? '', type: 'no_parent' });
    for (const one of ready) placed.add(one.id);
    ordered.push(...ready);
    rest = rest.filter(({ id }) => !placed.has(id));
  }
  return ok(ordered);
};
