import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceRow, SealedKeyRow } from '../../src/study/rows.ts';
import { assign, command, contact, only } from './commands.ts';
import { newPerson, openWave, type Person, value, type Wave } from './people.ts';
import { openScene, type Scene } from './scene.ts';

const publicKey = (): string => randomBytes(32).toString('base64');
const copy = () => ({
  id: randomUUID(),
  box: randomBytes(92).toString('base64'),
  proof: randomBytes(32).toString('base64'),
});

describe('field keys', () => {
  let scene: Scene;
  let leads: string;
  let callers: string;
  let wave: Wave;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 20 } });
    wave = scene.wave;
    leads = await register(scene.lead);
    callers = await register(scene.interviewer);
  });
  afterAll(() => scene.home.stop());

  const register = async (person: Person): Promise<string> => {
    const device = randomUUID();
    value(await person.act('register_device', { device, key: publicKey() }));
    return device;
  };
  const rowsOf = async <Row>(person: Person, table: string): Promise<readonly Row[]> =>
    (await person.pull('study')).rows
      .filter((pulled) => pulled.table === table && pulled.row !== null)
      .map(({ row }) => row as unknown as Row);
  const stateOf = async (device: string): Promise<string | undefined> =>
    (await rowsOf<DeviceRow>(scene.lead, 'device')).find(({ id }) => id === device)?.state;
  const rotation = (generation: number, devices: readonly string[], from = leads, of = wave.id) => ({
    field_key: randomUUID(),
    wave: of,
    generation,
    from,
    copies: devices.map((device) => ({ ...copy(), device })),
  });

  it('approve the first lead’s computer by themselves, and no other', async () => {
    expect(await stateOf(leads)).toBe('approved');
    expect(await stateOf(callers)).toBe('pending');
    const second = await newPerson(scene.home, scene.lead, 'lead', 'Second');
    expect(await stateOf(await register(second))).toBe('pending');
  });

  it('take a computer from its own person, once, under one key; from coders none', async () => {
    const { interviewer, coder, lead } = scene;
    const device = randomUUID();
    const key = publicKey();
    const first = await interviewer.act('register_device', { device, key });
    expect(await interviewer.act('register_device', { device, key })).toEqual(first);
    for (const [who, other] of [
      [interviewer, publicKey()],
      [lead, key],
    ] as const)
      expect(await who.act('register_device', { device, key: other })).toMatchObject({ reason: 'malformed' });
    expect(await coder.act('register_device', { device: randomUUID(), key })).toMatchObject({
      reason: 'not_allowed',
    });
    for (const bad of ['', 'x', key.slice(1), `${key}=`])
      expect(await interviewer.act('register_device', { device: randomUUID(), key: bad })).toMatchObject({
        reason: 'malformed',
      });
    value(await lead.act('revoke_device', { device }));
  });

  it('go to approved computers alone, one generation after the other', async () => {
    const { lead } = scene;
    expect(await lead.act('rotate_field_key', rotation(1, [leads, callers]))).toMatchObject({
      reason: 'wrong_state',
    });
    value(await lead.act('approve_device', { device: callers, from: leads, copies: [] }));
    for (const [generation, devices, from] of [
      [2, [leads, callers], leads],
      [1, [callers], leads],
      [1, [leads, callers], callers],
      [1, [leads, randomUUID()], leads],
    ] as const)
      expect(await lead.act('rotate_field_key', rotation(generation, devices, from))).toMatchObject({
        reason: 'wrong_state',
      });
    value(await lead.act('rotate_field_key', rotation(1, [leads, callers])));
    expect(await lead.act('rotate_field_key', rotation(1, [leads, callers]))).toMatchObject({
      reason: 'wrong_state',
    });
  });

  it('are seen by their own device and by leads; of leads’ copies others see the proof alone', async () => {
    const { lead, interviewer, coder, home } = scene;
    const other = await newPerson(home, lead, 'interviewer', 'Other');
    await register(other);
    const boxes = async (person: Person): Promise<Readonly<Record<string, boolean>>> =>
      Object.fromEntries(
        (await rowsOf<SealedKeyRow>(person, 'sealed_key')).map(({ device, box }) => [device, box !== '']),
      );
    expect(await boxes(lead)).toEqual({ [leads]: true, [callers]: true });
    expect(await boxes(interviewer)).toEqual({ [leads]: false, [callers]: true });
    expect(await boxes(other)).toEqual({ [leads]: false });
    for (const table of ['device', 'sealed_key', 'field_key', 'destruction', 'certificate', 'contact'])
      expect(await rowsOf(coder, table), table).toEqual([]);
    expect((await rowsOf<DeviceRow>(other, 'device')).some(({ id }) => id === callers)).toBe(false);
  });

  it('wait for approval again where a rotation leaves a computer out', async () => {
    const { lead } = scene;
    value(await lead.act('rotate_field_key', rotation(2, [leads])));
    expect(await stateOf(callers)).toBe('pending');
    value(
      await lead.act('approve_device', {
        device: callers,
        from: leads,
        copies: [1, 2].map((generation) => ({ ...copy(), wave: wave.id, generation })),
      }),
    );
    expect(await stateOf(callers)).toBe('approved');
  });

  it('are taken from whoever leaves or becomes a coder, with the word that they once held them', async () => {
    const { lead, home } = scene;
    for (const leave of [
      (person: Person) => lead.act('deactivate_person', { person: person.id }),
      (person: Person) => lead.act('change_role', { person: person.id, role: 'coder' }),
    ]) {
      const person = await newPerson(home, lead, 'interviewer', 'Leaver');
      const device = await register(person);
      value(
        await lead.act('approve_device', {
          device,
          from: leads,
          copies: [{ ...copy(), wave: wave.id, generation: 2 }],
        }),
      );
      value((await leave(person)) as never);
      expect(await stateOf(device)).toBe('revoked');
      expect(await home.sql('select from sealed_key where device = $1', [device])).toEqual([]);
      expect(await home.sql('select generation, at from destruction where device = $1', [device])).toEqual([
        { generation: 2, at: null },
      ]);
      expect(await lead.act('approve_device', { device, from: leads, copies: [] })).toMatchObject({
        reason: 'wrong_state',
      });
    }
  });

  it('let no lead approve from a computer of somebody else, nor for another study’s', async () => {
    const { lead, home } = scene;
    const person = await newPerson(home, lead, 'interviewer', 'New');
    const device = await register(person);
    for (const from of [callers, randomUUID(), device])
      expect(await lead.act('approve_device', { device, from, copies: [] }), from).toMatchObject({
        reason: 'wrong_state',
      });
    expect(await lead.act('approve_device', { device: randomUUID(), from: leads, copies: [] })).toMatchObject(
      { reason: 'unknown_reference' },
    );
  });

  it('make one recovery key good at a time', async () => {
    const { lead } = scene;
    const print = async (): Promise<string> => {
      const device = randomUUID();
      const copies = [1, 2].map((generation) => ({ ...copy(), wave: wave.id, generation }));
      value(await lead.act('make_recovery_key', { device, key: publicKey(), copies }));
      return device;
    };
    const first = await print();
    const second = await print();
    expect([await stateOf(first), await stateOf(second)]).toEqual(['revoked', 'approved']);
  });

  it('go at the close with every contact, in the same step, and are told of by each device for itself', async () => {
    const { lead, interviewer, home } = scene;
    const small = await openWave(lead, { cases: { a: 3 } });
    const [one = '', two = ''] = small.cases.map(({ id }) => id);
    value(await lead.act('rotate_field_key', rotation(1, [leads, callers], leads, small.id)));
    await lead.push('cases', [assign(one, interviewer.id), contact(one), contact(two)]);
    await lead.push('cases', [command('contact.erase', { case: two, marker: randomUUID() })]);
    const before = (await interviewer.pull('study')).cursor;
    value(await lead.act('close_wave', { wave: small.id }));
    expect(
      await home.sql(
        `select (select count(*)::int from contact o join "case" c on c.id = o."case" where c.wave = $1) as contacts,
           (select count(*)::int from sealed_key where wave = $1) as copies`,
        [small.id],
      ),
    ).toEqual([{ contacts: 0, copies: 0 }]);
    const gone = (await interviewer.pull('study', before)).rows.filter(({ row }) => row === null);
    expect(gone.map(({ table }) => table)).toEqual(expect.arrayContaining(['contact', 'sealed_key']));
    expect(await rowsOf(lead, 'certificate')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: small.id, contacts: 1, copies: 2, generations: 1 }),
      ]),
    );
    const told = async (): Promise<Readonly<Record<string, boolean>>> =>
      Object.fromEntries(
        (await rowsOf<{ device: string; wave: string; at: string | null }>(lead, 'destruction'))
          .filter((row) => row.wave === small.id)
          .map(({ device, at }) => [device, at !== null]),
      );
    expect(await told()).toEqual({ [leads]: false, [callers]: false });
    // Nobody speaks for another's computer.
    const word = (device: string) => command('key.destroyed', { wave: small.id, device });
    expect(only(await interviewer.push('cases', [word(leads)]))).toMatchObject({ reason: 'not_allowed' });
    expect(only(await interviewer.push('cases', [word(callers)]))).toMatchObject({ result: 'accepted' });
    expect(await told()).toEqual({ [leads]: false, [callers]: true });
    value(await lead.act('confirm_destroyed', { wave: small.id, device: leads }));
    expect(await told()).toEqual({ [leads]: true, [callers]: true });
    expect(await lead.act('confirm_destroyed', { wave: small.id, device: leads })).toMatchObject({
      reason: 'unknown_reference',
    });
    // What was made before and arrives now is taken, and not kept.
    expect(only(await interviewer.push('cases', [contact(one)]))).toMatchObject({
      result: 'accepted',
      late: true,
    });
    expect(await home.sql('select from contact where "case" = $1', [one])).toEqual([]);
    expect(await lead.act('rotate_field_key', rotation(2, [leads], leads, small.id))).toMatchObject({
      reason: 'wrong_state',
    });
  });
});

