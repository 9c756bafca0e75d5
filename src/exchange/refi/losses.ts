import { fitsXml } from '../xml/write.ts';
import { isDateTime } from './attributes.ts';
import { codesOf, type RefiProject, type RefiSource, type Stamp } from './model.ts';
import { type Warning, type WarningList, warningList } from './problems.ts';
import { isValueOf } from './read-values.ts';

/** What a file of this kind cannot hold of a project, told before it is written. */
export const lossesOf = (project: RefiProject, kind: 'project' | 'codebook'): readonly Warning[] => {
  const warnings = warningList();
  for (const [code] of codesOf(project.codes)) texts(warnings, code.name, [code.name, code.description]);
  for (const set of project.sets) texts(warnings, set.name, [set.name, set.description]);
  if (kind === 'codebook') outsideCodebook(project, warnings);
  else ofProject(project, warnings);
  return warnings.all();
};

const texts = (warnings: WarningList, place: string, all: readonly string[]): void => {
  for (const text of all) if (!fitsXml(text)) warnings.add('character_replaced', place);
};
const dates = (warnings: WarningList, place: string, stamps: readonly Stamp[]): void => {
  for (const { at } of stamps)
    if (at !== null && !isDateTime(at)) warnings.add('bad_date', place, at.slice(0, 40));
};

const ofProject = (project: RefiProject, warnings: WarningList): void => {
  texts(warnings, project.name, [project.name, project.description, project.origin]);
  dates(warnings, project.name, [project.made, project.changed]);
  for (const user of project.users) texts(warnings, user.name, [user.name, user.id]);
  for (const one of project.variables) texts(warnings, one.name, [one.name, one.description]);
  for (const one of project.cases) {
    texts(warnings, one.name, [one.name, one.description]);
    values(warnings, one.name, one.values);
  }
  for (const source of [...project.sources, ...project.memos]) ofSource(source, warnings);
};

const values = (warnings: WarningList, place: string, all: RefiSource['values']): void => {
  for (const { type, value } of all) {
    if (value === null) continue;
    texts(warnings, place, [value]);
    if (!isValueOf(type, value)) warnings.add('bad_value', place, `${type} ${value.slice(0, 40)}`);
  }
};

const ofSource = (source: RefiSource, warnings: WarningList): void => {
  const place = source.name === '' ? source.guid : source.name;
  texts(warnings, place, [source.name, source.description, source.text ?? '']);
  if (source.text === null) warnings.add('text_missing', place);
  values(warnings, place, source.values);
  const codings = [...source.codings, ...source.selections.flatMap((selection) => selection.codings)];
  dates(warnings, place, [
    source.made,
    source.changed,
    ...codings.map((coding) => coding.made),
    ...source.selections.flatMap(({ made, changed }) => [made, changed]),
  ]);
  for (const selection of source.selections) texts(warnings, place, [selection.name, selection.description]);
};

const outsideCodebook = (project: RefiProject, warnings: WarningList): void => {
  const notes = [...codesOf(project.codes)].reduce((sum, [code]) => sum + code.notes.length, 0);
  const members = project.sets.reduce((sum, set) => sum + set.sources.length + set.notes.length, 0);
  const counts: readonly (readonly [string, number])[] = [
    ['users', project.users.length],
    ['sources', project.sources.length],
    ['memos', project.memos.length],
    ['memos of codes', notes],
    ['variables', project.variables.length],
    ['cases', project.cases.length],
    ['members of sets that are no codes', members],
  ];
  for (const [what, count] of counts) if (count > 0) warnings.add('not_in_codebook', 'codebook', what, count);
};
