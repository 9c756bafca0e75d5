import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex } from '../../src/study/json.ts';
import type { InstrumentConcordance, InstrumentRow } from '../../src/study/rows.ts';
import { DEFINITION, draftWave, publish, value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** Published is published: what an interview was asked can be looked up for ever. */
describe('instruments', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.home.stop());

  const args = async (definition: string, hash?: string, wave = scene.wave.id) => ({
    instrument: randomUUID(),
    wave,
    definition,
    hash: hash ?? (await sha256Hex(definition)),
    note: 'Ny lydelse',
  });

  it('are published under the hash of their bytes, and under no other', async () => {
    const text = canonicalJson({ title: 'Å 👩🏽‍💻 "', pages: [] });
    const wrong = await args(text, await sha256Hex(`${text} `));
    expect(await scene.lead.act('publish_instrument', wrong)).toEqual({ ok: false, reason: 'hash_differs' });
    for (const definition of ['', '[]', '"x"', '{'])
      expect(await scene.lead.act('publish_instrument', await args(definition)), definition).toEqual({
        ok: false,
        reason: 'malformed',
      });
    expect(value(await scene.lead.act('publish_instrument', await args(text)))).toEqual({ version: 2 });
  });

  it('come to everybody as they were published', async () => {
    const { rows } = await scene.interviewer.pull('study');
    const instruments = rows
      .filter(({ table }) => table === 'instrument')
      .map(({ row }) => row as unknown as InstrumentRow);
    for (const row of instruments) expect(await sha256Hex(canonicalJson(row.definition))).toBe(row.hash);
    expect(instruments.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('are not changed or deleted afterwards, not by the owner of the database either', async () => {
    const { sql } = scene.home;
    await expect(sql(`update instrument set definition = '{}'`)).rejects.toThrow('does not change');
    await expect(sql(`update instrument set note = 'x'`)).rejects.toThrow('does not change');
    await expect(sql('delete from instrument')).rejects.toThrow('does not change');
    for (const person of [scene.lead, scene.interviewer]) {
      const { data } = await person.client.from('instrument').update({ note: 'x' }).eq('version', 1).select();
      expect(data ?? []).toEqual([]);
    }
    const [row] = await sql<{ note: string }>('select note from instrument where version = 1');
    expect(row?.note).toBe('');
  });

  it('take the number after the last, and the same content again its own', async () => {
    const wave = await draftWave(scene.lead);
    const second = { ...DEFINITION, title: 'Second' };
    await publish(scene.lead, wave.id, second);
    const again = await scene.lead.act(
      'publish_instrument',
      await args(canonicalJson(DEFINITION), undefined, wave.id),
    );
    expect(value(again)).toEqual({ version: 1 });
    expect(await scene.home.sql('select instrument from wave where id = $1', [wave.id])).toEqual([
      { instrument: wave.instrument },
    ]);
  });

  it('say for ever whether a question worded anew counts as the one before', async () => {
    const wave = await draftWave(scene.lead);
    const reworded = canonicalJson({ ...DEFINITION, title: 'Reworded' });
    const with_ = async (concordance: unknown) => ({
      ...(await args(reworded, undefined, wave.id)),
      concordance: concordance as InstrumentConcordance,
    });
    const [before, questions] = [wave.instrument, { 'A1.1': 'different', 'A1.2': 'same' }];
    for (const wrong of [
      'x',
      {},
      { before },
      { before, questions: [] },
      { before, questions: { 'A1.1': 'other' } },
      { before, questions: { 'A1.1': { name: 'Anna' } } },
      { before, questions: { 'B9.9': 'same' } },
      { before: await sha256Hex('no version'), questions },
      { before: scene.wave.instrument, questions: { ...questions, more: 'same' } },
      { before, questions, by: 'Anna' },
    ])
      expect(await scene.lead.act('publish_instrument', await with_(wrong)), JSON.stringify(wrong)).toEqual({
        ok: false,
        reason: 'malformed',
      });
    value(await scene.lead.act('publish_instrument', await with_({ before, questions })));
    const { rows } = await scene.interviewer.pull('study');
    const said = rows
      .filter(({ table }) => table === 'instrument')
      .map(({ row }) => row as unknown as InstrumentRow)
      .filter((row) => row.wave === wave.id)
      .map((row) => row.concordance);
    expect(said).toEqual([null, { before, questions }]);
    await expect(scene.home.sql('update instrument set concordance = null')).rejects.toThrow(
      'does not change',
    );
  });

  it('are published by leads, and not into a closed wave', async () => {
    const definition = await args('{}');
    for (const person of [scene.interviewer, scene.coder])
      expect(await person.act('publish_instrument', definition)).toEqual({
        ok: false,
        reason: 'not_allowed',
      });
    value(await scene.lead.act('close_wave', { wave: scene.wave.id }));
    expect(await scene.lead.act('publish_instrument', await args('{}'))).toEqual({
      ok: false,
      reason: 'wrong_state',
    });
  });
});