describe('contacts', () => {
  let scene: Scene;
  let other: Person;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 10 } });
    other = await newPerson(scene.home, scene.lead, 'interviewer', 'Other');
  });
  afterAll(() => scene.home.stop());

  let next = 0;
  const freshCase = async (assignee: string): Promise<string> => {
    const id = scene.wave.cases[next++]?.id ?? '';
    await scene.lead.push('cases', [assign(id, assignee)]);
    return id;
  };
  const seen = async (person: Person): Promise<readonly string[]> =>
    (await person.pull('study')).rows
      .filter(({ table, row }) => table === 'contact' && row !== null)
      .map(({ id }) => id);

  it('keep both of two changes of one, and delete before any change', async () => {
    const { lead, interviewer } = scene;
    const one = await freshCase(interviewer.id);
    const id = randomUUID();
    await lead.push('cases', [contact(one, id, 'b25l')]);
    await lead.push('cases', [contact(one, id, 'dHdv', 1)]);
    expect(only(await interviewer.push('cases', [contact(one, id, 'dHJl', 1)]))).toMatchObject({
      result: 'conflict',
      reason: 'stale',
      current: { box: { value: 'dHdv', rev: 2 } },
    });
    for (const base of [undefined, {}, { box: 7 }, { box: 2, x: 1 }])
      expect(
        only(
          await lead.push('cases', [
            command('contact.put', { contact: id, case: one, generation: 1, box: 'eA==' }, base),
          ]),
        ),
      ).toMatchObject({ reason: 'malformed' });
    const remove = command('contact.delete', { contact: id });
    expect(await interviewer.push('cases', [remove])).toMatchObject([{ result: 'accepted', late: false }]);
    expect(await lead.push('cases', [contact(one, id, 'Zm91cg', 2)])).toMatchObject([
      { result: 'accepted', late: true },
    ]);
    expect(await seen(lead)).not.toContain(id);
  });

  it('go for good where somebody asks to be deleted, and none is taken after that', async () => {
    const { lead, interviewer, home } = scene;
    const one = await freshCase(interviewer.id);
    await lead.push('cases', [contact(one), contact(one)]);
    const marker = randomUUID();
    const erase = command('contact.erase', { case: one, marker });
    expect(await interviewer.push('cases', [erase])).toMatchObject([{ result: 'accepted', late: false }]);
    expect(await lead.push('cases', [contact(one)])).toMatchObject([{ result: 'accepted', late: true }]);
    expect(
      await lead.push('cases', [command('contact.erase', { case: one, marker: randomUUID() })]),
    ).toMatchObject([{ late: true }]);
    await lead.push('cases', [command('contact.delete', { contact: marker })]);
    expect(await home.sql('select id, box from contact where "case" = $1', [one])).toEqual([
      { id: marker, box: '' },
    ]);
    expect(await seen(interviewer)).toContain(marker);
  });

  it('are neither read nor written by anybody but leads and who calls', async () => {
    const { lead, coder, interviewer } = scene;
    const one = await freshCase(interviewer.id);
    const id = randomUUID();
    await lead.push('cases', [contact(one, id)]);
    for (const stranger of [other, coder]) {
      expect(await seen(stranger)).toEqual([]);
      for (const attack of [
        contact(one, id, 'eA==', 1),
        contact(one),
        command('contact.delete', { contact: id }),
        command('contact.erase', { case: one, marker: randomUUID() }),
      ])
        expect(only(await stranger.push('cases', [attack])), attack.kind).toMatchObject({
          reason: 'not_allowed',
        });
    }
    expect(await seen(interviewer)).toContain(id);
    // Given to another: out of sight of the first, who may still send what was noted before.
    await lead.push('cases', [assign(one, other.id, 2)]);
    expect(await seen(interviewer)).not.toContain(id);
    expect(await seen(other)).toEqual([id]);
    expect(await interviewer.push('cases', [contact(one, id, 'eQ==', 1)])).toMatchObject([
      { result: 'accepted', late: true },
    ]);
  });
});
