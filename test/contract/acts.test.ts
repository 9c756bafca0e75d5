import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActKind, Acts } from '../../src/study/wire.ts';
import { roundOf } from './coding.ts';
import { assign, attempt, complete, handIn, only, sendHandIn } from './commands.ts';
import { drawOf } from './drawing.ts';
import { openHome, TEST_STUDY } from './home.ts';

import {
  call,
  draftWave,
  foundStudy,
  invite,
  newClient,
  newPerson,
  openWave,
  type Person,
  publish,
  signIn,
  value,
} from './people.ts';
import { openScene, type Scene, setSetupCode } from './scene.ts';

describe('acts', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.home.stop());

  const newWave = (k = 5): Acts['create_wave']['args'] => ({
    wave: randomUUID(),
    label: '2027',
    year: 2027,
    k,
    fields: { sponsor: 'Någon' },
  });
  const soon = (): string => new Date(Date.now() + 3_600_000).toISOString();

  it('give the stored answer to the same id with the same arguments, and act once', async () => {
    const id = randomUUID();
    const args = newWave();
    const first = await scene.lead.act('create_wave', args, id);
    expect(first).toEqual({ ok: true, value: { wave: args.wave } });
    expect(await scene.lead.act('create_wave', args, id)).toEqual(first);
    expect(await scene.lead.act('create_wave', newWave(), id)).toEqual({
      ok: false,
      reason: 'other_content',
    });
    expect(await scene.lead.act('close_wave', { wave: args.wave }, id)).toMatchObject({
      reason: 'other_content',
    });
    const audit = await scene.home.sql("select from audit where what = 'wave.create' and about = $1", [
      args.wave,
    ]);
    expect(audit).toHaveLength(1);
  });

  it('are for active leads of the study', async () => {
    const { home, lead, interviewer, coder, wave } = scene;
    const gone = await newPerson(home, lead, 'lead', 'Gone');
    value(await lead.act('deactivate_person', { person: gone.id }));
    const every: { readonly [K in ActKind]: Acts[K]['args'] } = {
      found_study: { study: randomUUID(), name: 'x', practice: false },
      invite: { invitation: randomUUID(), role: 'lead', expires_at: soon(), code_hash: 'a'.repeat(64) },
      revoke_invitation: { invitation: randomUUID() },
      create_wave: newWave(),
      publish_instrument: { instrument: randomUUID(), wave: wave.id, definition: '{}', hash: '', note: '' },
      publish_claims: { claims: randomUUID(), wave: wave.id, definition: '{}', hash: '', note: '' },
      draw_cases: { wave: wave.id, cases: [] },
      draw_sample: drawOf(wave.id),
      release_replicate: { wave: wave.id, stratum: null, replicate: 1, reason: 'x' },
      open_wave: { wave: wave.id, merge_order: [] },
      close_wave: { wave: wave.id },
      deactivate_person: { person: lead.id },
      change_role: { person: coder.id, role: 'lead' },
      create_round: roundOf(wave.id),
      close_round: { round: randomUUID() },
      freeze_codebook: { id: randomUUID(), label: 'x', note: '' },
      import_codebook: { label: 'x', note: '', codes: [] },
      report_backup: { at: new Date().toISOString() },
      register_device: { device: randomUUID(), key: 'x' },
      approve_device: { device: randomUUID(), from: randomUUID(), copies: [] },
      revoke_device: { device: randomUUID() },
      rotate_field_key: {
        field_key: randomUUID(),
        wave: wave.id,
        generation: 1,
        from: randomUUID(),
        copies: [],
      },
      make_recovery_key: { device: randomUUID(), key: 'x', copies: [] },
      confirm_destroyed: { wave: wave.id, device: null },
      lease_cases: { wave: wave.id, up_to: 1 },
      release_cases: { cases: [randomUUID()] },
      remove_practice: { study: scene.study },
    };
    // Whoever calls registers a computer (keys.test.ts), and borrows from the pool (leases.test.ts).
    const open: readonly ActKind[] = ['register_device', 'lease_cases', 'release_cases'];
    for (const person of [interviewer, coder, gone])
      for (const kind of Object.keys(every) as ActKind[]) {
        if (person === interviewer && open.includes(kind)) continue;
        expect(await person.act(kind, every[kind] as never), kind).toEqual({
          ok: false,
          reason: 'not_allowed',
        });
      }
  });

  it('refuse what is not of their shape, without a word of it', async () => {
    for (const kind of ['invite', 'create_wave', 'draw_cases', 'draw_sample', 'change_role'] as const)
      for (const args of ['{', '[]', '{"x":1}', 'Anna i Habo'])
        expect(
          await call(scene.lead.client, `act_${kind}`, { act_id: randomUUID(), args }),
          `${kind} ${args}`,
        ).toEqual({ ok: false, reason: 'malformed' });
  });

  it('draw cases into a draft only, and open it with an instrument, cases and an order of all strata', async () => {
    const { lead } = scene;
    const empty = newWave();
    value(await lead.act('create_wave', empty));
    expect(await lead.act('open_wave', { wave: empty.wave, merge_order: [] })).toMatchObject({
      reason: 'wrong_state',
    });
    const wave = await draftWave(lead);
    for (const merge_order of [[], ['north'], ['north', 'north'], ['north', 'south', 'west']])
      expect(await lead.act('open_wave', { wave: wave.id, merge_order })).toMatchObject({
        reason: 'malformed',
      });
    value(await lead.act('open_wave', { wave: wave.id, merge_order: ['south', 'north'] }));
    const late = [{ id: randomUUID(), code: 'x', name: 'x', stratum: 'north' }];
    expect(await lead.act('draw_cases', { wave: wave.id, cases: late })).toMatchObject({
      reason: 'wrong_state',
    });
    expect(await lead.act('open_wave', { wave: wave.id, merge_order: ['south', 'north'] })).toMatchObject({
      reason: 'wrong_state',
    });
  });

  it('leave a study with a lead', async () => {
    const { lead, home } = scene;
    expect(await lead.act('deactivate_person', { person: lead.id })).toMatchObject({ reason: 'wrong_state' });
    expect(await lead.act('change_role', { person: lead.id, role: 'coder' })).toMatchObject({
      reason: 'wrong_state',
    });
    const second = await newPerson(home, lead, 'lead', 'Second');
    value(await second.act('change_role', { person: lead.id, role: 'interviewer' }));
    expect(await lead.act('create_wave', newWave())).toMatchObject({ reason: 'not_allowed' });
    value(await second.act('change_role', { person: lead.id, role: 'lead' }));
  });

  it('keep reading and interviewing apart within a wave', async () => {
    const { lead, home } = scene;
    const wave = await openWave(lead, { cases: { a: 6 } });
    const busy = await newPerson(home, lead, 'interviewer', 'Busy');
    await complete(lead, busy, wave.cases);
    await busy.push(
      'interviews',
      wave.cases.map(() => sendHandIn(handIn(wave))),
    );
    const reader = await newPerson(home, lead, 'coder', 'Reader');
    expect(await lead.act('change_role', { person: busy.id, role: 'coder' })).toMatchObject({
      reason: 'wrong_state',
    });
    expect(await lead.act('change_role', { person: reader.id, role: 'interviewer' })).toMatchObject({
      reason: 'wrong_state',
    });
    // Who has not called in an open wave may change, and has then read, whatever comes between.
    const idle = await newPerson(home, lead, 'interviewer', 'Idle');
    value(await lead.act('change_role', { person: idle.id, role: 'coder' }));
    value(await lead.act('change_role', { person: idle.id, role: 'lead' }));
    expect(await lead.act('change_role', { person: idle.id, role: 'interviewer' })).toMatchObject({
      reason: 'wrong_state',
    });
  });

  it('let who was an interviewer hand in what was made then, in whatever role now', async () => {
    const { lead, home } = scene;
    const wave = await openWave(lead, { cases: { a: 2 } });
    const risen = await newPerson(home, lead, 'interviewer', 'Risen');
    await complete(lead, risen, wave.cases);
    value(await lead.act('change_role', { person: risen.id, role: 'lead' }));
    const sent = [sendHandIn(handIn(wave))];
    expect(only(await risen.push('interviews', sent))).toMatchObject({ result: 'accepted', late: false });
  });

  it('tell the newest backup to everybody, and believe none of the future', async () => {
    const at = '2026-11-20T03:00:00.000Z';
    const { lead, home } = scene;
    expect(
      await lead.act('report_backup', { at: new Date(Date.now() + 60_000).toISOString() }),
    ).toMatchObject({
      reason: 'malformed',
    });
    value(await lead.act('report_backup', { at }));
    value(await lead.act('report_backup', { at: '2026-11-19T03:00:00.000Z' }));
    expect(await call(newClient(home), 'hello', {})).toMatchObject({ backup_at: at });
  });

  it('tell who did what, when, of everything but hand-ins', async () => {
    await scene.lead.push('cases', [assign(scene.wave.cases[0]?.id ?? '', scene.lead.id)]);
    const log = await scene.home.sql<{ kind: string }>(
      "select distinct kind from command_log where person = $1 and at > now() - interval '1 hour'",
      [scene.lead.id],
    );
    expect(log.map(({ kind }) => kind)).toContain('case.assign');
    const kinds = await scene.home.sql<{ kind: string }>('select distinct kind from command_log');
    expect(kinds.map(({ kind }) => kind)).not.toContain('interview.hand_in');
    const acts = await scene.home.sql<{ what: string }>('select distinct what from audit');
    expect(acts.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'study.found',
        'invitation.make',
        'join.invitation',
        'wave.open',
        'person.role',
      ]),
    );
  });
});

