import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutboxItem } from '../../src/engine/types.ts';
import { handIn } from '../../src/interview/masking/hand-in.ts';
import { reviewOf } from '../../src/interview/masking/review-texts.ts';
import { openInterview } from '../../src/interview/session/open-interview.ts';
import { accept, decide, questionsOf as openQuestions, type ReviewState } from '../../src/masking/index.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import type { InterviewDraft } from '../../src/study/draft.ts';
import { answerAs, editAreaNotes, handOn } from '../../src/study/draft-areas.ts';
import { editNotes } from '../../src/study/draft-notes.ts';
import { beginPaper, readPaper } from '../../src/study/draft-paper.ts';
import { completeness, leftOf } from '../../src/study/draft-progress.ts';
import { ALL_SECTIONS, giveConsent, questionsOf, toggleFlag } from '../../src/study/draft-rules.ts';
import type { Instrument } from '../../src/study/instrument.ts';
import { canonicalJson } from '../../src/study/json.ts';
import { makeReceipt, receiptHash } from '../../src/study/receipt.ts';
import type { CaseRow } from '../../src/study/rows.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import { assign, expectOk, foundStudy, inviteAndJoin, openWave, type Person, randomBytes } from './people.ts';

/** What an interviewer does beyond one straight call, over the engine: the rules are those of the screen. */
const DEFINITION = canonicalJson(
  JSON.parse(
    readFileSync(
      new URL('../../questionnaires/it-sakerhet-upphandling/2025/instrument.json', import.meta.url),
      'utf8',
    ),
  ),
);
const HOURS_3 = 3 * 3_600_000;

let home: Backend;
let sql: pg.Client;
let lead: Person;
let ina: Person;
let cases: readonly CaseRow[];
beforeAll(async () => {
  home = await freshBackend();
  sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  const code = makeCode(randomBytes);
  await sql.query('select internal.set_setup_code($1)', [code]);
  lead = await foundStudy(home, formatCode(code));
  ina = await inviteAndJoin(home, lead, 'interviewer');
  const opened = await openWave(lead, { strata: ['norr'], cases: 6, definition: DEFINITION });
  cases = opened.cases;
  await assign(lead, cases, ina);
});
afterAll(async () => {
  for (const person of [lead, ina]) await person?.engine.close();
  await sql?.end();
  await home?.stop();
});

const newId = (): string => crypto.randomUUID();
const caseAt = (n: number): CaseRow => {
  const one = cases[n];
  if (!one) throw new Error('as many cases were drawn');
  return one;
};
const ask = (draft: InterviewDraft, instrument: Instrument, sections: readonly string[]): InterviewDraft =>
  questionsOf(instrument)
    .filter(({ section }) => sections.includes(section))
    .reduce((so, { id }) => editNotes(so, id, `Om ${id} säger de sitt.`, 0), draft);
/** Everything found is replaced. */
const reviewed = (draft: InterviewDraft, instrument: Instrument): ReviewState =>
  openQuestions(accept(reviewOf(draft, instrument))).reduce(
    (state, { key }) => {
      const decided = decide(state, key, 'mask');
      return decided.ok ? decided.value : state;
    },
    accept(reviewOf(draft, instrument)),
  );

/** The outbox is read from sealed records, so it follows a moment later; the test's own time limit is the limit. */
const untilOutbox = (holds: (items: readonly OutboxItem[]) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds(ina.engine.outbox.get())) return;
      stop();
      resolve();
    };
    const stop = ina.engine.outbox.subscribe(look);
    look();
  });

