import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complete, handIn, newReceiptHash, only, sendHandIn } from './commands.ts';
import { call, newClient } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** Whoever holds the receipt can have the interview deleted: before it arrives, while it waits, once it is read. */
describe('withdrawal', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ k: 3, cases: { north: 30 } });
    await complete(scene.lead, scene.interviewer, scene.wave.cases.slice(0, 30));
  });
  afterAll(() => scene.home.stop());

  const withdraw = (receipt_hash: string) => call(newClient(scene.home), 'withdraw', { receipt_hash });
  const send = async (receipt: string) =>
    only(await scene.interviewer.push('interviews', [sendHandIn(handIn(scene.wave, { receipt }))]));
  const traces = async (receipt: string, id: string): Promise<number> => {
    const [row] = await scene.home.sql<{ n: number }>(
      `select ((select count(*) from waiting where receipt_hash = $1) + (select count(*) from interview where receipt_hash = $1)
        + (select count(*) from hand_in_log where id = $2))::integer as n`,
      [receipt, id],
    );
    return row?.n ?? -1;
  };

  it('says the same whether or not the interview was there', async () => {
    const receipt = newReceiptHash();
    expect(await withdraw(receipt)).toEqual({ ok: true });
    expect(await withdraw(receipt)).toEqual({ ok: true });
    await send(newReceiptHash());
    expect(await withdraw('abc')).toEqual({ ok: false, reason: 'malformed' });
    expect(await withdraw('Anna i Habo')).toEqual({ ok: false, reason: 'malformed' });
  });

  it('answers an interview whose receipt was used before it came as withdrawn, and keeps nothing of it', async () => {
    const receipt = newReceiptHash();
    await withdraw(receipt.toUpperCase());
    const sent = sendHandIn(handIn(scene.wave, { receipt }));
    expect(only(await scene.interviewer.push('interviews', [sent]))).toEqual({
      id: sent.id,
      result: 'withdrawn',
    });
    expect(await traces(receipt, sent.id)).toBe(0);
  });

  it('deletes one that waits, with its log row, and answers its sender withdrawn from then on', async () => {
    const receipt = newReceiptHash();
    const sent = sendHandIn(handIn(scene.wave, { receipt }));
    await scene.interviewer.push('interviews', [sent]);
    expect(await traces(receipt, sent.id)).toBe(2);
    expect(await withdraw(receipt)).toEqual({ ok: true });
    expect(await traces(receipt, sent.id)).toBe(0);
    expect(only(await scene.interviewer.push('interviews', [sent]))).toMatchObject({ result: 'withdrawn' });
  });

  it('deletes a released one, its answers and its log row, and tells every replica by one tombstone', async () => {
    const { coder, home, interviewer, wave } = scene;
    const receipts = Array.from({ length: 12 }, newReceiptHash);
    await interviewer.push(
      'interviews',
      receipts.map((receipt) => sendHandIn(handIn(wave, { receipt }))),
    );
    const [released] = await home.sql<{ id: string; receipt_hash: string; hand_in: string }>(
      'select id, receipt_hash, hand_in from interview limit 1',
    );
    if (!released) throw new Error('a released interview is expected');
    const { cursor } = await coder.pull('interviews');
    expect(await withdraw(released.receipt_hash)).toEqual({ ok: true });
    expect(await traces(released.receipt_hash, released.hand_in)).toBe(0);
    expect(await home.sql('select from answer where interview = $1', [released.id])).toEqual([]);
    expect((await coder.pull('interviews', cursor)).rows).toEqual([
      { table: 'interview', id: released.id, row: null },
    ]);
    expect(JSON.stringify((await coder.pull('interviews')).rows)).not.toContain(`${released.id}/`);
  });

  it('keeps of a receipt its hash alone', async () => {
    const columns = await scene.home.sql(
      "select column_name from information_schema.columns where table_schema = 'public' and table_name = 'withdrawn'",
    );
    expect(columns).toEqual([{ column_name: 'receipt_hash' }]);
  });
});
