import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevice } from '../../src/engine/device.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import type { AnswerRow } from '../../src/study/rows.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import { allSegments, fieldsOf, openDesk, releaseInterviews, segmentOn } from './coders.ts';
import { expectOk, foundStudy, inviteAndJoin, type Person, randomBytes } from './people.ts';

/** Coding, headless: two coders and a lead over real engines and a real PostgreSQL. */
let home: Backend;
let sql: pg.Client;
let lead: Person;
let kim: Person;
let robin: Person;
let wave: string;
let answers: readonly AnswerRow[];
const codes = [crypto.randomUUID(), crypto.randomUUID()];

beforeAll(async () => {
  home = await freshBackend();
  sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  const code = makeCode(randomBytes);
  await sql.query('select internal.set_setup_code($1)', [code]);
  lead = await foundStudy(home, formatCode(code));
  kim = await inviteAndJoin(home, lead, 'coder');
  robin = await inviteAndJoin(home, lead, 'coder');
  const begin = codes.map((id, order) => ({
    id,
    key: null,
    parent: null,
    order,
    fields: fieldsOf(`Kod ${order}`),
  }));
  expectOk(await lead.engine.act('import_codebook', { label: 'Början', note: '', codes: begin }));
  wave = (await releaseInterviews(home, lead, [lead, kim, robin], 6)).id;
  answers = (await openDesk(kim))().rows?.map(({ answer }) => answer) ?? [];
}, 120_000);
afterAll(async () => {
  for (const person of [lead, kim, robin]) await person?.engine.close();
  await sql?.end();
  await home?.stop();
});

const first = (): AnswerRow => {
  const [answer] = answers;
  if (!answer) throw new Error('six answers were released');
  return answer;
};
const syncAll = async (): Promise<void> => {
  // Twice round: what the last one sent is news to the first.
  for (const person of [kim, robin, lead, kim, robin]) await person.engine.sync();
};

