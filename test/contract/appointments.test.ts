import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AppointmentRow,
  type AttemptRow,
  OUTCOMES,
  type Outcome,
  RARE_OUTCOMES,
  REFUSAL_REASONS,
} from '../../src/study/rows.ts';
import type { SentCommand } from '../../src/study/wire.ts';
import { assign, attempt, command, only, appointment as put } from './commands.ts';
import { draftWave, newPerson, type Person, value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

const cancel = (id: string): SentCommand => command('appointment.cancel', { appointment: id });

describe('what the calls leave', () => {
  let scene: Scene;
  let other: Person;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 40 } });
    other = await newPerson(scene.home, scene.lead, 'interviewer', 'Other');
  });
  afterAll(() => scene.home.stop());

  let next = 0;
  const freshCase = async (assignee: string | null): Promise<string> => {
    const id = scene.wave.cases[next++]?.id ?? '';
    if (assignee) await scene.lead.push('cases', [assign(id, assignee)]);
    return id;
  };
  const rows = async <Row>(reader: Person, table: string, cursor = ''): Promise<readonly Row[]> =>
    (await reader.pull('study', cursor)).rows
      .filter((pulled) => pulled.table === table && pulled.row !== null)
      .map(({ row }) => row as unknown as Row);

  it('takes every outcome of the table, and no other', async () => {
    const { interviewer } = scene;
    const id = await freshCase(interviewer.id);
    const all: readonly Outcome[] = [...OUTCOMES, ...RARE_OUTCOMES];
    const answers = await interviewer.push(
      'cases',
      all.map((outcome) => attempt(id, outcome)),
    );
    expect(answers.map(({ result }) => result)).toEqual(all.map(() => 'accepted'));
    expect(only(await interviewer.push('cases', [attempt(id, 'talked' as Outcome)]))).toMatchObject({
      reason: 'malformed',
    });
  });

  it('keeps why somebody said no, from a closed list, and gives it back', async () => {
    const { interviewer } = scene;
    const id = await freshCase(interviewer.id);
    const refused = (more: object, outcome = 'refusal'): SentCommand =>
      command('attempt.record', {
        attempt: randomUUID(),
        case: id,
        outcome,
        at: '2026-11-23T10:15:00.000Z',
        ...more,
      });
    const appointment = randomUUID();
    const answers = await interviewer.push('cases', [
      ...REFUSAL_REASONS.map((reason) => refused({ refusal: { reason, final: false } })),
      refused({ appointment }, 'appointment'),
      refused({ refusal: { reason: 'Anna ville inte', final: false } }),
      refused({ refusal: { reason: 'time', final: 'ja' } }),
      refused({ refusal: { reason: 'time', final: true, note: 'x' } }),
      refused({ refusal: { reason: 'time', final: true } }, 'busy'),
      refused({ appointment: 'x' }, 'appointment'),
      refused({ note: 'x' }),
    ]);
    expect(answers.map(({ result }) => result)).toEqual([
      ...REFUSAL_REASONS.map(() => 'accepted'),
      'accepted',
      ...Array.from({ length: 6 }, () => 'rejected'),
    ]);
    const kept = (await rows<AttemptRow>(interviewer, 'attempt')).filter((row) => row.case === id);
    expect(kept.slice(0, -1).map(({ refusal }) => refusal?.reason)).toEqual([...REFUSAL_REASONS]);
    expect(kept.at(-1)).toMatchObject({ outcome: 'appointment', appointment });
    expect(kept.at(-1)).not.toHaveProperty('refusal');
  });

  it('shows an appointment to the case’s assignee and to leads, and to nobody else', async () => {
    const { interviewer, lead, coder } = scene;
    const id = await freshCase(interviewer.id);
    const appointment = randomUUID();
    expect(only(await interviewer.push('cases', [put(id, {}, appointment)]))).toMatchObject({
      result: 'accepted',
      late: false,
    });
    const wanted = {
      id: appointment,
      case: id,
      by: interviewer.id,
      at: '2026-11-26T09:15Z',
      zone: 'Europe/Stockholm',
      kind: 'hard',
    };
    for (const reader of [interviewer, lead])
      expect(await rows<AppointmentRow>(reader, 'appointment')).toContainEqual(wanted);
    for (const reader of [other, coder]) expect(await rows(reader, 'appointment')).toEqual([]);
  });

  it('refuses one that is none, or about a case that was never one’s own', async () => {
    const { interviewer, coder, lead } = scene;
    const id = await freshCase(interviewer.id);
    for (const bad of [
      { at: 'i morgon' },
      { zone: 'Mars/Olympus' },
      { zone: "x'; drop" },
      { kind: 'maybe' },
      { note: 'Anna, 070-174 06 05' },
      { appointment: 'x' },
    ])
      expect(only(await interviewer.push('cases', [put(id, bad)])), JSON.stringify(bad)).toMatchObject({
        reason: 'malformed',
      });
    for (const person of [other, coder])
      expect(only(await person.push('cases', [put(id)]))).toMatchObject({ reason: 'not_allowed' });
    expect(only(await lead.push('cases', [put(randomUUID())]))).toMatchObject({
      reason: 'unknown_reference',
    });
    const draft = await draftWave(lead, { cases: { a: 1 } });
    expect(only(await lead.push('cases', [put(draft.cases[0]?.id ?? '')]))).toMatchObject({
      reason: 'not_allowed',
    });
  });

  it('is cancelled by whoever may report of the case, for everybody, twice as well as once', async () => {
    const { interviewer, lead, coder } = scene;
    const id = await freshCase(interviewer.id);
    const appointment = randomUUID();
    await interviewer.push('cases', [put(id, {}, appointment)]);
    const { cursor } = await lead.pull('study');
    for (const person of [other, coder])
      expect(only(await person.push('cases', [cancel(appointment)]))).toMatchObject({
        reason: 'not_allowed',
      });
    expect(only(await interviewer.push('cases', [cancel(appointment)]))).toMatchObject({
      result: 'accepted',
      late: false,
    });
    expect(only(await lead.push('cases', [cancel(appointment)]))).toMatchObject({
      result: 'accepted',
      late: true,
    });
    const page = await lead.pull('study', cursor);
    expect(page.rows).toEqual([{ table: 'appointment', id: appointment, row: null }]);
  });

  it('goes with its case to the new assignee, and out of the sight of the old', async () => {
    const { interviewer, lead } = scene;
    const id = await freshCase(interviewer.id);
    const appointment = randomUUID();
    await interviewer.push('cases', [attempt(id, 'appointment'), put(id, {}, appointment)]);
    const before = [(await interviewer.pull('study')).cursor, (await other.pull('study')).cursor] as const;
    await lead.push('cases', [assign(id, other.id, 2)]);
    const lost = (await interviewer.pull('study', before[0])).rows.filter(
      ({ id: row }) => row === appointment,
    );
    expect(lost).toEqual([{ table: 'appointment', id: appointment, row: null }]);
    expect((await rows<AppointmentRow>(other, 'appointment', before[1])).map((row) => row.id)).toEqual([
      appointment,
    ]);
    // Made by the one who had the case then, and still may report: late.
    expect(only(await interviewer.push('cases', [put(id)]))).toMatchObject({
      result: 'accepted',
      late: true,
    });
    value(await lead.act('close_wave', { wave: scene.wave.id }));
    expect(only(await other.push('cases', [put(id)]))).toMatchObject({ result: 'accepted', late: true });
  });

  it('lets a lead edit the rules for calling beside the texts, and nobody else', async () => {
    const { lead, interviewer } = scene;
    const edit = (text: string, rev: number): SentCommand =>
      command('wave.edit', { wave: scene.wave.id, fields: { call_rules: text } }, { call_rules: rev });
    expect(only(await interviewer.push('writing', [edit('{}', 1)]))).toMatchObject({ reason: 'not_allowed' });
    expect(only(await lead.push('writing', [edit('{"maxAttempts":6}', 1)]))).toMatchObject({
      result: 'accepted',
    });
    expect(only(await lead.push('writing', [edit('{"maxAttempts":7}', 1)]))).toMatchObject({
      reason: 'stale',
    });
  });
});
