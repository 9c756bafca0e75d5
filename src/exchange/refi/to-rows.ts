import { type Id, isId } from '../../study/ids.ts';
import type { AnswerRow, CodeFields, CodeRow, MemoRow, SegmentRow } from '../../study/rows.ts';
import { CODE_FIELDS } from '../../study/rows.ts';
import { readCodeText } from './code-text.ts';
import { cleanText, positionsIn } from './counting.ts';
import { OFFSETS, OUR_ORIGIN, SETTLED_USER, sourceGuid } from './from-rows.ts';
import type { Guid, RefiCode, RefiCoding, RefiProject, RefiSource } from './model.ts';
import { type Warning, type WarningList, warningList } from './problems.ts';

/** What an import needs of the study it goes into. */
export interface Into {
  readonly answers: Iterable<AnswerRow>;
  /** Who a user of the file is here; null: nobody. */
  readonly personOf: (user: Guid | null) => Id | null;
  readonly importer: Id;
  /** The codebook's version that the segments are put under. */
  readonly codebook: number;
  readonly newId: () => Id;
}

export interface ImportedRows {
  readonly codes: readonly CodeRow[];
  readonly segments: readonly SegmentRow[];
  readonly memos: readonly MemoRow[];
  /** What stays outside, to be shown before anything is imported. */
  readonly warnings: readonly Warning[];
}

/**
 * A project's codes, codings and memos as rows of this study. Texts are never imported: a source is matched to the
 * answer that has exactly its text, so that no way round the masking exists.
 */
export const rowsFrom = (project: RefiProject, into: Into): ImportedRows => {
  const warnings = warningList();
  const ids = new Map<Guid, Id>();
  const idOf = (guid: Guid): Id => {
    const id = ids.get(guid) ?? (isId(guid) ? guid : into.newId());
    ids.set(guid, id);
    return id;
  };
  const ours = project.origin === OUR_ORIGIN;
  const codes = codeRows(project.codes, null, { ours, idOf, by: into.importer });
  const match = matcher(into.answers);
  const memos = new Map(project.memos.map((memo) => [memo.guid, memo]));
  const notes = memoWriter(memos, into, idOf, warnings);
  for (const code of flat(project.codes)) notes.put(code.notes, { noun: 'code', id: idOf(code.guid) });
  const segments = project.sources.flatMap((source): readonly SegmentRow[] => {
    const answer = match(source);
    if (answer === null) {
      warnings.add('no_answer', source.name);
      return [];
    }
    return segmentsIn(source, answer, { into, idOf, notes, warnings });
  });
  return { codes, segments, memos: notes.all(), warnings: warnings.all() };
};

function* flat(codes: readonly RefiCode[]): Generator<RefiCode> {
  for (const code of codes) {
    yield code;
    yield* flat(code.children);
  }
}

const FRESH: CodeRow['rev'] = Object.fromEntries(
  [...CODE_FIELDS, 'place', 'status'].map((field) => [field, 1]),
);
const GREY = '#808080';

const codeRows = (
  codes: readonly RefiCode[],
  parent: Id | null,
  how: { readonly ours: boolean; readonly idOf: (guid: Guid) => Id; readonly by: Id },
): readonly CodeRow[] =>
  codes.flatMap((code, at): readonly CodeRow[] => {
    const id = how.idOf(code.guid);
    const text = readCodeText(how.ours ? code.description : '');
    const fields: CodeFields = {
      ...text.fields,
      ...(how.ours ? {} : { definition_sv: code.description }),
      name_sv: code.name,
      colour: code.colour ?? GREY,
    };
    const row: CodeRow = {
      id,
      key: text.key,
      parent,
      order: how.ours ? text.order : at + 1,
      status: text.status,
      successor: null,
      fields,
      by: how.by,
      rev: FRESH,
    };
    return [row, ...codeRows(code.children, id, how)];
  });

/** By our own GUID where the text is still the same, else by the text where only one answer has it. */
const matcher = (answers: Iterable<AnswerRow>): ((source: RefiSource) => AnswerRow | null) => {
  const byGuid = new Map<Guid, AnswerRow>();
  const byText = new Map<string, AnswerRow | null>();
  for (const answer of answers) {
    byGuid.set(sourceGuid(answer.id), answer);
    const text = cleanText(answer.notes);
    byText.set(text, byText.has(text) ? null : answer);
  }
  return ({ guid, text }) => {
    if (text === null) return null;
    const own = byGuid.get(guid);
    return own !== undefined && cleanText(own.notes) === text ? own : (byText.get(text) ?? null);
  };
};