describe('the coding desk', () => {
  it('codes offline, undoes and does again at any depth, also after a restart, and arrives once', async () => {
    const desk = await openDesk(kim);
    kim.device.network.set('down');
    const [code = '', another = ''] = codes;
    const segment = segmentOn(first(), code);
    const recoded = segmentOn(first(), another);
    const shown = () =>
      desk()
        .segmentsOn(first().id)
        .map(({ id }) => id);
    expectOk(await kim.engine.execute('segment.change', { add: [segment], remove: [] }));
    expect(shown()).toEqual([segment.id]);
    expectOk(await kim.engine.execute('segment.change', { add: [recoded], remove: [segment.id] }));
    expectOk(await kim.engine.execute('segment.mark', { segment: recoded.id, quote: true }));
    expectOk(await kim.engine.undo());
    expectOk(await kim.engine.undo());
    expect(shown()).toEqual([segment.id]);
    expectOk(await kim.engine.undo());
    expect(shown()).toEqual([]);
    expect(await kim.engine.undo()).toMatchObject({ ok: false });
    expectOk(await kim.engine.redo());
    expectOk(await kim.engine.redo());
    expect(shown()).toEqual([recoded.id]);

    kim.device.crash();
    const app = await openDevice(kim.device.tab());
    const engine = expectOk(await app.unlock(kim.passphrase));
    kim = { ...kim, app, engine };
    const again = await openDesk(kim);
    const marks = () =>
      again()
        .segmentsOn(first().id)
        .map(({ id, quote }) => [id, quote === true]);
    expect(marks()).toEqual([[recoded.id, false]]);
    expectOk(await engine.redo());
    expect(marks()).toEqual([[recoded.id, true]]);
    expect(await engine.redo()).toMatchObject({ ok: false, error: { type: 'nothing_to_undo' } });

    kim.device.network.set('lose-answers');
    await engine.sync();
    kim.device.network.set('up');
    await syncAll();
    expect(engine.outbox.get()).toEqual([]);
    expect(marks()).toEqual([[recoded.id, true]]);
    expect(await allSegments(robin)).toEqual([{ ...recoded, quote: true, coder: kim.engine.me.id }]);
    expect((await sql.query('select id from segment')).rows).toEqual([{ id: recoded.id }]);
  });

  it('takes a batch back as one, and a code made in the middle of coding by retiring it', async () => {
    const before = await allSegments(kim);
    const add = answers.map((answer) => ({ ...segmentOn(answer, codes[0] ?? ''), made: 'search' }));
    expectOk(await kim.engine.execute('segment.change', { add, remove: [] }));
    expect(await allSegments(kim)).toHaveLength(before.length + 6);
    expectOk(await kim.engine.undo());
    expect(await allSegments(kim)).toEqual(before);
    const code = crypto.randomUUID();
    const made = { code, key: null, parent: codes[0] ?? null, order: 1, fields: fieldsOf('Ny') };
    expectOk(await kim.engine.execute('code.create', made));
    const status = () => kim.engine.view.get().get('code', code)?.status;
    expect(status()).toBe('active');
    expectOk(await kim.engine.undo());
    expect(status()).toBe('retired');
    expectOk(await kim.engine.redo());
    await syncAll();
    expect([status(), robin.engine.view.get().get('code', code)?.status]).toEqual(['active', 'active']);
  });

  it('keeps both definitions that two wrote at once, and moves no code under itself', async () => {
    const [one = '', two = ''] = codes;
    robin.device.network.set('down');
    expectOk(await robin.engine.execute('code.edit', { code: one, fields: { use: 'Robins mening' } }));
    expectOk(await robin.engine.execute('code.edit', { code: one, fields: { not_use: 'Inte annars' } }));
    expectOk(await robin.engine.execute('code.move', { code: two, parent: one, order: 1 }));
    expectOk(await lead.engine.execute('code.edit', { code: one, fields: { use: 'Los mening' } }));
    expectOk(await lead.engine.execute('code.move', { code: one, parent: two, order: 1 }));
    expect(await lead.engine.execute('code.move', { code: two, parent: one, order: 1 })).toMatchObject({
      error: { reason: 'cycle' },
    });
    await lead.engine.sync();
    robin.device.network.set('up');
    await syncAll();
    const conflicts = robin.engine.outbox.get().filter(({ state }) => state === 'conflict');
    expect(conflicts.map(({ kind }) => kind).sort()).toEqual(['code.edit', 'code.move']);
    for (const person of [kim, robin, lead]) {
      const row = person.engine.view.get().get('code', one);
      expect(row).toMatchObject({ parent: two, fields: { use: 'Los mening', not_use: 'Inte annars' } });
    }
    for (const { id } of conflicts) expectOk(await robin.engine.discard(id));
  });

  it('is blind on every device until the round is closed, and the codebook is frozen for its coders', async () => {
    const round = crypto.randomUUID();
    const coders = [kim.engine.me.id, robin.engine.me.id];
    const plan = {
      ...{
        round,
        wave,
        label: 'Blind',
        unit: 'answer' as const,
        questions: ['A1.1'],
        judgements: ['basis_iso'],
      },
      ...{ interviews: null, share: 1, seed: 'frö', coders, blind: true, calibration: false },
    };
    expectOk(await lead.engine.act('create_round', plan));
    await syncAll();
    const desk = await openDesk(robin);
    const mine = { ...segmentOn(first(), codes[0] ?? ''), round };
    const judge = { interview: first().interview, judgement: 'basis_iso', round, value: 'yes' };
    expectOk(await kim.engine.execute('segment.change', { add: [mine], remove: [] }));
    expectOk(await kim.engine.execute('judgement.set', judge));
    expectOk(await kim.engine.execute('done.set', { answer: first().id, round, done: true }));
    expect(
      await kim.engine.execute('code.edit', { code: codes[0] ?? '', fields: { use: 'Ändrad' } }),
    ).toMatchObject({ error: { reason: 'frozen' } });
    await syncAll();
    expect((await allSegments(kim)).map(({ id }) => id)).toContain(mine.id);
    for (const person of [robin, lead])
      expect((await allSegments(person)).map(({ coder }) => coder)).not.toContain(kim.engine.me.id);
    expect(desk().segmentsOn(first().id)).toEqual([]);
    expect(expectOk(await lead.engine.roundProgress(round))[kim.engine.me.id]).toEqual({
      done: 1,
      judged: 1,
    });

    expectOk(await lead.engine.act('close_round', { round }));
    await syncAll();
    expect(
      desk()
        .segmentsOn(first().id)
        .map(({ id }) => id),
    ).toContain(mine.id);
    expect(desk().isDone(first().id, kim.engine.me.id, round)).toBe(true);
    expect(await allSegments(robin)).toEqual(await allSegments(kim));
    expect(await kim.engine.execute('segment.change', { add: [], remove: [mine.id] })).toMatchObject({
      error: { reason: 'round_closed' },
    });
  });
});