describe('the practice study', () => {
  it('holds invented cases only, lets k be 1, and goes whole in one step beside the real one', async () => {
    const home = await openHome();
    try {
      const code = await setSetupCode(home);
      const { lead, study } = await foundStudy(home, code, TEST_STUDY, true);
      const interviewer = await newPerson(home, lead, 'interviewer');
      const coder: Person = await newPerson(home, lead, 'coder');
      const wave = randomUUID();
      value(await lead.act('create_wave', { wave, label: '', year: 2026, k: 1, fields: {} }));
      const drawn = (codes: readonly string[]) =>
        codes.map((code) => ({ id: randomUUID(), code, name: code, stratum: 'a' }));
      expect(await lead.act('draw_cases', { wave, cases: drawn(['P001', '1480']) })).toEqual({
        ok: false,
        reason: 'practice_only',
      });
      // The whole way once, so that there is something of everything to remove.
      const full = await practiceWave(lead);
      await complete(lead, interviewer, full.cases.slice(0, 4));
      await interviewer.push(
        'interviews',
        full.cases.slice(0, 4).map(() => sendHandIn(handIn(full))),
      );
      await lead.push('cases', [attempt(full.cases[4]?.id ?? '', 'busy')]);
      expect((await coder.pull('interviews')).rows).not.toEqual([]);

      const real = await foundStudy(home, code, TEST_STUDY);
      await invite(real.lead, 'coder');
      expect(await lead.act('report_backup', { at: '2026-11-20T03:00:00Z' })).toMatchObject({
        reason: 'not_allowed',
      });
      expect(await real.lead.act('remove_practice', { study: real.study })).toEqual({
        ok: false,
        reason: 'practice_only',
      });
      const id = randomUUID();
      expect(await lead.act('remove_practice', { study }, id)).toEqual({
        ok: true,
        value: { removed: true },
      });
      expect(await lead.act('remove_practice', { study }, id)).toEqual({
        ok: true,
        value: { removed: true },
      });
      expect(await call(newClient(home), 'hello', {})).toMatchObject({ founded: true, practice: false });
      await expect(signIn(home, coder.email)).rejects.toThrow('sign-in failed');
      const left = await home.sql<{ table: string; n: number }>(
        `select 'person' as table, count(*)::integer as n from person union all select 'case', count(*)::integer from "case"
         union all select 'answer', count(*)::integer from answer union all select 'log', count(*)::integer from hand_in_log
         union all select 'invitation', count(*)::integer from invitation`,
      );
      expect(Object.fromEntries(left.map(({ table, n }) => [table, n]))).toEqual({
        person: 1,
        case: 0,
        answer: 0,
        log: 0,
        invitation: 1,
      });
    } finally {
      await home.stop();
    }
  });

  const practiceWave = async (lead: Person) => {
    const id = randomUUID();
    value(await lead.act('create_wave', { wave: id, label: '', year: 2026, k: 1, fields: {} }));
    const cases = Array.from({ length: 5 }, (_, i) => ({
      id: randomUUID(),
      code: `P${i}`,
      name: 'Påhittad',
      stratum: 'a',
    }));
    const instrument = await publish(lead, id, { pages: [] });
    value(await lead.act('draw_cases', { wave: id, cases }));
    value(await lead.act('open_wave', { wave: id, merge_order: ['a'] }));
    return { id, instrument, strata: ['a'], cases };
  };
});
