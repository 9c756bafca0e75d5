import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerRow, CodeRow, InterviewRow, MemoRow, SegmentRow } from '../../study/rows.ts';
import { joined } from '../zip/write.ts';
import { readCodeText, writeCodeText } from './code-text.ts';
import { derivedGuid } from './derived-guid.ts';
import { type CodingRows, projectOf, SETTLED_USER } from './from-rows.ts';
import { readRefi } from './read-file.ts';
import { rowsFrom } from './to-rows.ts';
import { writeQdpx } from './write-file.ts';

const id = (n: number) => `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
const [ANNA, BERTIL, LEAD, WAVE] = [id(1), id(2), id(3), id(4)];
const line = fc.string({
  unit: fc.constantFrom('a', 'ö', ' ', '\\', '[', ']', '😀', 'e\u0301', '\n'),
  maxLength: 12,
});
const odd = fc.oneof(line, fc.constantFrom('[use]', '\\[use]', 'x\n[memo]\ny', ''));

const codeRow = (n: number, parent: string | null): fc.Arbitrary<CodeRow> =>
  fc.record({
    id: fc.constant(id(100 + n)),
    key: fc.constantFrom(null, `krav.kod${n}`),
    parent: fc.constant(parent),
    order: fc.constant(n),
    status: fc.constantFrom('active' as const, 'retired' as const),
    successor: fc.constant(null),
    fields: fc.record({
      name_sv: fc.constant(`kod ${n}`),
      name_en: line.map((text) => text.replaceAll('\n', ' ')),
      definition_sv: odd,
      definition_en: odd,
      use: odd,
      not_use: odd,
      example: odd,
      colour: fc.constant('#1f6f8b'),
      memo: odd,
      questions: fc.subarray(['A1.1', 'A1.2']),
      opposites: fc.constant([]),
    }),
    by: fc.constant(LEAD ?? ''),
    rev: fc.constant(
      Object.fromEntries(
        'name_sv name_en definition_sv definition_en use not_use example colour memo questions opposites place status'
          .split(' ')
          .map((field) => [field, 1]),
      ),
    ),
  });
const codes = fc.tuple(codeRow(1, null), codeRow(2, id(101)), codeRow(3, id(102)), codeRow(4, null));

const interviewRow = (n: number): InterviewRow => ({
  id: id(200 + n),
  wave: WAVE ?? '',
  stratum: 'små',
  instrument: 'hash',
  month: '2026-11',
  role: null,
  language: 'sv',
  mode: null,
  completeness: null,
});
const answerRow = (interview: number, question: string, notes: string): AnswerRow => ({
  id: `${id(200 + interview)}/${question}`,
  interview: id(200 + interview),
  wave: WAVE ?? '',
  question,
  state: 'answered',
  pre: {},
  notes,
  probes: [],
  quotes: [],
  revision: 1,
});
const boundaries = (text: string): readonly number[] => {
  const found = [0];
  for (const point of text) found.push((found.at(-1) ?? 0) + point.length);
  return found;
};
const segmentsOf = (answer: AnswerRow, from: number): fc.Arbitrary<readonly SegmentRow[]> => {
  const places = boundaries(answer.notes);
  if (places.length < 2) return fc.constant([]);
  const place = fc.nat(places.length - 1).map((at) => places[at] ?? 0);
  return fc
    .array(
      fc.record({
        a: place,
        b: place,
        code: fc.constantFrom(1, 2, 3, 4),
        coder: fc.constantFrom(ANNA, BERTIL),
        settled: fc.boolean(),
      }),
      { maxLength: 5 },
    )
    .map((drawn) =>
      drawn
        .filter(({ a, b }) => a !== b)
        .map(
          ({ a, b, code, coder, settled }, at): SegmentRow => ({
            id: `${id(from + at)}/${answer.question}`,
            interview: answer.interview,
            start: Math.min(a, b),
            end: Math.max(a, b),
            revision: 1,
            code: id(100 + code),
            coder: (settled ? LEAD : coder) ?? '',
            codebook: 7,
            ...(settled ? { settled: true as const } : {}),
          }),
        ),
    );
};

const coding: fc.Arbitrary<CodingRows> = fc.tuple(codes, line, line).chain(([all, one, two]) => {
  const answers = [
    answerRow(1, 'A1.1', `${one}.`),
    answerRow(1, 'A1.2', `${two}!`),
    answerRow(2, 'A1.1', ''),
  ];
  return fc.tuple(...answers.map((answer, at) => segmentsOf(answer, 1_000 + at * 100))).chain((segments) => {
    const flat = segments.flat();
    const target = fc.constantFrom<MemoRow['on']>(
      { noun: 'answer', id: answers[0]?.id ?? '' },
      { noun: 'interview', id: id(201) },
      { noun: 'code', id: id(103) },
      ...flat.map((segment) => ({ noun: 'segment' as const, id: segment.id })),
    );
    const memo = fc.record({ on: target, by: fc.constantFrom(ANNA ?? '', BERTIL ?? ''), text: odd });
    return fc.array(memo, { maxLength: 4 }).map((memos) => ({
      interviews: [interviewRow(1), interviewRow(2)],
      answers,
      codes: all,
      segments: flat,
      memos: memos.map((one, at) => ({ id: id(5_000 + at), ...one })),
    }));
  });
});

const sorted = <T extends { readonly id: string }>(rows: readonly T[]) =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
const into = (rows: CodingRows) => ({
  answers: rows.answers,
  personOf: (user: string | null) => user,
  importer: LEAD ?? '',
  codebook: 7,
  newId: () => {
    throw new Error('every id was there already');
  },
});

describe('our own project, out and in again', { timeout: 60_000 }, () => {
  it('gives the same codes, passages, codings, coders and memos', () => {
    fc.assert(
      fc.property(coding, (rows) => {
        const { project } = projectOf(rows, {
          name: 'Övning',
          nameOf: (person) => `Kodare ${person.slice(0, 8)}`,
        });
        const read = readRefi(joined(writeQdpx(project)));
        if (!read.ok) throw new Error(read.error.reason);
        expect(read.value.warnings).toEqual([]);
        const back = rowsFrom(read.value.project, into(rows));
        expect(back.warnings).toEqual([]);
        expect(sorted(back.codes)).toEqual(sorted(rows.codes));
        expect(sorted(back.segments)).toEqual(sorted([...rows.segments]));
        expect(sorted(back.memos)).toEqual(sorted(rows.memos));
      }),
    );
  });

  it('says what a project cannot hold', () => {
    const [rows] = fc.sample(coding, { numRuns: 1, seed: 2 });
    if (rows === undefined) throw new Error('nothing was drawn');
    const [first, ...rest] = rows.codes;
    if (first === undefined) throw new Error('no code was drawn');
    const answer = answerRow(1, 'A1.1', 'hej hej');
    const segment = (n: number, code: string): SegmentRow => ({
      id: `${id(n)}/A1.1`,
      interview: id(201),
      start: 0,
      end: 3,
      revision: 1,
      code,
      coder: ANNA ?? '',
      codebook: 1,
      quote: true,
    });
    const merged: CodeRow = { ...first, status: 'merged', successor: id(104) };
    const proposed: CodeRow = { ...first, id: id(150), parent: null, status: 'proposed' };
    const { project, lost } = projectOf(
      {
        ...rows,
        answers: [answer],
        codes: [merged, proposed, ...rest],
        segments: [segment(1, first.id), segment(2, id(150))],
        memos: [],
      },
      { name: 'x', nameOf: () => '' },
    );
    // What was merged counts where it went, and what lay below it moves up.
    expect(project.sources[0]?.selections[0]?.codings.map(({ code }) => code)).toEqual([id(104)]);
    expect(project.codes.map(({ guid }) => guid)).toEqual([id(102), id(104)]);
    expect(lost.map(({ detail }) => detail)).toEqual([
      'passage of a proposed code',
      'code merged',
      'code proposed',
      'codebook version and revision of a passage',
      'quote of a passage',
    ]);
  });
});

describe("another program's project", () => {
  const source = {
    ...projectOf(
      { interviews: [], answers: [answerRow(1, 'A1.1', 'hej du')], codes: [], segments: [], memos: [] },
      { name: '', nameOf: () => '' },
    ).project.sources[0],
  };
  it('is matched by text alone, never brings one in, and leaves out whom nobody knows', () => {
    const stamp = { by: null, at: null };
    const passage = (n: number, by: string | null, start: number, end: number, description = '') => ({
      guid: `not-a-uuid-${n}`,
      name: '',
      start,
      end,
      description,
      made: stamp,
      changed: stamp,
      codings: [{ guid: id(n), code: id(101), made: { by, at: null }, notes: [] }],
      notes: [],
    });
    const text = (guid: string, content: string, selections: ReturnType<typeof passage>[]) => ({
      ...source,
      guid,
      name: guid,
      text: content,
      description: 'källmemo',
      made: stamp,
      changed: stamp,
      selections,
      codings: [],
      notes: [],
      values: [],
    });
    let made = 0;
    const back = rowsFrom(
      {
        name: '',
        origin: 'Other',
        description: '',
        made: stamp,
        changed: stamp,
        users: [],
        codes: [
          {
            guid: id(101),
            name: 'kod',
            codable: true,
            colour: null,
            description: 'vad den betyder',
            notes: [],
            children: [],
          },
        ],
        variables: [],
        cases: [],
        sources: [
          text('s1', 'hej du', [
            passage(1, ANNA ?? '', 4, 6, 'anmärkning'),
            passage(2, 'x', 0, 3),
            passage(3, ANNA ?? '', 2, 2),
          ]),
          text('s2', 'okänd text', [passage(4, ANNA ?? '', 0, 5)]),
        ],
        memos: [],
        sets: [],
        notes: [],
      },
      {
        answers: [answerRow(1, 'A1.1', 'hej du'), answerRow(2, 'A1.1', 'annat')],
        personOf: (user) => (user === ANNA ? ANNA : null),
        importer: LEAD ?? '',
        codebook: 3,
        newId: () => id(9_000 + made++),
      },
    );
    expect(back.codes[0]).toMatchObject({
      key: null,
      status: 'active',
      fields: { name_sv: 'kod', definition_sv: 'vad den betyder', colour: '#808080' },
    });
    expect(back.segments).toMatchObject([
      { id: `${id(1)}/A1.1`, start: 4, end: 6, coder: ANNA, codebook: 3 },
    ]);
    expect(back.memos.map(({ text: words }) => words)).toEqual(['källmemo', 'anmärkning']);
    expect(back.warnings.map(({ kind }) => kind)).toEqual([
      'remark_on_passage',
      'unknown_coder',
      'empty_selection',
      'no_answer',
    ]);
  });
});

describe('a code in one description', () => {
  it('reads back, whatever stands in its fields', () => {
    fc.assert(
      fc.property(codeRow(1, null), (row) => {
        const { name_sv: _, colour: __, ...fields } = row.fields;
        const text = { key: row.key, status: row.status, order: row.order, fields };
        expect(readCodeText(writeCodeText(text))).toEqual(text);
      }),
    );
  });
});

describe('derived GUIDs', () => {
  it('are RFC 9562 UUIDs, the same for the same text and apart for others', () => {
    const seen = new Set<string>();
    for (let n = 0; n < 50_000; n++) seen.add(derivedGuid(`answer ${id(n)}/A1.1`));
    expect(seen.size).toBe(50_000);
    for (const guid of [...seen].slice(0, 50))
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(derivedGuid('a')).toBe(derivedGuid('a'));
    expect(SETTLED_USER).not.toBe(derivedGuid(''));
  });
});