/** What somebody does; `nth` picks an answer, a code, an own segment. */
type Step =
  | {
      readonly who: 0 | 1 | 2;
      readonly what: 'code' | 'drop' | 'recode' | 'undo' | 'redo' | 'sync';
      readonly nth: number;
    }
  | { readonly who: 0 | 1 | 2; readonly what: 'reword' | 'move' | 'flag' | 'memo'; readonly nth: number };

const stepArb: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0 as const, 1 as const, 2 as const),
  what: fc.constantFrom(
    'code',
    'code',
    'drop',
    'recode',
    'undo',
    'redo',
    'sync',
    'reword',
    'move',
    'flag',
    'memo',
  ),
  nth: fc.nat(50),
});

it('two coders and a lead, one of them offline for a week: all arrive at the same, nothing twice, nothing gone', async () => {
  for (const person of [kim, robin, lead]) await openDesk(person);
  const people = (): readonly Person[] => [kim, robin, lead];
  const pick = <T>(items: readonly T[], nth: number): T | undefined => items[nth % items.length];
  const own = async (person: Person) =>
    (await allSegments(person)).filter(({ coder, round }) => coder === person.engine.me.id && !round);

  const doStep = async ({ who, what, nth }: Step): Promise<void> => {
    const person = people()[who] as Person;
    const { engine } = person;
    const answer = pick(answers, nth) as AnswerRow;
    const code = pick([...engine.view.get().all('code')], nth)?.id ?? '';
    const segment = pick(await own(person), nth);
    switch (what) {
      case 'sync':
        return engine.sync();
      case 'undo':
        return void (await engine.undo());
      case 'redo':
        return void (await engine.redo());
      case 'code':
        return void (await engine.execute('segment.change', {
          add: [segmentOn(answer, code, 0, 1 + (nth % 9))],
          remove: [],
        }));
      case 'drop':
        return segment && void (await engine.execute('segment.change', { add: [], remove: [segment.id] }));
      case 'recode': {
        if (!segment) return;
        const { coder: _, ...rest } = segment;
        const add = [{ ...rest, id: `${crypto.randomUUID()}/A1.1`, code }];
        return void (await engine.execute('segment.change', { add, remove: [segment.id] }));
      }
      case 'reword':
        return void (await engine.execute('code.edit', { code, fields: { use: `${who} ${nth}` } }));
      case 'move':
        return void (await engine.execute('code.move', {
          code,
          parent: pick(codes, nth) ?? null,
          order: nth,
        }));
      case 'flag': {
        const on = engine.view.get().get('flag', `${answer.id}/${engine.me.id}`) === undefined;
        return void (await engine.execute('flag.set', { answer: answer.id, on }));
      }
      case 'memo': {
        const target = { noun: 'answer' as const, id: answer.id };
        return void (await engine.execute('memo.put', {
          memo: crypto.randomUUID(),
          on: target,
          text: `Tanke ${nth}`,
        }));
      }
    }
  };

  const stateOf = async (person: Person) => {
    const view = person.engine.view.get();
    const rows = (['code', 'memo', 'flag', 'round', 'proposal'] as const).map((table) =>
      [...view.all(table)].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    return { rows, segments: await allSegments(person) };
  };

  let seen = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(stepArb, { minLength: 10, maxLength: 40 }), async (steps) => {
      robin.device.network.set('down');
      for (const step of steps) await doStep(step);
      /** What each believes to have coded, before anybody has told anybody. */
      const made = (await Promise.all(people().map(own)))
        .flat()
        .map(({ id }) => id)
        .sort();
      robin.device.network.set('up');
      await syncAll();
      for (const person of people())
        for (const { id, state } of person.engine.outbox.get()) {
          // Two reworded or moved one code: a person decides. Nothing else comes back.
          expect(state).toBe('conflict');
          expectOk(await person.engine.discard(id));
        }
      await syncAll();
      const [state, ...others] = await Promise.all(people().map(stateOf));
      for (const other of others) expect(other).toEqual(state);
      const coded = state?.segments.filter(({ round }) => !round).map(({ id }) => id) ?? [];
      expect(coded).toEqual(made);
      seen += made.length;
      const { rows } = await sql.query<{ id: string }>('select id from segment order by id collate "C"');
      expect(rows.map(({ id }) => id)).toEqual(state?.segments.map(({ id }) => id));
    }),
    { numRuns: 6, endOnFailure: true },
  );
  expect(seen).toBeGreaterThan(0);
}, 180_000);
