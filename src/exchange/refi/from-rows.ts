import { successorOf } from '../../study/codes.ts';
import type { Id } from '../../study/ids.ts';
import type { AnswerRow, CodeRow, InterviewRow, MemoRow, SegmentRow } from '../../study/rows.ts';
import { answerOf, byPlace } from '../../study/segments.ts';
import { writeCodeText } from './code-text.ts';
import { cleanText, positionsIn } from './counting.ts';
import { derivedGuid } from './derived-guid.ts';
import {
  EMPTY_PROJECT,
  type Guid,
  NO_STAMP,
  type RefiCode,
  type RefiCoding,
  type RefiProject,
  type RefiSelection,
  type RefiSource,
} from './model.ts';
import { type Warning, type WarningList, warningList } from './problems.ts';

/** The coding of a wave as the reader may see it: what of a blind round is not theirs is not in these rows. */
export interface CodingRows {
  readonly interviews: readonly InterviewRow[];
  readonly answers: Iterable<AnswerRow>;
  readonly codes: readonly CodeRow[];
  readonly segments: Iterable<SegmentRow>;
  readonly memos: readonly MemoRow[];
}

export interface ProjectAbout {
  readonly name: string;
  /** Of a coder or a memo's author; "Kodare 1" where names should stay here. */
  readonly nameOf: (person: Id) => string;
}

export const OUR_ORIGIN = 'Lägesbild';
/** What was settled is nobody's own coding: it has a user of its own. */
export const SETTLED_USER: Guid = '5e771ed0-0000-4000-8000-000000000000';
const SETTLED_NAME = 'Avgjort (settled)';

export const OFFSETS = { unit: 'utf16', crlf: 2, lf: 1, mark: 1 } as const;
export const sourceGuid = (answer: string): Guid => derivedGuid(`answer ${answer}`);
const questionVariable = derivedGuid('variable question');
const BACKGROUND = ['stratum', 'month', 'role', 'language', 'mode', 'completeness'] as const;

/** Rows to a project other programs read, and what of the rows it cannot hold. */
export const projectOf = (
  rows: CodingRows,
  about: ProjectAbout,
): { readonly project: RefiProject; readonly lost: readonly Warning[] } => {
  const lost = warningList();
  const codes = new Map(rows.codes.map((code) => [code.id, code]));
  const tree = treeOf(rows.codes);
  const segments = groupedBy(writable(rows.segments, codes, lost), answerOf);
  const memos = groupedBy(rows.memos, ({ on }) => `${on.noun} ${on.id}`);
  const notesOn = (noun: MemoRow['on']['noun'], id: string): readonly Guid[] =>
    (memos.get(`${noun} ${id}`) ?? []).map((memo) => memo.id);
  const answers = [...rows.answers].filter(({ notes, id }) => notes !== '' || segments.has(id));
  const byInterview = groupedBy(answers, ({ interview }) => interview);
  const first = new Map<Id, string>();
  for (const { interview, id } of answers) if (!first.has(interview)) first.set(interview, id);
  const sources = answers.map((answer): RefiSource => {
    const { id, interview, question, notes } = answer;
    const own = first.get(interview) === id ? notesOn('interview', interview) : [];
    return {
      guid: sourceGuid(id),
      name: `${question} ${interview}`,
      text: cleanText(notes),
      description: '',
      made: NO_STAMP,
      changed: NO_STAMP,
      selections: selectionsOf(answer, segments.get(id) ?? [], codes, notesOn),
      codings: [],
      notes: [...notesOn('answer', id), ...own],
      values: [{ variable: questionVariable, type: 'Text', value: question }],
    };
  });
  tellLost(rows, segments, lost);
  for (const { on } of rows.memos)
    if (on.noun === 'interview' && !first.has(on.id))
      lost.add('not_in_project', on.id, 'memo of an empty interview');
  const people = new Set<Id>();
  let settled = false;
  for (const segment of [...segments.values()].flat()) {
    if (segment.settled) settled = true;
    else people.add(segment.coder);
  }
  for (const memo of rows.memos) people.add(memo.by);
  const project: RefiProject = {
    ...EMPTY_PROJECT,
    name: about.name,
    origin: OUR_ORIGIN,
    users: [
      ...[...people].sort().map((guid) => ({ guid, name: about.nameOf(guid), id: '' })),
      ...(settled ? [{ guid: SETTLED_USER, name: SETTLED_NAME, id: '' }] : []),
    ],
    codes: writeTree(tree, null, notesOn),
    variables: [
      { guid: questionVariable, name: 'question', type: 'Text', description: '' },
      ...BACKGROUND.map((name) => ({
        guid: variableGuid(name),
        name,
        type: 'Text' as const,
        description: '',
      })),
    ],
    cases: rows.interviews.map((interview) => ({
      guid: interview.id,
      name: interview.id,
      description: '',
      codes: [],
      values: BACKGROUND.flatMap((name) => {
        const value = interview[name];
        return value === null ? [] : [{ variable: variableGuid(name), type: 'Text' as const, value }];
      }),
      sources: (byInterview.get(interview.id) ?? []).map(({ id }) => sourceGuid(id)),
      selections: [],
    })),
    sources,
    memos: rows.memos.map(({ id, on, by, text }) => ({
      guid: id,
      name: `memo ${on.noun}`,
      text,
      description: '',
      made: { by, at: null },
      changed: NO_STAMP,
      selections: [],
      codings: [],
      notes: [],
      values: [],
    })),
  };
  return { project, lost: lost.all() };
};

