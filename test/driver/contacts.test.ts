import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactList } from '../../src/engine/key-types.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import { type ContactCard, emptyCard } from '../../src/study/contact.ts';
import type { CaseRow } from '../../src/study/rows.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import {
  assign,
  expectOk,
  foundStudy,
  inviteAndJoin,
  newDevice,
  openWave,
  type Person,
  randomBytes,
} from './people.ts';

let home: Backend;
let sql: pg.Client;
beforeAll(async () => {
  home = await freshBackend();
  sql = new pg.Client(home.databaseUrl);
  await sql.connect();
});
afterAll(async () => {
  await sql?.end();
  await home?.stop();
});

const cardOf = (n: number): ContactCard => ({
  ...emptyCard,
  name: `Zebulon Kvistström ${n}`,
  role: 'Upphandlingschef',
  phones: [
    { number: `08-465 004 ${10 + n}`, dead: false },
    { number: `070-174 06 ${10 + n}`, dead: false },
  ],
  email: `zebulon.${n}@exempel.invalid`,
  notes: `Trivs bäst före lunch, sa receptionen ${n}.`,
});

/** What a screen would show of a case, once it is opened. */
const seen = async ({ engine }: Person, one: CaseRow): Promise<ContactList> => {
  const source = engine.contacts.of(one.id);
  return new Promise((resolve) => {
    const look = (): void => {
      const list = source.get();
      if (list.contacts === null) return;
      queueMicrotask(() => stop());
      resolve(list);
    };
    const stop = source.subscribe(look);
    look();
  });
};
const namesOf = async (person: Person, one: CaseRow): Promise<readonly (string | undefined)[]> =>
  (await seen(person, one)).contacts?.map(({ card }) => card?.name) ?? [];

const sync = async (...people: readonly Person[]): Promise<void> => {
  for (const { engine } of people) await engine.sync();
};

/** Both read the words to each other, and each says that they were the same. */
const compare = async (lead: Person, other: Person): Promise<void> => {
  await sync(other, lead);
  const leads = lead.engine.keys.state.get().device ?? '';
  const others = other.engine.keys.state.get().device ?? '';
  const said = await lead.engine.keys.words(others);
  expect(said).toHaveLength(8);
  expect(await other.engine.keys.words(leads)).toEqual(said);
  expectOk(await other.engine.keys.trust(leads));
  expectOk(await lead.engine.keys.approve(others));
  await sync(other, lead);
};

const put = async (
  person: Person,
  one: CaseRow,
  card: ContactCard,
  contact: string = crypto.randomUUID(),
) => {
  expectOk(await person.engine.contacts.put([{ contact, case: one.id, card }]));
  return contact;
};

