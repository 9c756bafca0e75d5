import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doneIdOf } from '../../src/study/commands/done-set.ts';
import { judgementIdOf } from '../../src/study/commands/judgement-set.ts';
import type { AnswerRow } from '../../src/study/rows.ts';
import {
  type CodingScene,
  change,
  fieldsOf,
  NOTES,
  newCodeCommand,
  openCodingScene,
  roundOf,
  seen,
  segmentOn,
  send,
} from './coding.ts';
import { command } from './commands.ts';
import { newPerson, type Person, value } from './people.ts';

const ACCEPTED = { result: 'accepted', late: false };
const LATE = { result: 'accepted', late: true };

describe('the coding stream', () => {
  let scene: CodingScene;
  let answer: AnswerRow;
  let code: string;
  beforeAll(async () => {
    scene = await openCodingScene();
    [answer] = scene.answers as [AnswerRow];
    [code] = scene.codes as [string];
  });
  afterAll(() => scene.home.stop());

  it('takes segments and gives them back to every coder, and to no interviewer', async () => {
    const { coder, other, lead, interviewer } = scene;
    const segment = segmentOn(answer, code, { quote: true, made: `search:${randomUUID()}` });
    const sent = change([segment]);
    expect(await send(coder, sent)).toMatchObject(ACCEPTED);
    expect(await send(coder, sent)).toMatchObject({ result: 'duplicate' });
    for (const reader of [coder, other, lead])
      expect((await seen(reader, 'segment')).get(segment.id)).toEqual({ ...segment, coder: coder.id });
    for (const feed of ['coding', 'own'] as const) expect((await interviewer.pull(feed)).rows).toEqual([]);
  });

  it('recodes in one command, and undoes by the exchange of the two lists', async () => {
    const { coder, other, codes } = scene;
    const first = segmentOn(answer, code);
    const second = segmentOn(answer, codes[1] ?? '', { start: 5, end: 20 });
    await send(coder, change([first]));
    expect(await send(coder, change([second], [first.id]))).toMatchObject(ACCEPTED);
    expect((await seen(other, 'segment')).has(first.id)).toBe(false);
    expect(await send(coder, change([first], [second.id]))).toMatchObject(ACCEPTED);
    const after = await seen(other, 'segment');
    expect([after.has(first.id), after.has(second.id)]).toEqual([true, false]);
    // Gone already: the same wish twice.
    expect(await send(coder, change([], [second.id]))).toMatchObject(LATE);
  });

  it('takes a batch whole or not at all', async () => {
    const { coder } = scene;
    const good = segmentOn(answer, code);
    const bad = segmentOn(answer, code, { end: 4_000 });
    expect(await send(coder, change([good, bad]))).toMatchObject({ result: 'rejected', reason: 'malformed' });
    expect((await seen(coder, 'segment')).has(good.id)).toBe(false);
    const many = Array.from({ length: 1_000 }, () => segmentOn(answer, code));
    expect(await send(coder, change(many))).toMatchObject(ACCEPTED);
    expect(
      await send(
        coder,
        change(
          [],
          many.map(({ id }) => id),
        ),
      ),
    ).toMatchObject(ACCEPTED);
    expect(await send(coder, change([...many, good]))).toMatchObject({ reason: 'too_large' });
  });

  it('rejects what is wrong in it, and nothing else', async () => {
    const { coder, other, lead, interviewer } = scene;
    const own = segmentOn(answer, code);
    await send(coder, change([own]));
    const malformed = [
      segmentOn(answer, code, { start: 9, end: 9 }),
      segmentOn(answer, code, { start: -1 }),
      segmentOn(answer, code, { revision: 9 }),
      segmentOn(answer, code, { id: randomUUID() }),
      segmentOn(answer, code, { made: 'Karin i Habo' }),
      { ...segmentOn(answer, code), text: NOTES },
      own,
    ];
    for (const bad of malformed)
      expect(await send(coder, change([bad])), JSON.stringify(bad)).toMatchObject({ reason: 'malformed' });
    expect(await send(coder, change([]))).toMatchObject({ reason: 'malformed' });
    const elsewhere = [
      segmentOn(answer, randomUUID()),
      segmentOn({ ...answer, interview: randomUUID() }, code),
      segmentOn({ ...answer, question: 'A9.9' }, code),
      segmentOn(answer, code, { round: randomUUID() }),
    ];
    for (const bad of elsewhere)
      expect(await send(coder, change([bad])), JSON.stringify(bad)).toMatchObject({
        reason: 'unknown_reference',
      });
    expect(await send(other, change([], [own.id]))).toMatchObject({ reason: 'not_allowed' });
    expect(await send(lead, change([], [own.id]))).toMatchObject({ reason: 'not_allowed' });
    expect(await send(interviewer, change([segmentOn(answer, code)]))).toMatchObject({
      reason: 'not_allowed',
    });
    expect((await seen(other, 'segment')).has(own.id)).toBe(true);
  });

  it('marks, flags, is through with, notes, judges and links, and takes each back', async () => {
    const { coder, other } = scene;
    const segment = segmentOn(answer, code);
    await send(coder, change([segment]));
    const memo = randomUUID();
    const on = { noun: 'segment', id: segment.id };
    const judged = judgementIdOf(answer.interview, 'basis_klassa', coder.id, null);
    const both: readonly (readonly [string, object, object, Parameters<typeof seen>[1], string])[] = [
      [
        'done.set',
        { answer: answer.id, round: null, done: true },
        { answer: answer.id, round: null, done: false },
        'done',
        doneIdOf(answer.id, coder.id, null),
      ],
      [
        'flag.set',
        { answer: answer.id, on: true },
        { answer: answer.id, on: false },
        'flag',
        `${answer.id}/${coder.id}`,
      ],
      ['memo.put', { memo, on, text: 'Tveksamt.' }, { memo, on, text: null }, 'memo', memo],
      [
        'example.set',
        { code, segment: segment.id, on: true },
        { code, segment: segment.id, on: false },
        'example',
        `${code}/${segment.id}`,
      ],
      [
        'judgement.set',
        { interview: answer.interview, judgement: 'basis_klassa', round: null, value: 'framgar_ej' },
        { interview: answer.interview, judgement: 'basis_klassa', round: null, value: null },
        'judgement',
        judged,
      ],
    ];
    for (const [kind, there, gone, table, id] of both) {
      expect(await send(coder, command(kind, there)), kind).toMatchObject(ACCEPTED);
      expect((await seen(other, table)).has(id), kind).toBe(true);
      expect(await send(coder, command(kind, gone)), kind).toMatchObject(ACCEPTED);
      expect((await seen(other, table)).has(id), kind).toBe(false);
    }
    await send(coder, command('segment.mark', { segment: segment.id, quote: true }));
    expect((await seen(other, 'segment')).get(segment.id)).toMatchObject({ quote: true });
    expect(await send(other, command('segment.mark', { segment: segment.id, quote: false }))).toMatchObject({
      reason: 'not_allowed',
    });
  });

  it('overwrites one’s own judgement and memo, lets nobody else’s be touched, and guards what is written', async () => {
    const { coder, other } = scene;
    const judge = (value: string) =>
      command('judgement.set', { interview: answer.interview, judgement: 'basis_iso', round: null, value });
    await send(coder, judge('yes'));
    await send(coder, judge('no'));
    const id = judgementIdOf(answer.interview, 'basis_iso', coder.id, null);
    expect((await seen(other, 'judgement')).get(id)).toMatchObject({ value: 'no', coder: coder.id });
    const memo = randomUUID();
    const on = { noun: 'answer', id: answer.id };
    await send(coder, command('memo.put', { memo, on, text: 'Första' }));
    await send(coder, command('memo.put', { memo, on, text: 'Andra' }));
    expect((await seen(other, 'memo')).get(memo)).toEqual({ id: memo, on, by: coder.id, text: 'Andra' });
    expect(await send(other, command('memo.put', { memo, on, text: 'Tredje' }))).toMatchObject({
      reason: 'not_allowed',
    });
    expect(
      await send(coder, command('memo.put', { memo: randomUUID(), on, text: 'Ring 070-123 45 67' })),
    ).toMatchObject({ reason: 'identifies', at: 'memo' });
  });

  it('keeps a search for its author alone', async () => {
    const { coder, other, lead } = scene;
    const search = randomUUID();
    const keep = { name: 'Uppföljning', query: 'följ* upp', question: null };
    expect(await send(coder, command('search.put', { search, keep }))).toMatchObject(ACCEPTED);
    expect((await seen(coder, 'search')).get(search)).toEqual({ id: search, ...keep });
    for (const reader of [other, lead]) expect((await seen(reader, 'search')).size).toBe(0);
    await send(other, command('search.put', { search, keep: { ...keep, name: 'Stulen' } }));
    await send(other, command('search.put', { search, keep: null }));
    expect((await seen(coder, 'search')).get(search)).toEqual({ id: search, ...keep });
  });

  it('masks under segments: their offsets follow, and late ones are carried over', async () => {
    const { coder, other } = scene;
    const [, , , , free] = scene.answers as [AnswerRow, AnswerRow, AnswerRow, AnswerRow, AnswerRow];
    const before = segmentOn(free, code, { start: 0, end: 2 });
    const inside = segmentOn(free, code, { start: 4, end: 10 });
    const across = segmentOn(free, code, { start: 8, end: 20 });
    const behind = segmentOn(free, code, { start: 25, end: 30 });
    await send(coder, change([before, inside, across, behind]));
    const mask = { answer: free.id, revision: 1, start: 3, end: 15, placeholder: '[ORT]' };
    await send(other, command('answer.redact', mask));
    const late = segmentOn(free, code, { start: 20, end: 30 });
    expect(await send(coder, change([late]))).toMatchObject(LATE);
    const moved = await seen(coder, 'segment');
    const place = (id: string) => {
      const row = moved.get(id);
      return [row?.start, row?.end, row?.revision];
    };
    expect(place(before.id)).toEqual([0, 2, 2]);
    expect(place(inside.id)).toEqual([3, 8, 2]);
    expect(place(across.id)).toEqual([3, 13, 2]);
    expect(place(behind.id)).toEqual([18, 23, 2]);
    expect(place(late.id)).toEqual([13, 23, 2]);
  });

  it('takes what was made before its author was deactivated, late', async () => {
    const { home, lead, other } = scene;
    const leaver = await newPerson(home, lead, 'coder', 'Leaver');
    value(await lead.act('deactivate_person', { person: leaver.id }));
    const segment = segmentOn(answer, code);
    expect(await send(leaver, change([segment]))).toMatchObject(LATE);
    expect((await seen(other, 'segment')).get(segment.id)).toMatchObject({ coder: leaver.id });
  });
});

