import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptRow, CaseRow } from '../../src/study/rows.ts';
import { assign, attempt, command, contact, only } from './commands.ts';
import { draftWave, newPerson, openWave, type Person, value, type Wave } from './people.ts';
import { openScene, type Scene } from './scene.ts';

describe('cases', () => {
  let scene: Scene;
  let other: Person;
  let wave: Wave;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 40 } });
    wave = scene.wave;
    other = await newPerson(scene.home, scene.lead, 'interviewer', 'Other');
  });
  afterAll(() => scene.home.stop());

  let next = 0;
  const freshCase = async (assignee: string | null): Promise<string> => {
    const id = wave.cases[next++]?.id ?? '';
    if (assignee) await scene.lead.push('cases', [assign(id, assignee)]);
    return id;
  };
  const seen = async <Row>(reader: Person, table: string): Promise<readonly Row[]> =>
    (await reader.pull('study')).rows
      .filter((pulled) => pulled.table === table && pulled.row !== null)
      .map(({ row }) => row as unknown as Row);
  const caseRow = async (id: string): Promise<CaseRow | undefined> =>
    (await seen<CaseRow>(scene.lead, 'case')).find((row) => row.id === id);

  it('shows an interviewer the own cases, with attempts and contacts, and nobody else’s', async () => {
    const { lead, interviewer, coder } = scene;
    const mine = await freshCase(interviewer.id);
    const theirs = await freshCase(other.id);
    for (const id of [mine, theirs]) await lead.push('cases', [contact(id)]);
    await interviewer.push('cases', [attempt(mine, 'busy')]);
    await other.push('cases', [attempt(theirs, 'no_answer')]);
    const ids = async (reader: Person, table: 'case' | 'attempt' | 'contact') =>
      (await seen<{ id: string; case?: string }>(reader, table)).map((row) => row.case ?? row.id);
    for (const table of ['case', 'attempt', 'contact'] as const) {
      expect(await ids(interviewer, table), table).toEqual([mine]);
      expect(await ids(other, table), table).toEqual([theirs]);
      expect(await ids(coder, table), table).toEqual([]);
      expect(await ids(lead, table), table).toEqual(expect.arrayContaining([mine, theirs]));
    }
  });

  it('shows an interviewer nobody else, a coder those who read, and invitations to leads only', async () => {
    const { lead, interviewer, coder } = scene;
    const people = async (reader: Person): Promise<readonly string[]> =>
      (await seen<{ id: string }>(reader, 'person')).map(({ id }) => id).sort();
    expect(await people(interviewer)).toEqual([interviewer.id]);
    expect(await people(coder)).toEqual([coder.id, lead.id].sort());
    for (const reader of [interviewer, coder]) expect(await seen(reader, 'invitation')).toEqual([]);
    expect(await seen(lead, 'person')).toHaveLength(4);
    expect(await seen(lead, 'invitation')).toHaveLength(3);
  });

  it('gives a case by a lead’s word only, and never to a coder', async () => {
    const { lead, interviewer, coder } = scene;
    const id = await freshCase(null);
    for (const person of [interviewer, coder])
      expect(only(await person.push('cases', [assign(id, person.id)]))).toMatchObject({
        reason: 'not_allowed',
      });
    expect(only(await lead.push('cases', [assign(id, coder.id)]))).toMatchObject({ reason: 'not_allowed' });
    expect(only(await lead.push('cases', [assign(id, randomUUID())]))).toMatchObject({
      reason: 'unknown_reference',
    });
    expect(only(await lead.push('cases', [assign(randomUUID(), interviewer.id)]))).toMatchObject({
      reason: 'unknown_reference',
    });
    expect(only(await lead.push('cases', [assign(id, interviewer.id)]))).toMatchObject({
      result: 'accepted',
    });
    expect(await caseRow(id)).toMatchObject({ assignee: interviewer.id, rev: { assignee: 2 } });
  });

  it('keeps both values where the same field was changed by two', async () => {
    const { lead, interviewer } = scene;
    const id = await freshCase(interviewer.id);
    expect(only(await lead.push('cases', [assign(id, other.id, 1)]))).toMatchObject({
      result: 'conflict',
      reason: 'stale',
      current: { assignee: { value: interviewer.id, rev: 2 } },
    });
    expect(await caseRow(id)).toMatchObject({ assignee: interviewer.id });
    expect(only(await lead.push('cases', [assign(id, null, 7)]))).toMatchObject({ reason: 'malformed' });
    expect(
      only(await lead.push('cases', [command('case.assign', { case: id, assignee: null })])),
    ).toMatchObject({ reason: 'malformed' });
  });

  it('merges edits of different fields of the wave, and keeps both of the same', async () => {
    const { lead } = scene;
    const edit = (fields: Record<string, string>, base: Record<string, number>) =>
      command('wave.edit', { wave: wave.id, fields }, base);
    const answers = await lead.push('writing', [
      edit({ sponsor: 'Myndigheten' }, { sponsor: 1 }),
      edit({ minutes: '30', notice_url: 'https://example.se' }, { minutes: 1, notice_url: 1 }),
      edit({ minutes: '45', controller: 'Någon' }, { minutes: 1, controller: 1 }),
      edit({ title: 'x' }, { title: 1 }),
      edit({ minutes: '45' }, { sponsor: 1 }),
      edit({}, {}),
    ]);
    expect(answers).toMatchObject([
      { result: 'accepted' },
      { result: 'accepted' },
      { result: 'conflict', reason: 'stale', current: { minutes: { value: '30', rev: 2 } } },
      { reason: 'malformed' },
      { reason: 'malformed' },
      { reason: 'malformed' },
    ]);
    const [row] = (await seen<{ id: string; fields: object; rev: object }>(scene.coder, 'wave')).filter(
      ({ id }) => id === wave.id,
    );
    expect(row?.fields).toMatchObject({ sponsor: 'Myndigheten', minutes: '30', controller: '' });
    expect(row?.rev).toMatchObject({ sponsor: 2, minutes: 2, controller: 1 });
    for (const person of [scene.interviewer, scene.coder])
      expect(only(await person.push('writing', [edit({ minutes: '1' }, { minutes: 2 })]))).toMatchObject({
        reason: 'not_allowed',
      });
  });

  it('counts the first completed interview of a case, and keeps a second one as late', async () => {
    const { lead, interviewer } = scene;
    const id = await freshCase(interviewer.id);
    const call = attempt(id, 'no_answer');
    expect(only(await interviewer.push('cases', [call]))).toMatchObject({ result: 'accepted', late: false });
    expect(await caseRow(id)).toMatchObject({ status: 'active', completed_by: null });
    const first = attempt(id, 'interviewed');
    const second = attempt(id, 'interviewed');
    expect(await interviewer.push('cases', [first, second])).toMatchObject([
      { result: 'accepted', late: false, first: true },
      { result: 'accepted', late: true, first: false },
    ]);
    // A lost answer is asked for again, and says the same.
    expect(await interviewer.push('cases', [first, second])).toMatchObject([
      { result: 'duplicate', first: true },
      { result: 'duplicate', first: false },
    ]);
    expect(await caseRow(id)).toMatchObject({
      status: 'interviewed',
      completed_by: JSON.parse(first.payload).attempt,
    });
    const attempts = (await seen<AttemptRow>(lead, 'attempt')).filter((row) => row.case === id);
    expect(attempts.map(({ outcome, late }) => [outcome, late])).toEqual([
      ['no_answer', false],
      ['interviewed', false],
      ['interviewed', true],
    ]);
    expect(attempts[0]).toMatchObject({ by: interviewer.id, at: '2026-11-23T10:15Z' });
    expect(
      await scene.home.sql('select completed, handed_in from tally where person = $1', [interviewer.id]),
    ).toEqual([{ completed: 1, handed_in: 0 }]);
  });

  it('takes an attempt late from whoever once had the case, and none from who never had it', async () => {
    const { lead, interviewer, coder } = scene;
    const id = await freshCase(interviewer.id);
    await lead.push('cases', [assign(id, other.id, 2)]);
    expect(await interviewer.push('cases', [attempt(id, 'interviewed')])).toMatchObject([
      { result: 'accepted', late: true, first: true },
    ]);
    const untouched = await freshCase(other.id);
    for (const person of [interviewer, coder])
      expect(only(await person.push('cases', [attempt(untouched, 'busy')]))).toMatchObject({
        reason: 'not_allowed',
      });
    expect(only(await lead.push('cases', [attempt(untouched, 'busy')]))).toMatchObject({
      result: 'accepted',
      late: false,
    });
  });

  it('refuses an attempt that is none', async () => {
    const { interviewer } = scene;
    const id = await freshCase(interviewer.id);
    const good = { attempt: randomUUID(), case: id, outcome: 'busy', at: '2026-11-23T10:15:00.000Z' };
    for (const bad of [
      { ...good, outcome: 'talked' },
      { ...good, outcome: null },
      { ...good, at: 'yesterday' },
      { ...good, at: '2026-13-45T10:15Z' },
      { ...good, attempt: 'x' },
      { ...good, note: 'Anna svarade' },
    ])
      expect(only(await interviewer.push('cases', [command('attempt.record', bad)]))).toMatchObject({
        reason: 'malformed',
      });
    const sent = attempt(id, 'busy', good.attempt);
    const twice = attempt(id, 'busy', good.attempt);
    expect(await interviewer.push('cases', [sent, twice])).toMatchObject([
      { result: 'accepted' },
      { result: 'rejected', reason: 'malformed' },
    ]);
  });

  it('holds contacts sealed, from leads and from who calls, each with its case', async () => {
    const { lead, interviewer, coder, home } = scene;
    const id = await freshCase(interviewer.id);
    const contactId = randomUUID();
    expect(
      await lead.push('cases', [contact(id, contactId, 'b25l'), contact(id, contactId, 'dHdv', 1)]),
    ).toMatchObject([{ result: 'accepted' }, { result: 'accepted' }]);
    expect(only(await interviewer.push('cases', [contact(id, contactId, 'dHJl', 2)]))).toMatchObject({
      result: 'accepted',
      late: false,
    });
    const rows = (await seen<{ id: string; box: string }>(interviewer, 'contact')).filter(
      (row) => row.id === contactId,
    );
    expect(rows).toEqual([{ id: contactId, case: id, generation: 1, box: 'dHJl', rev: { box: 3 } }]);
    const elsewhere = await freshCase(null);
    expect(only(await lead.push('cases', [contact(elsewhere, contactId)]))).toMatchObject({
      reason: 'malformed',
    });
    expect(only(await lead.push('cases', [contact(id, randomUUID(), 'Anna Ek 070')]))).toMatchObject({
      reason: 'malformed',
    });
    const stranger = await newPerson(home, lead, 'interviewer', 'Stranger');
    for (const person of [stranger, coder])
      expect(only(await person.push('cases', [contact(id)]))).toMatchObject({ reason: 'not_allowed' });
  });

  it('takes what was made before the close, late; the case is closed but can still be completed', async () => {
    const { lead, interviewer } = scene;
    const small = await openWave(lead, { cases: { a: 3 } });
    const [first, second] = small.cases;
    if (!first || !second) throw new Error('cases expected');
    await lead.push('cases', [assign(first.id, interviewer.id)]);
    value(await lead.act('close_wave', { wave: small.id }));
    expect(await caseRow(first.id)).toMatchObject({ status: 'closed' });
    expect(
      await interviewer.push('cases', [attempt(first.id, 'busy'), attempt(first.id, 'interviewed')]),
    ).toMatchObject([
      { result: 'accepted', late: true },
      { result: 'accepted', late: true, first: true },
    ]);
    expect(await caseRow(first.id)).toMatchObject({ status: 'interviewed' });
    expect(await lead.push('cases', [assign(second.id, interviewer.id), contact(second.id)])).toMatchObject([
      { result: 'accepted', late: true },
      { result: 'accepted', late: true },
    ]);
  });

  it('records no attempt before the wave is open', async () => {
    const draft = await draftWave(scene.lead, { cases: { a: 1 } });
    expect(only(await scene.lead.push('cases', [attempt(draft.cases[0]?.id ?? '', 'busy')]))).toMatchObject({
      reason: 'not_allowed',
    });
  });

  it('takes what a deactivated account made before, late', async () => {
    const { home, lead } = scene;
    const leaver = await newPerson(home, lead, 'interviewer', 'Leaver');
    const id = await freshCase(leaver.id);
    value(await lead.act('deactivate_person', { person: leaver.id }));
    expect(only(await leaver.push('cases', [attempt(id, 'interviewed')]))).toMatchObject({
      result: 'accepted',
      late: true,
      first: true,
    });
    const later = await freshCase(null);
    expect(only(await lead.push('cases', [assign(later, leaver.id)]))).toMatchObject({
      result: 'accepted',
      late: true,
    });
  });
});