interface MemoWriter {
  readonly put: (notes: readonly Guid[], on: MemoRow['on']) => void;
  readonly remark: (text: string, on: MemoRow['on'], by: Guid | null) => void;
  readonly all: () => readonly MemoRow[];
}

/** A note on several things becomes a memo on each. */
const memoWriter = (
  memos: ReadonlyMap<Guid, RefiSource>,
  into: Into,
  idOf: (guid: Guid) => Id,
  warnings: WarningList,
): MemoWriter => {
  const rows: MemoRow[] = [];
  const used = new Set<Guid>();
  const author = (user: Guid | null): Id => into.personOf(user) ?? into.importer;
  return {
    put: (notes, on) => {
      for (const note of notes) {
        const memo = memos.get(note);
        if (memo === undefined) continue;
        if (memo.text === null) {
          warnings.add('text_missing', memo.name);
          continue;
        }
        const id = used.has(note) ? into.newId() : idOf(note);
        used.add(note);
        // Only an interview's memo lies on one of its answers: there is no better place in the format.
        const answer = on.noun === 'answer' && memo.name === 'memo interview';
        const target = answer ? { noun: 'interview' as const, id: on.id.slice(0, on.id.indexOf('/')) } : on;
        rows.push({ id, on: target, by: author(memo.made.by), text: memo.text });
      }
    },
    remark: (text, on, by) => {
      if (text !== '') rows.push({ id: into.newId(), on, by: author(by), text });
    },
    all: () => rows,
  };
};

interface Working {
  readonly into: Into;
  readonly idOf: (guid: Guid) => Id;
  readonly notes: MemoWriter;
  readonly warnings: WarningList;
}

const segmentsIn = (source: RefiSource, answer: AnswerRow, working: Working): readonly SegmentRow[] => {
  const { notes, warnings } = working;
  const on = { noun: 'answer', id: answer.id } as const;
  notes.put(source.notes, on);
  notes.remark(source.description, on, source.made.by);
  const offsets = offsetsIn(answer.notes);
  const rows: SegmentRow[] = [];
  const add = (coding: RefiCoding, start: number, end: number): void => {
    const row = segmentOf(coding, answer, [offsets(start), offsets(end)], working);
    if (row !== null) rows.push(row);
  };
  for (const coding of source.codings) add(coding, 0, [...(source.text ?? '')].length);
  for (const selection of source.selections) {
    if (selection.start === selection.end) {
      warnings.add('empty_selection', source.name);
      continue;
    }
    for (const coding of selection.codings) add(coding, selection.start, selection.end);
    notes.put(selection.notes, on);
    if (selection.description !== '') {
      warnings.add('remark_on_passage', source.name);
      notes.remark(selection.description, on, selection.made.by);
    }
  }
  return rows;
};

const segmentOf = (
  coding: RefiCoding,
  answer: AnswerRow,
  [start, end]: readonly [number, number],
  { into, idOf, notes, warnings }: Working,
): SegmentRow | null => {
  const settled = coding.made.by === SETTLED_USER;
  const coder = settled ? into.importer : into.personOf(coding.made.by);
  if (coder === null) {
    warnings.add('unknown_coder', answer.question);
    return null;
  }
  const id = `${idOf(coding.guid)}/${answer.question}`;
  notes.put(coding.notes, { noun: 'segment', id });
  return {
    id,
    interview: answer.interview,
    start,
    end,
    revision: answer.revision,
    code: idOf(coding.code),
    coder,
    codebook: into.codebook,
    ...(settled ? { settled: true } : {}),
  };
};

/** From code points of the clean text to UTF-16 offsets of the notes. */
const offsetsIn = (notes: string): ((position: number) => number) => {
  const positions = positionsIn(notes, OFFSETS);
  const back: number[] = [];
  for (let offset = 0; offset <= notes.length; offset++) {
    const point = positions.at(offset) ?? 0;
    back[point] ??= offset;
  }
  return (position) => back[position] ?? notes.length;
};