describe('withdrawal', () => {
  it('takes all coding of the interview, and later commands on it are passed over', async () => {
    const scene = await openCodingScene();
    const { home, coder, other, lead, codes, wave } = scene;
    const [answer] = scene.answers as [AnswerRow];
    const [code] = codes as [string];
    const segment = segmentOn(answer, code);
    const on = { noun: 'segment', id: segment.id };
    await send(coder, change([segment]));
    await send(coder, command('example.set', { code, segment: segment.id, on: true }));
    await send(coder, command('done.set', { answer: answer.id, round: null, done: true }));
    await send(coder, command('flag.set', { answer: answer.id, on: true }));
    await send(coder, command('memo.put', { memo: randomUUID(), on, text: 'Om det sagda' }));
    await send(
      coder,
      command('judgement.set', {
        interview: answer.interview,
        judgement: 'basis_iso',
        round: null,
        value: 'yes',
      }),
    );
    const round = roundOf(wave.id, { blind: false, coders: [coder.id] });
    value(await lead.act('create_round', round));
    value(await lead.act('close_round', { round: round.round }));
    const decision = {
      round: round.round,
      interview: answer.interview,
      question: 'A1.1',
      span: null,
      coders: [coder.id],
      verdict: 'a',
      value: null,
      note: '',
    };
    const settled = segmentOn(answer, code, { settled: true });
    const settle = { decision: randomUUID(), row: decision, remove: [], add: [settled] };
    expect(await send(lead, command('decision.put', settle))).toMatchObject(ACCEPTED);
    const step = await other.pull('coding');
    expect(
      step.rows.filter(({ row }) => JSON.stringify(row).includes(answer.interview)).length,
    ).toBeGreaterThan(5);
    const [row] = await home.sql<{ receipt_hash: string }>(
      'select receipt_hash from interview where id = $1',
      [answer.interview],
    );
    await other.client.rpc('withdraw', { receipt_hash: row?.receipt_hash });
    const rest = await other.pull('coding', step.cursor);
    const gone = new Set(rest.rows.filter(({ row: one }) => one === null).map(({ table }) => table));
    expect(gone).toEqual(new Set(['segment', 'example', 'done', 'flag', 'memo', 'judgement', 'decision']));
    for (const table of ['segment', 'example', 'done', 'flag', 'memo', 'judgement', 'decision'] as const)
      expect((await seen(other, table)).size, table).toBe(0);
    expect(await send(coder, change([segmentOn(answer, code)]))).toMatchObject(LATE);
    await home.stop();
  });
});

