import { codesOf, type Guid, type RefiCoding, type RefiProject, type RefiSource } from './model.ts';
import type { WarningList } from './problems.ts';

/**
 * Leaves out what points at nothing, and tells it. A user who is named on a coding but not listed stays: who coded is
 * worth more than a list.
 */
export const withoutDangling = (project: RefiProject, warnings: WarningList): RefiProject => {
  const codes = new Map([...codesOf(project.codes)].map(([code]) => [code.guid, code]));
  const users = new Set(project.users.map((user) => user.guid));
  const sources = new Set(project.sources.map((source) => source.guid));
  const memos = new Set(project.memos.map((memo) => memo.guid));
  const variables = new Set(project.variables.map((variable) => variable.guid));
  const selections = new Set(
    [...project.sources, ...project.memos].flatMap((source) => source.selections.map(({ guid }) => guid)),
  );
  const known = (
    within: { has: (guid: Guid) => boolean },
    guids: readonly Guid[],
    place: string,
    what: string,
  ) =>
    guids.every((guid) => within.has(guid))
      ? guids
      : guids.filter((guid) => {
          if (within.has(guid)) return true;
          warnings.add('unknown_reference', place, what);
          return false;
        });
  const coded = (codings: readonly RefiCoding[], place: string): readonly RefiCoding[] =>
    codings.flatMap((coding) => {
      const code = codes.get(coding.code);
      if (code === undefined) {
        warnings.add('unknown_code', place);
        return [];
      }
      if (!code.codable) warnings.add('coded_theme', place, code.name);
      const by = coding.made.by;
      if (by !== null && !users.has(by)) warnings.add('unknown_user', place);
      return [{ ...coding, notes: known(memos, coding.notes, place, 'NoteRef') }];
    });
  const cleaned = (source: RefiSource): RefiSource => ({
    ...source,
    codings: coded(source.codings, source.name),
    notes: known(memos, source.notes, source.name, 'NoteRef'),
    values: source.values.filter(
      ({ variable }) => known(variables, [variable], source.name, 'VariableRef').length,
    ),
    selections: source.selections.map((selection) => ({
      ...selection,
      codings: coded(selection.codings, source.name),
      notes: known(memos, selection.notes, source.name, 'NoteRef'),
    })),
  });
  const cleanCodes = (all: RefiProject['codes']): RefiProject['codes'] =>
    all.map((code) => ({
      ...code,
      notes: known(memos, code.notes, code.name, 'NoteRef'),
      children: cleanCodes(code.children),
    }));
  return {
    ...project,
    codes: cleanCodes(project.codes),
    sources: project.sources.map(cleaned),
    memos: project.memos.map(cleaned),
    notes: known(memos, project.notes, project.name, 'NoteRef'),
    cases: project.cases.map((one) => ({
      ...one,
      codes: known(codes, one.codes, one.name, 'CodeRef'),
      sources: known(sources, one.sources, one.name, 'SourceRef'),
      selections: known(selections, one.selections, one.name, 'SelectionRef'),
      values: one.values.filter(
        ({ variable }) => known(variables, [variable], one.name, 'VariableRef').length,
      ),
    })),
    sets: project.sets.map((set) => ({
      ...set,
      codes: known(codes, set.codes, set.name, 'MemberCode'),
      sources: known(sources, set.sources, set.name, 'MemberSource'),
      notes: known(memos, set.notes, set.name, 'MemberNote'),
    })),
  };
};
