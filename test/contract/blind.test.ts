import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerRow, Feed } from '../../src/study/rows.ts';
import {
  type CodingScene,
  change,
  newCodeCommand,
  openCodingScene,
  roundOf,
  seen,
  segmentOn,
  send,
} from './coding.ts';
import { command } from './commands.ts';
import { newPerson, type Person, value } from './people.ts';

const FEEDS: readonly Feed[] = ['study', 'interviews', 'coding', 'own'];
const LATE = { result: 'accepted', late: true };

/** Everything that the API gives a person from nothing, and where each feed's cursor stands after it. */
const everything = async (
  person: Person,
): Promise<{ readonly text: string; readonly cursors: readonly string[] }> => {
  let text = '';
  const cursors: string[] = [];
  for (const feed of FEEDS) {
    let cursor = '';
    for (let more = true; more; ) {
      const page = await person.pull(feed, cursor, 7);
      text += JSON.stringify(page.rows);
      more = page.more;
      cursor = page.cursor;
    }
    cursors.push(cursor);
  }
  return { text, cursors };
};

/** Attacks on a blind round by the API: what one coder does must leave no trace in what any other can get. */
describe('a blind round', () => {
  let scene: CodingScene;
  let answer: AnswerRow;
  let code: string;
  let round: string;
  /** A lead who does not code in it. */
  let watcher: Person;
  /** Ids and words that only the other coder knows. */
  const secrets: string[] = [];
  const hidden = {
    segment: '',
    code: randomUUID(),
    memo: randomUUID(),
    proposal: randomUUID(),
    earlier: '',
    bystander: '',
  };

  beforeAll(async () => {
    scene = await openCodingScene();
    [answer] = scene.answers.filter(({ question }) => question === 'A1.1') as [AnswerRow];
    [code] = scene.codes as [string];
    const { home, lead, coder, other, wave } = scene;
    watcher = await newPerson(home, lead, 'lead', 'Watcher');
    const earlier = segmentOn(answer, code);
    hidden.earlier = earlier.id;
    await send(other, change([earlier]));
    expect((await seen(coder, 'segment')).has(earlier.id)).toBe(true);
    const plan = roundOf(wave.id, {
      coders: [coder.id, other.id, lead.id],
      judgements: ['basis_iso'],
      interviews: scene.answers
        .map(({ interview }) => interview)
        .filter((id, at, all) => all.indexOf(id) === at),
    });
    round = plan.round;
    expect(value(await lead.act('create_round', plan))).toEqual({ round, codebook: 1 });
  });
  afterAll(() => scene.home.stop());

  const work = async (): Promise<void> => {
    const { other } = scene;
    const segment = segmentOn(answer, code, { round });
    hidden.segment = segment.id;
    const on = { noun: 'segment', id: segment.id };
    const inBlind = [
      change([segment]),
      newCodeCommand('Hemligt tema', { code: hidden.code }),
      change([segmentOn(answer, hidden.code, { round, start: 20, end: 30 })]),
      command('segment.mark', { segment: segment.id, quote: true }),
      command('memo.put', { memo: hidden.memo, on, text: 'Hemlig tanke' }),
      command('memo.put', { memo: randomUUID(), on: { noun: 'code', id: code }, text: 'Hemlig regel' }),
      command('memo.put', {
        memo: randomUUID(),
        on: { noun: 'interview', id: answer.interview },
        text: 'Hemlig bild',
      }),
      command('example.set', { code, segment: segment.id, on: true }),
      command('flag.set', { answer: answer.id, on: true }),
      command('done.set', { answer: answer.id, round, done: true }),
      command('judgement.set', {
        interview: answer.interview,
        judgement: 'basis_iso',
        round,
        value: 'hemligt',
      }),
      command('proposal.put', {
        proposal: hidden.proposal,
        code,
        fields: { use: 'Hemligt förslag' },
        note: '',
        state: 'open',
      }),
    ];
    for (const sent of inBlind)
      expect(await send(other, sent), sent.kind).toMatchObject({ result: 'accepted', late: false });
    const frozen = await send(
      other,
      command('code.edit', { code, fields: { use: 'Hemlig ändring' } }, { use: 1 }),
    );
    expect(frozen).toMatchObject(LATE);
    // The earlier segment's id is known to all; that it is gone from sight too.
    secrets.push(hidden.segment, hidden.code, hidden.memo, hidden.proposal, 'Hemlig', 'hemligt');
  };

  it('leaves no trace of one coder in what the others can pull, nor in where their cursors stand', async () => {
    const { coder, lead } = scene;
    const readers = [coder, lead, watcher];
    const before = await Promise.all(readers.map(everything));
    await work();
    const bystander = segmentOn(answer, code, { start: 30, end: 40 });
    hidden.bystander = bystander.id;
    for (const [at, reader] of readers.entries()) {
      const after = await everything(reader);
      expect(after).toEqual(before[at]);
      for (const secret of secrets) expect(after.text.includes(secret), secret).toBe(false);
    }
  });

  it('hides earlier coding of its units, and what a lead outside it codes there', async () => {
    const { coder, lead } = scene;
    expect(await send(watcher, change([segmentOn(answer, code, { id: hidden.bystander })]))).toMatchObject({
      result: 'accepted',
    });
    for (const reader of [coder, lead]) {
      const { text } = await everything(reader);
      expect(text.includes(hidden.bystander)).toBe(false);
      expect((await seen(reader, 'segment')).has(hidden.earlier)).toBe(false);
    }
    expect((await seen(watcher, 'segment')).has(hidden.bystander)).toBe(true);
  });

  it('shows each coder their own', async () => {
    const { other } = scene;
    const { text } = await everything(other);
    for (const id of [hidden.segment, hidden.code, hidden.memo, hidden.proposal, hidden.earlier])
      expect(text.includes(id), id).toBe(true);
    expect((await seen(other, 'code')).get(hidden.code)).toMatchObject({ status: 'proposed' });
    expect((await seen(other, 'code')).get(code)).toMatchObject({ fields: { use: '' } });
  });

  it('answers a command that names a hidden row as one that names nothing', async () => {
    const { coder } = scene;
    const nothing = `${randomUUID()}/A1.1`;
    const pairs = (segment: string, secretCode: string) => [
      change([], [segment]),
      change([segmentOn(answer, secretCode)]),
      command('segment.mark', { segment, quote: false }),
      command('example.set', { code, segment, on: true }),
      command('example.set', { code, segment, on: false }),
      command('memo.put', { memo: randomUUID(), on: { noun: 'segment', id: segment }, text: 'Sonderar' }),
      command('code.edit', { code: secretCode, fields: { use: 'x' } }, { use: 1 }),
      command('code.move', { code: secretCode, parent: null, order: 3 }, { place: 1 }),
      command('code.move', { code, parent: secretCode, order: 3 }, { place: 1 }),
      command('code.merge', { code: secretCode, into: null }, { status: 1 }),
      command('code.merge', { code, into: secretCode }, { status: 1 }),
      command('code.status', { code: secretCode, status: 'retired' }, { status: 1 }),
      command('proposal.put', {
        proposal: randomUUID(),
        code: secretCode,
        fields: {},
        note: '',
        state: 'open',
      }),
      newCodeCommand('Under', { parent: secretCode }),
    ];
    const strip = ({ id: _, hash: __, ...rest }: { readonly id: string; readonly hash?: string }) => rest;
    const real = await coder.push('coding', pairs(hidden.segment, hidden.code));
    const none = await coder.push('coding', pairs(nothing, randomUUID()));
    expect(real.map(strip)).toEqual(none.map(strip));
    const { other } = scene;
    expect((await seen(other, 'segment')).get(hidden.segment)).toMatchObject({ quote: true });
    expect([...(await seen(other, 'example')).keys()]).toEqual([`${code}/${hidden.segment}`]);
  });

  it('refuses counts of every sort, and tells its progress to a lead who does not code in it alone', async () => {
    const { coder, lead, other, interviewer } = scene;
    for (const { client } of [coder, lead, watcher, other])
      for (const table of [
        'segment',
        'memo',
        'judgement',
        'done',
        'code',
        'proposal',
        'tombstone',
        'change_counter',
      ])
        for (const count of ['exact', 'planned', 'estimated'] as const) {
          const answered = await client.from(table).select('*', { count, head: true });
          expect(answered.count ?? 0, `${count} of ${table}`).toBe(0);
        }
    const progress = (person: Person) => person.client.rpc('round_progress', { round });
    for (const person of [coder, lead, other, interviewer]) expect((await progress(person)).data).toBeNull();
    expect((await progress(watcher)).data).toEqual({
      [coder.id]: { done: 0, judged: 0 },
      [other.id]: { done: 1, judged: 1 },
      [lead.id]: { done: 0, judged: 0 },
    });
  });

  it('settles nothing while it is open, and takes no coder who may not read its wave', async () => {
    const { lead, interviewer, wave, coder } = scene;
    const row = {
      round,
      interview: answer.interview,
      question: 'A1.1',
      span: null,
      coders: [coder.id],
      verdict: 'a',
      value: null,
      note: '',
    };
    const settle = {
      decision: randomUUID(),
      row,
      remove: [],
      add: [segmentOn(answer, code, { settled: true })],
    };
    expect(await send(lead, command('decision.put', settle))).toMatchObject({ reason: 'not_allowed' });
    for (const [coders, reason] of [
      [[interviewer.id], 'wrong_state'],
      [[randomUUID()], 'unknown_reference'],
      [[], 'malformed'],
    ] as const)
      expect(await lead.act('create_round', roundOf(wave.id, { coders }))).toMatchObject({ reason });
  });

  it('masks under every coder’s segments, and tells nobody whose they were', async () => {
    const { coder, other } = scene;
    const cursors = (await everything(coder)).cursors;
    const mask = { answer: answer.id, revision: 1, start: 0, end: 2, placeholder: '[PERSON 1]' };
    expect(await send(coder, command('answer.redact', mask))).toMatchObject({
      result: 'accepted',
      late: false,
    });
    expect((await seen(other, 'segment')).get(hidden.segment)).toMatchObject({
      start: 11,
      end: 23,
      revision: 2,
    });
    const after = (await everything(coder)).cursors;
    // Only the answer itself moved.
    expect(after.filter((cursor, at) => cursor !== cursors[at])).toHaveLength(1);
  });

  it('is closed once and for all: then everybody sees everything, step by step as from nothing', async () => {
    const { coder, lead, other } = scene;
    const readers = [coder, lead, other, watcher];
    const start = await Promise.all(
      readers.map((reader) => Promise.all([reader.pull('coding'), reader.pull('own')])),
    );
    expect(await lead.act('close_round', { round })).toEqual({ ok: true, value: { round } });
    expect(await lead.act('close_round', { round })).toMatchObject({ reason: 'wrong_state' });
    for (const [at, reader] of readers.entries()) {
      const [coding, own] = start[at] ?? [];
      const kept = new Map<string, unknown>();
      // Each feed has its own pages on a device; together they are what is shown.
      for (const [feed, page] of [
        ['coding', coding],
        ['own', own],
      ] as const) {
        const rest = await reader.pull(feed, page?.cursor);
        for (const { table, id, row } of [...(page?.rows ?? []), ...rest.rows]) {
          const key = `${feed} ${table} ${id}`;
          if (row === null) kept.delete(key);
          else kept.set(key, row);
        }
      }
      const fresh = new Map<string, unknown>();
      for (const feed of ['coding', 'own'] as const)
        for (const { table, id, row } of (await reader.pull(feed)).rows)
          if (row !== null) fresh.set(`${feed} ${table} ${id}`, row);
          else fresh.delete(`${feed} ${table} ${id}`);
      expect(kept).toEqual(fresh);
      expect([...fresh.keys()].filter((key) => key.startsWith('own '))).toEqual([]);
      for (const id of [hidden.segment, hidden.earlier, hidden.bystander])
        expect((await seen(reader, 'segment')).has(id), id).toBe(true);
      expect((await seen(reader, 'code')).get(hidden.code)).toMatchObject({ status: 'proposed' });
      expect([...(await seen(reader, 'proposal')).values()].map(({ fields }) => fields)).toContainEqual({
        use: 'Hemlig ändring',
      });
    }
  });

  it('takes what comes after the close, late and outside it, and leaves what it holds', async () => {
    const { other, lead } = scene;
    const late = segmentOn(answer, code, { round, start: 40, end: 45 });
    expect(await send(other, change([late], [hidden.segment]))).toMatchObject(LATE);
    const rows = await seen(lead, 'segment');
    expect(rows.get(late.id)).toBeDefined();
    expect(rows.get(late.id)?.round).toBeUndefined();
    expect(rows.get(hidden.segment)).toMatchObject({ round });
    const judge = { interview: answer.interview, judgement: 'basis_iso', round, value: 'no' };
    expect(await send(other, command('judgement.set', judge))).toMatchObject(LATE);
    expect([...(await seen(lead, 'judgement')).values()].map((row) => row.value)).toEqual(['hemligt']);
    expect(await send(lead, command('done.set', { answer: answer.id, round, done: true }))).toMatchObject(
      LATE,
    );
  });

  it('lets a lead take up what was proposed', async () => {
    const { lead, coder } = scene;
    const take = command('code.status', { code: hidden.code, status: 'active' }, { status: 1 });
    expect(await send(coder, { ...take, id: randomUUID() })).toMatchObject({ reason: 'not_allowed' });
    expect(await send(lead, take)).toMatchObject({ result: 'accepted', late: false });
    expect([...(await seen(coder, 'code_version')).values()].some((row) => row.code === hidden.code)).toBe(
      true,
    );
  });
});
