import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/study/json.ts';
import type { HandIn } from '../../src/study/wire.ts';
import { answered, command, complete, handIn, newReceiptHash, only, sendHandIn } from './commands.ts';
import { DEFINITION, openWave, value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

describe('handing in', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ k: 20, cases: { north: 60 } });
    await complete(scene.lead, scene.interviewer, scene.wave.cases.slice(0, 30));
  });
  afterAll(() => scene.home.stop());

  const send = async (payload: HandIn | object) =>
    only(await scene.interviewer.push('interviews', [command('interview.hand_in', payload)]));
  const waiting = async (): Promise<number> => (await scene.home.sql('select from waiting')).length;

  it('answers with the hash of the text it took and its clock, and knows the same again', async () => {
    const sent = sendHandIn(handIn(scene.wave));
    const hash = await sha256Hex(sent.payload);
    const before = await waiting();
    expect(only(await scene.interviewer.push('interviews', [sent]))).toEqual({
      id: sent.id,
      result: 'accepted',
      late: false,
      hash,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    const again = only(await scene.interviewer.push('interviews', [sent]));
    expect(again).toEqual({ id: sent.id, result: 'duplicate', hash, at: expect.any(String) });
    expect(await waiting()).toBe(before + 1);
  });

  it('takes free notes about an area the instrument has, behind the same guard, and about no other', async () => {
    const noted = (question: string, notes: string) =>
      send(handIn(scene.wave, { answers: { 'A1.1': answered('Ja.'), [question]: answered(notes) } }));
    expect(await noted('A1', 'Allt hänger på en person.')).toMatchObject({ result: 'accepted' });
    expect(await noted('closing', 'Inget mer.')).toMatchObject({ result: 'accepted' });
    expect(await noted('A1', 'Ring 070-174 06 58.')).toMatchObject({
      reason: 'identifies',
      at: 'A1',
      find: 'phone',
    });
    expect(await noted('A2', 'Inget.')).toMatchObject({ reason: 'unknown_reference' });
  });

  it('never takes the same id with other content for the same', async () => {
    const sent = sendHandIn(handIn(scene.wave));
    await scene.interviewer.push('interviews', [sent]);
    const other = sendHandIn(handIn(scene.wave), sent.id);
    expect(only(await scene.interviewer.push('interviews', [other]))).toEqual({
      id: sent.id,
      result: 'conflict',
      reason: 'other_content',
      current: { hash: await sha256Hex(sent.payload) },
    });
  });

  it('takes no identity number, telephone number or address for the name of a pre-code, a probe or a role', async () => {
    const before = await waiting();
    const smuggled: readonly (readonly [object, string])[] = [
      [{ pre: { '070-1234567': ['x'] } }, 'phone'],
      [{ pre: { a1_1_method: ['850709-9805'] } }, 'personnummer'],
      [{ probes: ['anna.andersson.habo.se'] }, 'url'],
    ];
    for (const [more, find] of smuggled)
      expect(
        await send(handIn(scene.wave, { answers: { 'A1.1': answered('Ja.', more) } })),
        JSON.stringify(more),
      ).toMatchObject({ result: 'rejected', reason: 'identifies', at: 'A1.1', find });
    const background = { role: '070-1234567' } as unknown as Partial<HandIn['background']>;
    expect(await send(handIn(scene.wave, { background }))).toMatchObject({ reason: 'malformed' });
    expect(await waiting()).toBe(before);
    const ordinary = { pre: { a1_1_method: ['klassa', 'SFS-2025:1506'] }, probes: ['A1.1/p2', 'nis.2'] };
    expect(await send(handIn(scene.wave, { answers: { 'A1.1': answered('Ja.', ordinary) } }))).toMatchObject({
      result: 'accepted',
    });
  });

  it('takes what its instrument names, whatever it looks like', async () => {
    const { lead, interviewer } = scene;
    const named = { ...DEFINITION, elements: [{ name: 'A1.1', choices: ['kommun.se'] }] };
    const wave = await openWave(lead, { k: 20, definition: named, cases: { east: 1 } });
    await complete(lead, interviewer, wave.cases);
    const answers = { 'A1.1': answered('Ja.', { pre: { 'A1.1': ['kommun.se'] } }) };
    expect(await send(handIn(wave, { answers }))).toMatchObject({ result: 'accepted' });
  });

  it('takes one interview a receipt, also where a restored device sends it under a new id', async () => {
    const payload = handIn(scene.wave);
    expect(await send(payload)).toMatchObject({ result: 'accepted' });
    const before = await waiting();
    expect(await send(payload)).toMatchObject({ result: 'conflict', reason: 'other_content' });
    expect(await waiting()).toBe(before);
  });

  it('keeps the text exactly, also beyond the first plane', async () => {
    const notes = '  Vi sa: ”nej” 👩🏽‍💻\n\nåäö ÅÄÖ – och\ttabb. ';
    const receipt = newReceiptHash();
    const quotes = [{ start: 17, end: 24, kind: 'verbatim' as const }];
    await send(handIn(scene.wave, { receipt, answers: { 'A1.2': answered(notes, { quotes }) } }));
    const rows = await scene.home.sql('select answers from waiting where receipt_hash = $1', [receipt]);
    expect(rows).toEqual([{ answers: [{ question: 'A1.2', ...answered(notes, { quotes }) }] }]);
  });

  it.each([
    ['personnummer', 'Hon har 850709-9805 och det vet alla'],
    ['personnummer', 'nummer ８５０７０９–９８０５'],
    ['email', 'skriv till anna@habo.se'],
    ['phone', 'ring 070-123 45 67'],
    ['url', 'se https://habo.se/upphandling'],
  ])('refuses a text that holds %s, with the question and the kind and no text', async (kind, notes) => {
    const before = await waiting();
    const sent = sendHandIn(
      handIn(scene.wave, { answers: { 'A1.1': answered('Bra.'), 'A1.3': answered(notes) } }),
    );
    expect(only(await scene.interviewer.push('interviews', [sent]))).toEqual({
      id: sent.id,
      result: 'rejected',
      reason: 'identifies',
      at: 'A1.3',
      find: kind,
    });
    expect(await waiting()).toBe(before);
  });

  it('refuses what is not of its shape, and whatever comes along unasked', async () => {
    const good = handIn(scene.wave);
    const [answer] = good.answers;
    const bad: readonly object[] = [
      { ...good, case: scene.wave.cases[0]?.id },
      { ...good, at: '2026-11-23' },
      { ...good, receipt_hash: 'short' },
      { ...good, answers: 'none' },
      { ...good, answers: [answer, answer] },
      { ...good, answers: [{ ...answer, state: 'maybe' }] },
      { ...good, answers: [{ ...answer, state: null }] },
      { ...good, answers: [{ ...answer, interviewer: 'Anna' }] },
      { ...good, answers: [{ ...answer, quotes: [{ start: 0, end: 999, kind: 'notes' }] }] },
      { ...good, answers: [{ ...answer, quotes: [{ start: 3, end: 3, kind: 'notes' }] }] },
      { ...good, answers: [{ ...answer, quotes: [{ start: 0, end: 3, kind: 'kind' }] }] },
      { ...good, answers: [{ ...answer, pre: { a1: ['Anna ringde från Habo'] } }] },
      { ...good, answers: [{ ...answer, probes: ['ring mig'] }] },
      { ...good, background: { ...good.background, role: 'Anna Ek' } },
      { ...good, background: { ...good.background, mode: null } },
      [good],
    ];
    for (const payload of bad) {
      expect(await send(payload), JSON.stringify(payload)).toMatchObject({
        result: 'rejected',
        reason: 'malformed',
      });
    }
  });

  it('refuses questions, strata, instruments and waves that are not there', async () => {
    const good = handIn(scene.wave);
    const rejected = { result: 'rejected', reason: 'unknown_reference' };
    expect(await send(handIn(scene.wave, { answers: { 'B9.9': answered('x') } }))).toMatchObject(rejected);
    expect(await send({ ...good, stratum: 'west' })).toMatchObject(rejected);
    expect(await send({ ...good, instrument: newReceiptHash() })).toMatchObject(rejected);
    expect(await send({ ...good, wave: crypto.randomUUID() })).toMatchObject(rejected);
  });

  it('refuses what is too large to be an interview', async () => {
    const large = { 'A1.1': answered('ord '.repeat(6000)) };
    expect(await send(handIn(scene.wave, { answers: large }))).toMatchObject({
      reason: 'too_large',
      at: 'A1.1',
    });
    const huge = { 'A1.1': answered('ord '.repeat(200_000)) };
    expect(await send(handIn(scene.wave, { answers: huge }))).toMatchObject({ reason: 'too_large' });
  });

  it('takes no interview from those who make none', async () => {
    const sent = [sendHandIn(handIn(scene.wave))];
    const refused = { result: 'rejected', reason: 'not_allowed' };
    expect(only(await scene.lead.push('interviews', sent))).toMatchObject(refused);
    expect(only(await scene.coder.push('interviews', sent))).toMatchObject(refused);
  });

  it('takes no more interviews from an account than it has completed cases', async () => {
    const [counted] = await scene.home.sql<{ left: number }>(
      'select completed - handed_in as left from tally where person = $1',
      [scene.interviewer.id],
    );
    const batch = Array.from({ length: (counted?.left ?? 0) + 2 }, () => sendHandIn(handIn(scene.wave)));
    const answers = await scene.interviewer.push('interviews', batch);
    expect(answers.slice(0, -2).every(({ result }) => result === 'accepted')).toBe(true);
    for (const answer of answers.slice(-2))
      expect(answer).toMatchObject({ result: 'rejected', reason: 'no_completed_case' });
  });

  it('takes an interview late from a deactivated account for 30 days, and then no more', async () => {
    const { lead, interviewer, wave, home } = scene;
    await complete(lead, interviewer, wave.cases.slice(30, 33));
    value(await lead.act('deactivate_person', { person: interviewer.id }));
    expect(await send(handIn(wave))).toMatchObject({ result: 'accepted', late: true });
    const back = (days: number) =>
      home.sql('update person set deactivated_at = now() - make_interval(days => $1) where id = $2', [
        days,
        interviewer.id,
      ]);
    await back(29);
    expect(await send(handIn(wave))).toMatchObject({ result: 'accepted', late: true });
    await back(31);
    expect(await send(handIn(wave))).toMatchObject({ result: 'rejected', reason: 'not_allowed' });
  });
});