const variableGuid = (name: string): Guid => derivedGuid(`variable ${name}`);

type NotesOn = (noun: MemoRow['on']['noun'], id: string) => readonly Guid[];

/** Segments of one range are one selection, each a coding of its own with its coder. */
const selectionsOf = (
  { id, notes }: AnswerRow,
  segments: readonly SegmentRow[],
  codes: ReadonlyMap<Id, CodeRow>,
  notesOn: NotesOn,
): readonly RefiSelection[] => {
  if (segments.length === 0) return [];
  const positions = positionsIn(notes, OFFSETS);
  const ranges = groupedBy([...segments].sort(byPlace), ({ start, end }) => `${start} ${end}`);
  return [...ranges].map(([range, alike]): RefiSelection => {
    const [one] = alike;
    return {
      guid: derivedGuid(`passage ${id} ${range}`),
      name: '',
      start: positions.at(one?.start ?? 0) ?? 0,
      end: positions.at(one?.end ?? 0) ?? 0,
      description: '',
      made: NO_STAMP,
      changed: NO_STAMP,
      codings: alike.map(
        (segment): RefiCoding => ({
          guid: segment.id.slice(0, segment.id.indexOf('/')),
          code: successorOf((code) => codes.get(code), segment.code),
          made: { by: segment.settled ? SETTLED_USER : segment.coder, at: null },
          notes: notesOn('segment', segment.id),
        }),
      ),
      notes: [],
    };
  });
};

/** Codes that are written, by the nearest one above that is written too. */
type Tree = ReadonlyMap<Id | null, readonly CodeRow[]>;

const stands = ({ status }: CodeRow): boolean => status === 'active' || status === 'retired';

const treeOf = (rows: readonly CodeRow[]): Tree => {
  const codes = new Map(rows.map((row) => [row.id, row]));
  const above = (row: CodeRow): Id | null => {
    for (let at = row.parent; at !== null; at = codes.get(at)?.parent ?? null) {
      const parent = codes.get(at);
      if (parent && stands(parent)) return at;
    }
    return null;
  };
  const tree = new Map<Id | null, CodeRow[]>();
  for (const row of rows.filter(stands)) {
    const siblings = tree.get(above(row)) ?? [];
    siblings.push(row);
    tree.set(above(row), siblings);
  }
  for (const siblings of tree.values()) siblings.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return tree;
};

const writeTree = (tree: Tree, parent: Id | null, notesOn: NotesOn): readonly RefiCode[] =>
  (tree.get(parent) ?? []).map((row) => ({
    guid: row.id,
    name: row.fields.name_sv || row.fields.name_en,
    codable: true,
    colour: row.fields.colour,
    description: writeCodeText(row),
    notes: notesOn('code', row.id),
    children: writeTree(tree, row.id, notesOn),
  }));

/** Codings of a code that only its author sees yet stay here. */
const writable = (
  segments: Iterable<SegmentRow>,
  codes: ReadonlyMap<Id, CodeRow>,
  lost: WarningList,
): readonly SegmentRow[] =>
  [...segments].filter((segment) => {
    const code = codes.get(successorOf((id) => codes.get(id), segment.code));
    if (code !== undefined && stands(code)) return true;
    lost.add('not_in_project', answerOf(segment), 'passage of a proposed code');
    return false;
  });

const tellLost = (
  { codes }: CodingRows,
  segments: ReadonlyMap<string, readonly SegmentRow[]>,
  lost: WarningList,
): void => {
  for (const { status, fields } of codes)
    if (status === 'merged' || status === 'proposed')
      lost.add('not_in_project', fields.name_sv, `code ${status}`);
  for (const [answer, all] of segments)
    for (const segment of all) {
      lost.add('not_in_project', answer, 'codebook version and revision of a passage');
      for (const field of ['quote', 'round', 'made'] as const)
        if (segment[field] !== undefined) lost.add('not_in_project', answer, `${field} of a passage`);
    }
};

export const groupedBy = <T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
