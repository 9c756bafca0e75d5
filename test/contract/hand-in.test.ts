import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/study/json.ts';
import { complete, handIn, only, sendHandIn } from './commands.ts';
import { openScene, type Scene } from './scene.ts';

describe('handing in', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ k: 3, cases: { north: 40 } });
    await complete(scene.lead, scene.interviewer, scene.wave.cases.slice(0, 30));
  });
  afterAll(() => scene.home.stop());

  it('answers with the hash of the text it took and its clock, and knows the same again', async () => {
    const sent = sendHandIn(handIn(scene.wave));
    const hash = await sha256Hex(sent.payload);
    expect(only(await scene.interviewer.push('interviews', [sent]))).toEqual({
      id: sent.id,
      result: 'accepted',
      late: false,
      hash,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(only(await scene.interviewer.push('interviews', [sent]))).toMatchObject({
      result: 'duplicate',
      hash,
    });
    expect(await scene.home.sql('select from waiting')).toHaveLength(1);
  });
});
