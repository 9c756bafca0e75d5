import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import published from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { openInterview } from '../../src/interview/session/open-interview.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import {
  beginEditing,
  type Editing,
  edit,
  readEditing,
  undo,
} from '../../src/study/instrument-edit/editing.ts';
import { put } from '../../src/study/instrument-edit/json-path.ts';
import { addQuestion } from '../../src/study/instrument-edit/operations.ts';
import { concordanceOf, publicationOf } from '../../src/study/instrument-edit/publication.ts';
import { groupOf, questionGroups } from '../../src/study/instrument-versions.ts';
import { canonicalJson, type Json, sha256Hex } from '../../src/study/json.ts';
import type { InstrumentRow } from '../../src/study/rows.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import {
  assign,
  expectOk,
  foundStudy,
  handInOf,
  inviteAndJoin,
  newDevice,
  openWave,
  type Person,
  randomBytes,
} from './people.ts';

/** A lead words a question anew while interviews are under way. */
let home: Backend;
let lead: Person;
let ina: Person;
const newId = () => crypto.randomUUID();
const NEW_WORDS = 'Använder ni KLASSA, eller något liknande, när ni köper it?';

beforeAll(async () => {
  home = await freshBackend();
  const sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  const code = makeCode(randomBytes);
  await sql.query('select internal.set_setup_code($1)', [code]);
  await sql.end();
  lead = await foundStudy(home, formatCode(code));
  ina = await inviteAndJoin(home, lead, 'interviewer');
});
afterAll(async () => {
  for (const person of [lead, ina]) await person?.engine.close();
  await home?.stop();
});

const versions = (who: Person, wave: string): readonly InstrumentRow[] =>
  [...who.engine.view.get().all('instrument')].filter((row) => row.wave === wave);

const publish = async (
  wave: string,
  definition: Json,
  note: string,
  said: Record<string, 'same' | 'different'>,
) => {
  const text = canonicalJson(definition);
  const inForce = lead.engine.view.get().get('wave', wave)?.instrument ?? null;
  const plan = publicationOf(versions(lead, wave), inForce, definition);
  expectOk(
    await lead.engine.act('publish_instrument', {
      instrument: newId(),
      wave,
      definition: text,
      hash: await sha256Hex(text),
      note,
      concordance: concordanceOf(plan, said),
    }),
  );
  await lead.engine.sync();
  return plan;
};

it('keeps the draft of an instrument through a crash, with the way back', async () => {
  const { wave } = await openWave(lead, { cases: 2 });
  const name = `instrument/${wave.id}`;
  const open = async (who: Person) =>
    expectOk(await who.engine.papers.open<Json>(name, beginEditing(published, null) as unknown as Json));
  const paper = await open(lead);
  const change = (next: (editing: Editing) => Editing) =>
    paper.change((now) => next(readEditing(now) ?? beginEditing(published, null)) as unknown as Json);
  const path = ['pages', 0, 'title', 'default'] as const;
  expectOk(await change((now) => edit(now, put(now.definition, path, NEW_WORDS), true)));
  lead.device.crash();
  const { openDevice } = await import('../../src/engine/device.ts');
  const app = await openDevice(lead.device.tab());
  lead = { ...lead, app, engine: expectOk(await app.unlock(lead.passphrase)) };
  const again = readEditing((await open(lead)).paper.get());
  if (!again) throw new Error('the draft is there');
  expect(JSON.stringify(again.definition)).toContain(NEW_WORDS);
  expect(JSON.stringify(undo(again).definition)).toBe(JSON.stringify(published));
});

it('lets an interview go on under the version it was begun with, offline too, and asks the next one anew', async () => {
  const { wave, cases } = await openWave(lead, { cases: 4, strata: ['norr'] });
  await publish(wave.id, published, '', {});
  await assign(lead, cases, ina);
  const [first, second, third] = cases;
  if (!first || !second || !third) throw new Error('three cases were drawn');
  const opened = async (target: string) => {
    const interview = expectOk(await openInterview({ engine: ina.engine, newId }, { case: target }));
    const words = interview.instrument.sections[0]?.questions[0]?.text.sv;
    const { id, instrument } = interview.handle.draft.get();
    await interview.handle.close();
    return { id, instrument, words, questions: interview.instrument.sections[0]?.questions.length };
  };
  const begun = await opened(first.id);
  expect(begun.words).toBe(published.pages[0]?.title.default);

  ina.device.network.set('down');
  const reworded = put(published, ['pages', 0, 'title', 'default'], NEW_WORDS);
  const next = addQuestion(reworded, 'A1', new Set(['A1.1', 'A1.2', 'A1.3'])).definition;
  const whole = put(next, ['pages', 3, 'title'], { default: 'Vad till?', en: 'What else?' });
  const plan = await publish(wave.id, whole, 'Enklare ord', { 'A1.1': 'different' });
  expect(plan.decisions.map(({ question, always }) => [question, always])).toEqual([['A1.1', true]]);
  expect(await opened(first.id)).toEqual(begun);
  // What is begun without a network begins under the newest version this device has.
  expect((await opened(second.id)).instrument).toBe(begun.instrument);

  ina.device.network.set('up');
  await ina.engine.sync();
  expect(await opened(first.id)).toEqual(begun);
  const fresh = await opened(third.id);
  expect(fresh).toMatchObject({ words: NEW_WORDS, questions: 4 });

  const groups = questionGroups(versions(ina, wave.id), 'A1.1');
  expect(groupOf(groups, begun.instrument)).not.toBe(groupOf(groups, fresh.instrument));
  const other = questionGroups(versions(ina, wave.id), 'A1.2');
  expect(groupOf(other, `${begun.instrument}+${fresh.instrument}`)).not.toBeNull();
  expect(groupOf(groups, `${begun.instrument}+${fresh.instrument}`)).toBeNull();

  for (const [one, interview] of [
    [first, begun],
    [third, fresh],
  ] as const) {
    const attempt = newId();
    const at = new Date(ina.device.clock.now).toISOString();
    expectOk(
      await ina.engine.execute('attempt.record', { attempt, case: one.id, outcome: 'interviewed', at }),
    );
    const { payload } = await handInOf(one, { ...wave, instrument: interview.instrument }, 'svar');
    const command = expectOk(await ina.engine.handIn(interview.id, attempt, payload));
    await ina.engine.sync();
    expectOk(await ina.engine.sendNow(command));
    await ina.engine.sync();
    expect(ina.engine.outbox.get().find(({ id }) => id === command)?.state ?? 'confirmed').toBe('confirmed');
  }
  expect(expectOk(await lead.engine.overview(wave.id)).waiting).toBe(2);
});

it('gives the new version and its word to a device that comes later', async () => {
  const { app } = await newDevice(home);
  const engine = expectOk(await app.signIn({ email: ina.email, passphrase: ina.passphrase }));
  await engine.sync();
  const said = [...engine.view.get().all('instrument')].flatMap(({ concordance }) =>
    concordance ? [concordance.questions] : [],
  );
  expect(said).toContainEqual({ 'A1.1': 'different' });
  await engine.close();
});