describe('the codebook', () => {
  let scene: CodingScene;
  let lead: Person;
  let coder: Person;
  beforeAll(async () => {
    scene = await openCodingScene();
    ({ lead, coder } = scene);
  });
  afterAll(() => scene.home.stop());

  const made = async (name: string, parent: string | null = null): Promise<string> => {
    const code = randomUUID();
    expect(await send(coder, newCodeCommand(name, { code, parent }))).toMatchObject(ACCEPTED);
    return code;
  };
  const codeOf = async (id: string) => (await seen(lead, 'code')).get(id);
  const edit = (code: string, fields: object, rev: object) =>
    command('code.edit', { code, fields }, rev as Record<string, number>);
  const move = (code: string, parent: string | null, place: number, order = 2) =>
    command('code.move', { code, parent, order }, { place });
  const merge = (code: string, into: string | null, status: number) =>
    command('code.merge', { code, into }, { status });

  it('merges edits of disjoint fields, and keeps both values of one field', async () => {
    const code = await made('Avtal');
    expect(await send(coder, edit(code, { use: 'När avtal nämns.' }, { use: 1 }))).toMatchObject(ACCEPTED);
    expect(await send(lead, edit(code, { not_use: 'Inte annars.' }, { not_use: 1 }))).toMatchObject(ACCEPTED);
    expect(await send(lead, edit(code, { use: 'När avtal sägs.' }, { use: 1 }))).toMatchObject({
      result: 'conflict',
      reason: 'stale',
      current: { use: { value: 'När avtal nämns.', rev: 2 } },
    });
    expect(await codeOf(code)).toMatchObject({
      fields: { use: 'När avtal nämns.', not_use: 'Inte annars.' },
    });
  });

  it('keeps every version of a code, and each new one makes a new version of the codebook', async () => {
    const code = await made('Version ett');
    await send(coder, edit(code, { name_sv: 'Version två' }, { name_sv: 1 }));
    await send(lead, move(code, scene.codes[0] ?? null, 1));
    const versions = [...(await seen(coder, 'code_version')).values()].filter((row) => row.code === code);
    expect(versions.map(({ was }) => [was.fields.name_sv, was.parent, was.order])).toEqual([
      ['Version ett', null, 1],
      ['Version två', null, 1],
      ['Version två', scene.codes[0], 2],
    ]);
    const [first] = versions.map(({ version }) => version);
    expect(versions.map(({ version }) => version)).toEqual([0, 1, 2].map((step) => (first ?? 0) + step));
    const frozen = { id: randomUUID(), label: 'Före rundan', note: '' };
    expect(value(await lead.act('freeze_codebook', frozen))).toEqual({ version: (first ?? 0) + 2 });
    expect((await seen(coder, 'codebook_version')).get(frozen.id)).toMatchObject({ label: 'Före rundan' });
  });

  it('never ties a knot, whoever moves or merges what at once', async () => {
    const [a, b, c] = [await made('A'), await made('B'), await made('C')];
    expect(await send(coder, move(a, b, 1))).toMatchObject(ACCEPTED);
    expect(await send(coder, move(b, c, 1))).toMatchObject(ACCEPTED);
    expect(await send(lead, move(c, a, 1))).toMatchObject({
      result: 'conflict',
      current: { place: { value: { parent: null, order: 1 }, rev: 1 } },
    });
    expect(await send(lead, move(a, a, 2))).toMatchObject({ result: 'conflict' });
    expect(await send(coder, merge(a, b, 1))).toMatchObject(ACCEPTED);
    expect(await send(lead, merge(b, a, 1))).toMatchObject({
      result: 'conflict',
      current: { status: { value: { status: 'active', successor: null }, rev: 1 } },
    });
    expect(await codeOf(a)).toMatchObject({ status: 'merged', successor: b });
    expect(await send(lead, merge(a, null, 2))).toMatchObject(ACCEPTED);
    expect(await codeOf(a)).toMatchObject({ status: 'active', successor: null });
  });

  it('retires and restores, and rejects what is wrong in it', async () => {
    const code = await made('Snart borta');
    const status = (to: string, rev: number) => command('code.status', { code, status: to }, { status: rev });
    expect(await send(coder, status('retired', 1))).toMatchObject(ACCEPTED);
    expect(await send(lead, status('active', 1))).toMatchObject({ result: 'conflict' });
    expect(await send(lead, status('active', 2))).toMatchObject(ACCEPTED);
    expect(await send(coder, status('borta', 3))).toMatchObject({ reason: 'malformed' });
    for (const bad of [
      edit(code, {}, {}),
      edit(code, { name_sv: '', name_en: '' }, { name_sv: 1, name_en: 1 }),
      edit(code, { colour: 'red' }, { colour: 1 }),
      edit(code, { use: 'x' }, { use: 7 }),
      edit(code, { use: 'x' }, {}),
      edit(code, { secret: 'x' }, { secret: 1 }),
      command('code.create', { code: randomUUID(), key: 'Å', parent: null, order: 1, fields: fieldsOf('x') }),
    ])
      expect(await send(coder, bad), bad.payload).toMatchObject({ reason: 'malformed' });
    expect(await send(coder, edit(randomUUID(), { use: 'x' }, { use: 1 }))).toMatchObject({
      reason: 'unknown_reference',
    });
    expect(await send(scene.interviewer, newCodeCommand('x'))).toMatchObject({ reason: 'not_allowed' });
  });

  it('takes a second code of one lasting name without the name, and imports none of them', async () => {
    const code = randomUUID();
    expect(await send(coder, newCodeCommand('Samma', { code, key: 'tema.kod_0' }))).toMatchObject(LATE);
    expect(await codeOf(code)).toMatchObject({ key: null });
    const again = { id: randomUUID(), key: 'tema.kod_1', parent: null, order: 1, fields: fieldsOf('x') };
    const orphan = { ...again, key: null, parent: randomUUID() };
    const before = (await seen(lead, 'code')).size;
    expect(await lead.act('import_codebook', { label: 'x', note: '', codes: [again] })).toMatchObject({
      reason: 'wrong_state',
    });
    const half = [{ ...again, id: randomUUID(), key: null }, orphan];
    expect(await lead.act('import_codebook', { label: 'x', note: '', codes: half })).toMatchObject({
      reason: 'malformed',
    });
    expect((await seen(lead, 'code')).size).toBe(before);
  });
});