describe('several people and several days for one municipality', () => {
  it('an area is left to procurement, the browser dies, and the colleague answers another day', async () => {
    ina.device.network.set('down');
    const one = caseAt(0);
    const { handle, instrument } = expectOk(
      await openInterview({ engine: ina.engine, newId }, { case: one.id }),
    );
    const all = instrument.sections.map(({ id }) => id);
    expectOk(await handle.change((draft) => giveConsent(draft, '1', makeReceipt(Math.random))));
    expectOk(await handle.change((draft) => answerAs(draft, ALL_SECTIONS, 'it')));
    expectOk(await handle.change((draft) => ask(draft, instrument, all.slice(1))));
    expectOk(await handle.change((draft) => handOn(draft, 'A1', 'procurement')));
    expectOk(await handle.change((draft) => toggleFlag(draft, 'A6.2')));
    expectOk(
      await handle.change((draft) => editAreaNotes(draft, 'A2', `Anneli i ${one.name} håller i allt.`, 3)),
    );
    const { id } = handle.draft.get();
    await handle.close();
    await ina.engine.close();
    ina.device.crash();
    const { openDevice } = await import('../../src/engine/device.ts');
    const app = await openDevice(ina.device.tab());
    ina = { ...ina, app, engine: expectOk(await app.unlock(ina.passphrase)) };

    const again = expectOk(await openInterview({ engine: ina.engine, newId }, { case: one.id }));
    const before = again.handle.draft.get();
    expect(before.id).toBe(id);
    const left = leftOf(before, instrument);
    expect([left.flagged, left.unasked, left.handedOn].map((list) => list.map((q) => q.id))).toEqual([
      ['A6.2'],
      [],
      ['A1.1', 'A1.2', 'A1.3'],
    ]);
    expectOk(
      await again.handle.change((draft) => answerAs({ ...draft, mode: 'video' }, 'A1', 'procurement')),
    );
    expectOk(await again.handle.change((draft) => ask(draft, instrument, ['A1'])));
    expectOk(await again.handle.change((draft) => ({ ...draft, stage: 'masking' })));
    const whole = again.handle.draft.get();
    expect(completeness(whole, instrument)).toBe('complete');
    const world = { newId, now: () => ina.device.clock.now, random: Math.random };
    expectOk(await handIn({ engine: ina.engine, world }, whole, instrument, reviewed(whole, instrument)));
    await again.handle.close();

    ina.device.network.set('up');
    await ina.engine.sync();
    ina.device.advance(HOURS_3);
    await ina.engine.sync();
    const { rows } = await sql.query<{ background: object; answers: { question: string; notes: string }[] }>(
      'select background, answers from public.waiting where receipt_hash = $1',
      [await receiptHash(whole.receipt ?? '')],
    );
    expect(rows[0]?.background).toEqual({
      role: 'several',
      language: 'sv',
      mode: 'video',
      completeness: 'complete',
    });
    expect(rows[0]?.answers.find(({ question }) => question === 'A2')?.notes).toMatch(/^\[PERSON 1\] i \[/);
    expect(JSON.stringify(rows)).not.toMatch(/procurement|handedOn|flagged|Anneli/);
  });
});

describe('an interview written on paper', () => {
  it('completes its case with the time of the call, and withdraws by the code on the sheet', async () => {
    const one = caseAt(1);
    const { handle, instrument } = expectOk(
      await openInterview({ engine: ina.engine, newId }, { case: one.id }),
    );
    const printed = makeReceipt(Math.random);
    const form = { date: '2026-11-20', time: '09:05', receipt: printed.toLowerCase() };
    const start = readPaper(form, Date.parse('2026-11-24T12:00:00Z'), () => 'unused');
    if (!start.ok) throw new Error(start.error.type);
    expectOk(await handle.change((draft) => beginPaper(draft, '1', start.value)));
    const all = instrument.sections.map(({ id }) => id);
    expectOk(await handle.change((draft) => ask({ ...draft, stage: 'masking' }, instrument, all)));
    const whole = handle.draft.get();
    expect([whole.talked, whole.receipt]).toEqual([0, printed]);
    const world = { newId, now: () => ina.device.clock.now, random: Math.random };
    expectOk(await handIn({ engine: ina.engine, world }, whole, instrument, reviewed(whole, instrument)));
    await handle.close();
    await ina.engine.sync();
    const { rows } = await sql.query<{ at: Date }>('select at from public.attempt where "case" = $1', [
      one.id,
    ]);
    expect(rows.map(({ at }) => at.toISOString())).toEqual(['2026-11-20T08:05:00.000Z']);
    expectOk(await lead.app.withdraw(printed));
    ina.device.advance(HOURS_3);
    await ina.engine.sync();
    await untilOutbox((items) => items.some(({ state }) => state === 'withdrawn'));
  });
});

describe('a note to the lead', () => {
  it('is written offline, waits as an interview does, and comes without a name', async () => {
    ina.device.network.set('down');
    const text = 'Frågan hörs som två frågor.';
    const instrument = [...ina.engine.view.get().all('instrument')][0]?.hash ?? '';
    const remark = newId();
    const waiting = ina.engine.status.get().waiting;
    expectOk(await ina.engine.remark({ remark, instrument, question: 'A3.2', text }));
    expect(ina.engine.status.get().waiting).toEqual({ ...waiting, other: waiting.other + 1 });
    ina.device.network.set('up');
    await ina.engine.sync();
    const seen = async (): Promise<readonly unknown[]> => {
      await lead.engine.sync();
      return [...lead.engine.view.get().all('remark')];
    };
    expect(await seen()).toEqual([]);
    ina.device.advance(HOURS_3);
    await ina.engine.sync();
    expect(await seen()).toEqual([{ id: remark, instrument, question: 'A3.2', text }]);
    // Nothing of it stays on the device once it is taken.
    await untilOutbox((items) => !items.some(({ kind }) => kind === 'remark.send'));
    expect([...ina.engine.view.get().all('remark')]).toEqual([]);
  });

  it('that the guard refuses comes back, with what it found, and can be dropped', async () => {
    const instrument = [...ina.engine.view.get().all('instrument')][0]?.hash ?? '';
    const text = 'Ring 070-174 06 58 om den.';
    const id = expectOk(await ina.engine.remark({ remark: newId(), instrument, question: 'A3.2', text }));
    ina.device.advance(HOURS_3);
    await ina.engine.sync();
    await untilOutbox((items) => items.some((item) => item.id === id && item.state === 'returned'));
    expect(ina.engine.outbox.get().find((item) => item.id === id)).toMatchObject({
      reason: 'identifies',
      at: 'A3.2',
      find: 'phone',
    });
    expectOk(await ina.engine.discard(id));
    await untilOutbox((items) => !items.some((item) => item.id === id));
  });
});
