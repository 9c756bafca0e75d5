import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeHash, makeCode } from '../../src/study/code.ts';
import type { InvitationCheck } from '../../src/study/wire.ts';
import { type Home, openHome, TEST_STUDY } from './home.ts';
import {
  call,
  foundStudy,
  invite,
  join,
  newClient,
  newCode,
  newEmail,
  newPerson,
  PASSWORD,
  type Person,
  signIn,
  value,
} from './people.ts';
import { setSetupCode } from './scene.ts';

describe('accounts', () => {
  let home: Home;
  let lead: Person;
  let setupCode: string;
  beforeAll(async () => {
    home = await openHome();
    setupCode = await setSetupCode(home);
  });
  afterAll(() => home.stop());

  const check = (code: string) => call<InvitationCheck>(newClient(home), 'check_invitation', { code });
  const people = async (): Promise<number> => (await home.sql('select from person')).length;
  const accounts = async (): Promise<number> => (await home.sql('select from auth.users')).length;

  it('hashes a code as the device does, however it was typed', async () => {
    const zeros = '0'.repeat(26);
    for (const typed of [zeros, `ooooo-OOOOO ${'0'.repeat(16)}`, `${zeros}\n`])
      expect(await home.sql('select internal.code_hash($1) as hash', [typed])).toEqual([
        { hash: await codeHash(zeros) },
      ]);
    const code = makeCode((n) => crypto.getRandomValues(new Uint8Array(n)));
    expect(await home.sql('select internal.code_hash($1) as hash', [code.toLowerCase()])).toEqual([
      { hash: await codeHash(code) },
    ]);
  });

  it('lets two use the set-up code and one of them win', async () => {
    expect(await check(setupCode)).toEqual({ ok: true, kind: 'setup' });
    const rivals = await Promise.all([join(home, setupCode, 'Ada'), join(home, setupCode, 'Bo')]);
    const answers = await Promise.all(
      rivals.map((rival) =>
        rival.act('found_study', { study: randomUUID(), name: TEST_STUDY, practice: false }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'already_founded' });
    const [winner, loser] = answers[0]?.ok ? rivals : [rivals[1], rivals[0]];
    if (!winner || !loser) throw new Error('two rivals expected');
    lead = winner;
    expect(await check(setupCode)).toEqual({ ok: false, reason: 'unknown' });
    expect((await loser.pull('study')).rows).toEqual([]);
    await expect(join(home, setupCode, 'Cy')).rejects.toThrow('sign-up failed');
    expect(await home.sql("select internal.set_setup_code('x') as set")).toEqual([{ set: false }]);
  });

  it('makes each invited person once, in the role of the invitation', async () => {
    for (const role of ['interviewer', 'coder', 'lead'] as const) {
      const code = await invite(lead, role);
      expect(await check(code)).toEqual({ ok: true, kind: 'invitation', role, study: TEST_STUDY });
      const person = await join(home, code, `En ${role}`);
      expect((await person.pull('study')).rows).toContainEqual({
        table: 'person',
        id: person.id,
        row: { id: person.id, name: `En ${role}`, role, active: true },
      });
      expect(await check(code)).toEqual({ ok: false, reason: 'used' });
      await expect(join(home, code, 'Another')).rejects.toThrow('sign-up failed');
    }
  });

  it('lets two use one invitation at once and one of them in', async () => {
    const code = await invite(lead, 'coder');
    const before = await people();
    const tries = await Promise.allSettled([join(home, code, 'Ada'), join(home, code, 'Bo')]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await people()).toBe(before + 1);
  });

  it('lets nobody in without a code, with another, an expired or a revoked one', async () => {
    const expired = newCode();
    const revoked = newCode();
    for (const [code, id] of [
      [expired, randomUUID()],
      [revoked, randomUUID()],
    ] as const) {
      value(
        await lead.act('invite', {
          invitation: id,
          role: 'lead',
          expires_at: new Date(Date.now() + 86_400_000).toISOString(),
          code_hash: await codeHash(code.replaceAll('-', '')),
        }),
      );
      if (code === revoked) value(await lead.act('revoke_invitation', { invitation: id }));
      else
        await home.sql("update invitation set expires_at = now() - interval '1 second' where id = $1", [id]);
    }
    expect(await check(expired)).toEqual({ ok: false, reason: 'expired' });
    expect(await check(revoked)).toEqual({ ok: false, reason: 'unknown' });
    expect(await check(newCode())).toEqual({ ok: false, reason: 'unknown' });
    const before = [await people(), await accounts()];
    for (const code of ['', 'x', newCode(), expired, revoked])
      await expect(join(home, code, 'Nobody')).rejects.toThrow('sign-up failed');
    const client = newClient(home);
    expect((await client.auth.signUp({ email: newEmail(), password: PASSWORD })).error).not.toBeNull();
    expect([await people(), await accounts()]).toEqual(before);
  });

  it('lets nobody in who calls the API past the client', async () => {
    const before = await accounts();
    for (const data of [
      {},
      { role: 'lead', name: 'Eve' },
      { code: null, name: 'Eve' },
      { code: ['x'], name: 'Eve' },
    ]) {
      const response = await fetch(`${home.url}/auth/v1/signup`, {
        method: 'POST',
        headers: { apikey: home.anonKey, 'content-type': 'application/json' },
        body: JSON.stringify({ email: newEmail(), password: PASSWORD, data }),
      });
      expect(response.ok).toBe(false);
    }
    expect(await accounts()).toBe(before);
  });

  it('gives no rights for a role written into the metadata, at sign-up or later', async () => {
    const code = await invite(lead, 'interviewer');
    const client = newClient(home);
    const email = newEmail();
    const forged = { role: 'lead', study: randomUUID(), app_metadata: { role: 'lead' } };
    const { data } = await client.auth.signUp({
      email,
      password: PASSWORD,
      options: { data: { code, name: 'Eve', ...forged } },
    });
    expect(JSON.stringify(data.user?.user_metadata)).not.toContain('lead');
    await client.auth.updateUser({ data: forged });
    const eve = await signIn(home, email);
    expect(await home.sql('select role from person where id = $1', [eve.id])).toEqual([
      { role: 'interviewer' },
    ]);
    expect(
      await eve.act('invite', {
        invitation: randomUUID(),
        role: 'lead',
        expires_at: new Date(Date.now() + 1000).toISOString(),
        code_hash: '0'.repeat(64),
      }),
    ).toEqual({ ok: false, reason: 'not_allowed' });
  });

  it('keeps the code nowhere: not in metadata, identity, token or any table', async () => {
    const code = await invite(lead, 'coder');
    const client = newClient(home);
    const { data } = await client.auth.signUp({
      email: newEmail(),
      password: PASSWORD,
      options: { data: { code, name: 'Kim Kodare' } },
    });
    const [, claims] = (data.session?.access_token ?? '').split('.');
    const seen = [
      JSON.stringify(data),
      Buffer.from(claims ?? '', 'base64url').toString(),
      JSON.stringify(await home.sql('select * from auth.users')),
      JSON.stringify(await home.sql('select * from auth.identities')),
      JSON.stringify(await home.sql('select * from public.invitation')),
      JSON.stringify(await home.sql('select * from public.person')),
      home.log() ?? '',
    ];
    expect(seen[1]).toContain(data.user?.id);
    for (const text of seen) {
      expect(text.includes(code)).toBe(false);
      expect(text.includes(code.replaceAll('-', ''))).toBe(false);
    }
    expect(seen[0]?.includes('Kim Kodare')).toBe(false);
  });

  it('says who and what the server is without signing in', async () => {
    expect(await call(newClient(home), 'hello', {})).toEqual({
      epoch: expect.stringMatching(/^[0-9a-f]{32}$/),
      // The number of the newest migration that changed what the API means.
      schema: expect.any(Number),
      founded: true,
      practice: false,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      backup_at: null,
    });
  });

  it('reads nothing to a deactivated account, which may still sign in', async () => {
    const coder = await newPerson(home, lead, 'coder');
    const { cursor } = await coder.pull('study');
    value(await lead.act('deactivate_person', { person: coder.id }));
    const again = await signIn(home, coder.email);
    for (const feed of ['study', 'interviews'] as const)
      expect(await again.pull(feed, cursor)).toMatchObject({ rows: [], reset: true, more: false });
  });
});

describe('the practice study', () => {
  it('founds a practice study with the same code, without using it up', async () => {
    const other = await openHome();
    try {
      const code = await setSetupCode(other);
      await foundStudy(other, code, TEST_STUDY, true);
      expect(await call(newClient(other), 'hello', {})).toMatchObject({ founded: false, practice: true });
      await foundStudy(other, code, TEST_STUDY);
      expect(await call(newClient(other), 'hello', {})).toMatchObject({ founded: true, practice: true });
      const late = await join(other, code, 'Late').catch((error: Error) => error.message);
      expect(late).toContain('sign-up failed');
    } finally {
      await other.stop();
    }
  });
});
