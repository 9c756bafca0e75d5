import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuoteMark } from '../../src/study/answer.ts';
import { shiftQuotes } from '../../src/study/commands/answer-redact.ts';
import type { AnswerRow } from '../../src/study/rows.ts';
import { answered, command, complete, handIn, newReceiptHash, only, sendHandIn } from './commands.ts';
import { call, newClient, newPerson, value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** The one way in which a released answer changes: at once, for everybody, for good. */
describe('redaction', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ k: 3, cases: { north: 90 } });
    await complete(scene.lead, scene.interviewer, scene.wave.cases.slice(0, 80));
  });
  afterAll(() => scene.home.stop());

  /** Released answers of this text: six are handed in, three leave. */
  const release = async (notes: string, quotes: readonly QuoteMark[] = []): Promise<AnswerRow> => {
    const { cursor } = await scene.coder.pull('interviews');
    const plan = { answers: { 'A1.1': answered(notes, { quotes }) } };
    await scene.interviewer.push(
      'interviews',
      Array.from({ length: 6 }, () => sendHandIn(handIn(scene.wave, plan))),
    );
    const { rows } = await scene.coder.pull('interviews', cursor);
    const found = rows
      .map(({ row }) => row as unknown as AnswerRow | null)
      .find((row) => row?.notes === notes);
    if (!found) throw new Error('a released answer is expected');
    return found;
  };
  const redact = (answer: string, revision: number, start: number, end: number, placeholder = '[PERSON 1]') =>
    command('answer.redact', { answer, revision, start, end, placeholder });
  const read = async (id: string): Promise<AnswerRow> => {
    const { rows } = await scene.coder.pull('interviews');
    return rows.find((pulled) => pulled.id === id)?.row as unknown as AnswerRow;
  };

  it('puts a placeholder in the place of the text, moves the quotes and raises the revision', async () => {
    const notes = 'Vi frågade Karin om det, och hon sa nej.';
    const quotes = [
      { start: 0, end: 10, kind: 'notes' as const },
      { start: 25, end: 40, kind: 'verbatim' as const },
      { start: 3, end: 14, kind: 'notes' as const },
    ];
    const { id } = await release(notes, quotes);
    expect(only(await scene.coder.push('coding', [redact(id, 1, 11, 16)]))).toMatchObject({
      result: 'accepted',
      late: false,
    });
    expect(await read(id)).toMatchObject({
      notes: 'Vi frågade [PERSON 1] om det, och hon sa nej.',
      quotes: shiftQuotes(quotes, 11, 16, 10),
      revision: 2,
    });
    const dump = await scene.home.sql(
      `select (select jsonb_agg(a) from answer a)::text || (select jsonb_agg(r) from redaction r)::text
        || (select jsonb_agg(c) from command_log c)::text || coalesce((select jsonb_agg(w) from audit w)::text, '') as text`,
    );
    const others = JSON.stringify(dump).split('Karin').length - 1;
    // The other two released with it still say it; this one says it nowhere.
    expect(others).toBe(2);
  });

  it('does to offsets what the device does, whatever is masked', async () => {
    const notes = 'Åtta 👩🏽‍💻 och 𝟘 ord som kan döljas här.';
    const length = notes.length;
    await fc.assert(
      fc.asyncProperty(fc.nat(length - 1), fc.nat(length - 1), async (a, b) => {
        const start = Math.min(a, b);
        const end = Math.max(a, b) + 1;
        const [row] = await scene.home.sql<{ masked: string; s: number; e: number }>(
          `select left($1, internal.characters_before($1, $2, false)) || '[ORT]'
             || substr($1, internal.characters_before($1, $3, true) + 1) as masked,
             internal.utf16_length(left($1, internal.characters_before($1, $2, false))) as s,
             internal.utf16_length(left($1, internal.characters_before($1, $3, true))) as e`,
          [notes, start, end],
        );
        if (!row) throw new Error('a row is expected');
        expect(row.masked).toBe(`${notes.slice(0, row.s)}[ORT]${notes.slice(row.e)}`);
        // Whole characters: never less than was asked for, and at most a surrogate more on each side.
        expect(start - row.s === 0 || start - row.s === 1).toBe(true);
        expect(row.e - end === 0 || row.e - end === 1).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('carries a redaction made on an older revision over, and one of what is masked already changes nothing', async () => {
    const { id } = await release('Anna och Bo och Cecilia var med på mötet.');
    const { coder, lead } = scene;
    await coder.push('coding', [redact(id, 1, 0, 4)]);
    const answers = await lead.push('coding', [
      redact(id, 1, 16, 23, '[PERSON 3]'),
      redact(id, 1, 9, 11, '[PERSON 2]'),
      redact(id, 1, 1, 3),
    ]);
    expect(answers).toMatchObject([
      { result: 'accepted', late: true },
      { result: 'accepted', late: true },
      { result: 'accepted', late: true },
    ]);
    expect(await read(id)).toMatchObject({
      notes: '[PERSON 1] och [PERSON 2] och [PERSON 3] var med på mötet.',
      revision: 4,
    });
    // Half of it masked before: the older placeholder goes with the rest.
    expect(only(await lead.push('coding', [redact(id, 1, 2, 11, '[PERSON 4]')]))).toMatchObject({
      late: true,
    });
    expect((await read(id)).notes).toBe('[PERSON 4] och [PERSON 3] var med på mötet.');
  });

  it('comes from coders and leads, names a range that is there and a placeholder that says nothing', async () => {
    const { id } = await release('Det sa Disa till oss.');
    const { coder, interviewer } = scene;
    expect(only(await interviewer.push('coding', [redact(id, 1, 0, 4)]))).toMatchObject({
      reason: 'not_allowed',
    });
    for (const bad of [
      redact(id, 1, 4, 4),
      redact(id, 1, 0, 400),
      redact(id, 2, 0, 4),
      redact(id, 1, 0, 4, 'Karin'),
      redact(id, 1, 0, 4, '[karin ek]'),
      redact(id, 1, 0, 4, ''),
      redact(id.slice(0, 20), 1, 0, 4),
    ])
      expect(only(await coder.push('coding', [bad])), bad.payload).toMatchObject({ reason: 'malformed' });
    const elsewhere = redact(`${crypto.randomUUID()}/A1.1`, 1, 0, 4);
    expect(only(await coder.push('coding', [elsewhere]))).toMatchObject({ reason: 'unknown_reference' });
    expect(await read(id)).toMatchObject({ notes: 'Det sa Disa till oss.', revision: 1 });
  });

  it('is none the worse where the interview was withdrawn meanwhile, or its author deactivated', async () => {
    const { home, lead } = scene;
    const leaver = await newPerson(home, lead, 'coder', 'Leaver');
    const { id, interview } = await release('Erik sa det.');
    value(await lead.act('deactivate_person', { person: leaver.id }));
    expect(only(await leaver.push('coding', [redact(id, 1, 0, 4)]))).toMatchObject({
      result: 'accepted',
      late: true,
    });
    const [row] = await home.sql<{ receipt_hash: string }>(
      'select receipt_hash from interview where id = $1',
      [interview],
    );
    await call(newClient(home), 'withdraw', { receipt_hash: row?.receipt_hash ?? newReceiptHash() });
    expect(only(await scene.coder.push('coding', [redact(id, 1, 0, 4)]))).toMatchObject({
      result: 'accepted',
      late: true,
    });
  });
});
