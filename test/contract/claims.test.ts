import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalJson, sha256Hex } from '../../src/study/json.ts';
import type { ClaimsRow } from '../../src/study/rows.ts';
import { value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** What a report may claim is fixed before it is counted. */
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.home.stop());

const args = async (definition: string, hash?: string, wave = scene.wave.id) => ({
  claims: randomUUID(),
  wave,
  definition,
  hash: hash ?? (await sha256Hex(definition)),
  note: '',
});
const FIRST = canonicalJson({ claims: [{ id: 'C1' }] });
const SECOND = canonicalJson({ claims: [{ id: 'C1', threshold: 0.4 }] });
const rowsOf = async (person: Scene['lead']): Promise<readonly ClaimsRow[]> => {
  const { rows } = await person.pull('study');
  return rows.filter(({ table }) => table === 'claims').map(({ row }) => row as unknown as ClaimsRow);
};

it('are published by leads under the hash of their bytes, numbered, with the day; the same again is the same', async () => {
  const { lead, coder } = scene;
  expect(value(await lead.act('publish_claims', await args(FIRST)))).toEqual({ version: 1 });
  expect(value(await lead.act('publish_claims', await args(SECOND)))).toEqual({ version: 2 });
  expect(value(await lead.act('publish_claims', await args(SECOND)))).toEqual({ version: 2 });
  expect(await coder.act('publish_claims', await args(FIRST))).toEqual({ ok: false, reason: 'not_allowed' });
  expect(await lead.act('publish_claims', await args(FIRST, 'a'.repeat(64)))).toEqual({
    ok: false,
    reason: 'hash_differs',
  });
  expect(await lead.act('publish_claims', await args(FIRST, undefined, randomUUID()))).toEqual({
    ok: false,
    reason: 'unknown_reference',
  });
  for (const definition of ['', '[]', '"x"', '{'])
    expect(await lead.act('publish_claims', await args(definition)), definition).toEqual({
      ok: false,
      reason: 'malformed',
    });
});

it('come to leads and coders as they were published, to interviewers never', async () => {
  for (const person of [scene.lead, scene.coder]) {
    const rows = await rowsOf(person);
    expect(rows.map(({ version }) => version)).toEqual([1, 2]);
    for (const row of rows) {
      expect(await sha256Hex(canonicalJson(row.definition))).toBe(row.hash);
      expect(row.day).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  }
  expect(await rowsOf(scene.interviewer)).toEqual([]);
});

it('do not change afterwards, for the owner of the database neither', async () => {
  const { sql } = scene.home;
  await expect(sql(`update claims set definition = '{}'`)).rejects.toThrow('does not change');
  await expect(sql('delete from claims')).rejects.toThrow('does not change');
});