describe('the contact register', () => {
  let lead: Person;
  let anna: Person;
  let bo: Person;
  let cases: readonly CaseRow[];
  let wave: string;
  const at = (n: number): CaseRow => {
    const one = cases[n];
    if (!one) throw new Error('as many cases were drawn as are used');
    return one;
  };
  const standing = ({ engine }: Person) => engine.keys.state.get().standing;

  beforeAll(async () => {
    const code = makeCode(randomBytes);
    await sql.query('select internal.set_setup_code($1)', [code]);
    lead = await foundStudy(home, formatCode(code));
    await sync(lead);
    const opened = await openWave(lead, { cases: 6 });
    cases = opened.cases;
    wave = opened.wave.id;
    anna = await inviteAndJoin(home, lead, 'interviewer');
    bo = await inviteAndJoin(home, lead, 'interviewer');
    await assign(lead, cases.slice(0, 3), anna);
    await assign(lead, cases.slice(3, 6), bo);
  });

  it('is sealed on the first lead’s computer, which needs nobody’s leave', async () => {
    expect(standing(lead)).toBe('open');
    expect(
      await lead.engine.contacts.put([{ contact: crypto.randomUUID(), case: at(0).id, card: cardOf(0) }]),
    ).toEqual({
      ok: false,
      error: { type: 'no_key' },
    });
    expectOk(await lead.engine.keys.ensure(wave));
    expect(lead.engine.keys.state.get().held.get(wave)).toBe(1);
    expectOk(await lead.engine.keys.ensure(wave));
    expect(lead.engine.keys.state.get().held.get(wave)).toBe(1);
    expectOk(
      await lead.engine.contacts.put(
        cases.map((one, n) => ({ contact: crypto.randomUUID(), case: one.id, card: cardOf(n) })),
      ),
    );
    await sync(lead);
    expect(await namesOf(lead, at(2))).toEqual(['Zebulon Kvistström 2']);
  });

  it('is not read by a computer that no lead has approved, and says so', async () => {
    await sync(anna);
    expect(standing(anna)).toBe('pending');
    expect(await seen(anna, at(0))).toEqual({ access: 'pending', erased: false, contacts: [] });
    expect([...anna.engine.view.get().all('contact')]).toHaveLength(3);
  });

  it('is read where the words were the same, by each of the own cases only', async () => {
    await compare(lead, anna);
    await compare(lead, bo);
    expect([standing(anna), standing(bo)]).toEqual(['open', 'open']);
    expect(await namesOf(anna, at(0))).toEqual(['Zebulon Kvistström 0']);
    expect(await namesOf(bo, at(3))).toEqual(['Zebulon Kvistström 3']);
    expect([...bo.engine.view.get().all('contact')].map((row) => row.case).sort()).toEqual(
      cases
        .slice(3)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('is not opened for a key that nobody on this side has compared', async () => {
    const eva = await inviteAndJoin(home, lead, 'interviewer');
    await sync(eva, lead);
    expectOk(await lead.engine.keys.approve(eva.engine.keys.state.get().device ?? ''));
    await sync(eva);
    expect(standing(eva)).toBe('compare');
    expect(eva.engine.keys.state.get().held.size).toBe(0);
    expectOk(await eva.engine.keys.trust(lead.engine.keys.state.get().device ?? ''));
    expect(standing(eva)).toBe('open');
    expect(eva.engine.keys.state.get().held.get(wave)).toBe(1);
    expectOk(await lead.engine.act('deactivate_person', { person: eva.engine.me.id }));
    await sync(eva);
    // Out of sight of the study: nothing is kept here.
    expect(eva.engine.keys.state.get().held.size).toBe(0);
  });

  it('takes a new number and another person without a network', async () => {
    anna.device.network.set('down');
    await put(anna, at(0), {
      ...emptyCard,
      name: 'Ylva Ersättare',
      phones: [{ number: '08-465 004 99', dead: false }],
    });
    expect((await namesOf(anna, at(0))).toSorted()).toEqual(['Ylva Ersättare', 'Zebulon Kvistström 0']);
    anna.device.network.set('up');
    await sync(anna, lead);
    expect((await namesOf(lead, at(0))).toSorted()).toEqual(['Ylva Ersättare', 'Zebulon Kvistström 0']);
  });

  it('keeps both where two change the same person, until one of them chooses', async () => {
    const [row] = [...anna.engine.view.get().all('contact')].filter((one) => one.case === at(1).id);
    const id = row?.id ?? '';
    anna.device.network.set('down');
    await put(anna, at(1), { ...cardOf(1), role: 'Annas ord' }, id);
    await put(lead, at(1), { ...cardOf(1), role: 'Ledarens ord' }, id);
    await sync(lead);
    anna.device.network.set('up');
    await sync(anna);
    const [both] = (await seen(anna, at(1))).contacts ?? [];
    expect([both?.card?.role, both?.mine?.card.role]).toEqual(['Ledarens ord', 'Annas ord']);
    expectOk(await anna.engine.settleConflict(both?.mine?.command ?? '', 'mine'));
    await sync(anna, lead);
    expect((await seen(anna, at(1))).contacts).toMatchObject([{ card: { role: 'Annas ord' }, mine: null }]);
    expect((await seen(lead, at(1))).contacts).toMatchObject([{ card: { role: 'Annas ord' } }]);
  });

  it('forgets at once, for good and everywhere, whoever asks to be deleted', async () => {
    anna.device.network.set('down');
    expectOk(await anna.engine.execute('contact.erase', { case: at(2).id, marker: crypto.randomUUID() }));
    expect(await seen(anna, at(2))).toMatchObject({ erased: true, contacts: [] });
    // Meanwhile the lead, who does not know, writes somebody down.
    await put(lead, at(2), cardOf(7));
    anna.device.network.set('up');
    await sync(anna, lead);
    await put(lead, at(0), cardOf(8));
    await sync(lead, anna);
    expect(await seen(lead, at(2))).toMatchObject({ erased: true, contacts: [] });
    const { rows } = await sql.query('select box from public.contact where "case" = $1', [at(2).id]);
    expect(rows).toEqual([{ box: '' }]);
    expect(
      await lead.engine.contacts.put([{ contact: crypto.randomUUID(), case: at(2).id, card: cardOf(2) }]),
    ).toEqual({
      ok: false,
      error: { type: 'refused', reason: 'case_closed' },
    });
  });

  it('is opened on a lead’s new computer by the printed key, and by no other', async () => {
    const printed = expectOk(await lead.engine.keys.makeRecovery());
    const { device, app } = await newDevice(home);
    const engine = expectOk(await app.signIn({ email: lead.email, passphrase: lead.passphrase }));
    const laptop: Person = { ...lead, device, app, engine };
    expect(standing(laptop)).toBe('pending');
    const wrong = printed.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    expect(await engine.keys.restore(wrong)).toEqual({ ok: false, error: { type: 'wrong_code' } });
    expectOk(await engine.keys.restore(printed));
    await sync(laptop, lead);
    expect(standing(laptop)).toBe('open');
    expect(await namesOf(laptop, at(3))).toEqual(['Zebulon Kvistström 3']);
    // It rotates for the others, who believe it, since the key they hold vouches for it.
    expectOk(await engine.keys.rotate(wave));
    await sync(lead, anna);
    expect(anna.engine.keys.state.get().held.get(wave)).toBe(2);
    expect(lead.engine.keys.state.get().held.get(wave)).toBe(2);
    // The printed key still opens everything, the newest generation too.
    const third = await newDevice(home);
    const again = expectOk(await third.app.signIn({ email: lead.email, passphrase: lead.passphrase }));
    expectOk(await again.keys.restore(printed));
    expect(again.keys.state.get().held.get(wave)).toBe(2);
    await again.close();
    await engine.close();
  });

  it('gives a revoked computer nothing that is sealed afterwards, and it destroys what it had', async () => {
    await sync(bo);
    const stolen = bo.engine.keys.state.get().device ?? '';
    expect(bo.engine.keys.state.get().held.get(wave)).toBe(2);
    bo.device.network.set('down');
    expectOk(await lead.engine.keys.revoke(stolen));
    expectOk(await lead.engine.keys.rotate(wave));
    expect(lead.engine.keys.state.get().held.get(wave)).toBe(3);
    await put(lead, at(4), { ...emptyCard, name: 'Efteråt Skriven' });
    await sync(lead);
    const due = (): readonly { readonly device: string; readonly at: string | null }[] =>
      [...lead.engine.view.get().all('destruction')].filter(({ device }) => device === stolen);
    expect(due()).toMatchObject([{ at: null, generation: 2 }]);
    // Until it hears of it, it reads what it had, and nothing of the new.
    expect(await namesOf(bo, at(4))).toEqual(['Zebulon Kvistström 4']);
    bo.device.network.set('up');
    await sync(bo, lead);
    expect(standing(bo)).toBe('revoked');
    expect(bo.engine.keys.state.get().held.size).toBe(0);
    expect(await seen(bo, at(4))).toMatchObject({ access: 'revoked', contacts: [] });
    expect(due()).toMatchObject([{ at: expect.any(String), by_hand: false }]);
    // The same person may be let in anew, with another pair and other words.
    expectOk(await bo.engine.keys.renew());
    await sync(bo);
    expect(standing(bo)).toBe('pending');
    await compare(lead, bo);
    expect((await namesOf(bo, at(4))).toSorted()).toEqual(['Efteråt Skriven', 'Zebulon Kvistström 4']);
  });

  it('is destroyed by the close, on the server at once and on each computer when it hears of it', async () => {
    bo.device.network.set('down');
    await sync(anna);
    expectOk(await lead.engine.act('close_wave', { wave }));
    await sync(lead, anna, lead);
    const left = await sql.query(
      'select (select count(*)::int from public.contact) as contacts, (select count(*)::int from public.sealed_key) as copies',
    );
    expect(left.rows).toEqual([{ contacts: 0, copies: 0 }]);
    for (const person of [lead, anna]) {
      expect(person.engine.keys.state.get().held.size).toBe(0);
      expect([...person.engine.view.get().all('contact')]).toEqual([]);
      expect(await seen(person, at(0))).toEqual({ access: 'destroyed', erased: false, contacts: [] });
    }
    expect(lead.engine.view.get().get('certificate', wave)).toMatchObject({
      generations: 3,
      backups_gone_at: null,
    });
    const open = (): readonly string[] =>
      [...lead.engine.view.get().all('destruction')]
        .filter(({ at }) => at === null)
        .map(({ device }) => device);
    const bos = bo.engine.keys.state.get().device ?? '';
    expect(open()).toContain(bos);
    // Without a network it still reads what it has; the next pull takes it.
    expect((await namesOf(bo, at(4))).length).toBeGreaterThan(0);
    bo.device.network.set('up');
    await sync(bo, lead);
    expect(bo.engine.keys.state.get().held.size).toBe(0);
    expect(open()).not.toContain(bos);
    // What no program can say is said by hand.
    for (const device of open()) expectOk(await lead.engine.act('confirm_destroyed', { wave, device }));
    expectOk(await lead.engine.act('confirm_destroyed', { wave, device: null }));
    expect(open()).toEqual([]);
    expect(lead.engine.view.get().get('certificate', wave)?.backups_gone_at).toEqual(expect.any(String));
  });

  it('never lay in clear on the server: no value of any contact in any column of any table', async () => {
    const { rows } = await sql.query<{ name: string }>(
      "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'auth')",
    );
    expect(rows.length).toBeGreaterThan(20);
    let everything = '';
    for (const { name } of rows) {
      const read = await sql.query<{ text: string }>(
        `select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`,
      );
      everything += read.rows[0]?.text ?? '';
    }
    // The search finds what is there: a case's name, in clear by design.
    expect(spellings('Kommun 3').some((spelt) => everything.includes(spelt))).toBe(true);
    const words = [
      'Kvistström',
      '08-465',
      '084650',
      '070-174',
      '070174',
      'zebulon',
      'receptionen',
      'Ersättare',
    ];
    for (const word of words)
      for (const spelt of spellings(word)) expect(everything.includes(spelt), spelt).toBe(false);
  });
});

/** As text, as hex, and as it looks within base64 at each of the three places where it may begin. */
const spellings = (word: string): readonly string[] => {
  const bytes = Buffer.from(word);
  const within = [0, 1, 2].map((before) => {
    const whole = Math.floor((before + bytes.length) / 3) * 3 - before;
    const text = Buffer.concat([Buffer.alloc(before), bytes.subarray(0, whole)]).toString('base64');
    return text.slice(before === 0 ? 0 : 4);
  });
  return [word, word.toLowerCase(), bytes.toString('hex'), ...within.filter((text) => text.length >= 8)];
};
