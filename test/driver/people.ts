import { openDevice } from '../../src/engine/device.ts';
import type { Device, Engine } from '../../src/engine/types.ts';
import { codeHash, formatCode, makeCode } from '../../src/study/code.ts';
import { canonicalJson, sha256Hex } from '../../src/study/json.ts';
import { makeReceipt, receiptHash } from '../../src/study/receipt.ts';
import type { Result } from '../../src/study/result.ts';
import type { CaseRow, Role, WaveRow } from '../../src/study/rows.ts';
import type { HandIn } from '../../src/study/wire.ts';
import { createScriptedDevice, type ScriptedDevice } from './world.ts';

/** Scripted persons over the engine: what a test says they do is what a screen would ask of it. */
export interface Person {
  readonly device: ScriptedDevice;
  readonly app: Device;
  readonly engine: Engine;
  readonly email: string;
  readonly passphrase: string;
}

export const expectOk = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(`expected ok, got ${JSON.stringify(result.error)}`);
  return result.value;
};

export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

export type Home = { readonly url: string; readonly anonKey: string };

export const newDevice = async (home: Home): Promise<{ device: ScriptedDevice; app: Device }> => {
  const device = createScriptedDevice(home);
  return { device, app: await openDevice(device.tab()) };
};

let counter = 0;
const credentials = (role: string) => {
  counter += 1;
  return {
    email: `${role}-${counter}-${crypto.randomUUID()}@example.se`,
    passphrase: `fem ord för ${role} ${counter}`,
  };
};

/** The first lead, by the set-up code. */
export const foundStudy = async (home: Home, setupCode: string): Promise<Person> => {
  const { device, app } = await newDevice(home);
  const { email, passphrase } = credentials('lead');
  const input = { code: setupCode, study: 'Studien', name: 'Lo Ledare', email, passphrase };
  return { device, app, engine: expectOk(await app.found(input)), email, passphrase };
};

export const inviteAndJoin = async (home: Home, lead: Person, role: Role): Promise<Person> => {
  const code = makeCode(randomBytes);
  const expires_at = new Date(Date.now() + 86_400_000).toISOString();
  const invitation = crypto.randomUUID();
  expectOk(
    await lead.engine.act('invite', { invitation, role, expires_at, code_hash: await codeHash(code) }),
  );
  const { device, app } = await newDevice(home);
  const { email, passphrase } = credentials(role);
  const engine = expectOk(await app.join({ code: formatCode(code), name: `En ${role}`, email, passphrase }));
  return { device, app, engine, email, passphrase };
};

/** A definition that is small and valid enough for the server, which only hashes and keeps it. */
const DEFINITION = canonicalJson({ title: 'test', pages: [] });

export const openWave = async (
  lead: Person,
  {
    k = 3,
    strata = ['norr', 'söder'],
    cases = 12,
    definition = DEFINITION,
  }: { k?: number; strata?: readonly string[]; cases?: number; definition?: string } = {},
): Promise<{ readonly wave: WaveRow; readonly cases: readonly CaseRow[] }> => {
  const wave = crypto.randomUUID();
  const { engine } = lead;
  expectOk(
    await engine.act('create_wave', {
      wave,
      label: 'Omgång 1',
      year: 2026,
      k,
      fields: { sponsor: 'Beställaren' },
    }),
  );
  const hash = await sha256Hex(definition);
  expectOk(
    await engine.act('publish_instrument', {
      instrument: crypto.randomUUID(),
      wave,
      definition,
      hash,
      note: '',
    }),
  );
  const drawn = Array.from({ length: cases }, (_, n) => ({
    id: crypto.randomUUID(),
    code: String(1000 + n),
    name: `Kommun ${n}`,
    stratum: strata[n % strata.length] ?? 'norr',
  }));
  expectOk(await engine.act('draw_cases', { wave, cases: drawn }));
  expectOk(await engine.act('open_wave', { wave, merge_order: strata }));
  await engine.sync();
  const row = engine.view.get().get('wave', wave);
  if (!row) throw new Error('the wave is in the view once it is pulled');
  return { wave: row, cases: [...engine.view.get().all('case')].filter((one) => one.wave === wave) };
};

export const assign = async (lead: Person, cases: readonly CaseRow[], to: Person): Promise<void> => {
  for (const one of cases)
    expectOk(await lead.engine.execute('case.assign', { case: one.id, assignee: to.engine.me.id }));
  await lead.engine.sync();
  await to.engine.sync();
};

/** What is handed in of an interview about one case; `notes` stands in for what was said. */
export const handInOf = async (
  one: CaseRow,
  wave: WaveRow,
  notes: string,
): Promise<{ payload: HandIn; receipt: string }> => {
  const receipt = makeReceipt(Math.random);
  return {
    receipt,
    payload: {
      wave: wave.id,
      stratum: one.stratum,
      instrument: wave.instrument ?? '',
      receipt_hash: await receiptHash(receipt),
      answers: [
        {
          question: 'A1.1',
          state: 'answered',
          pre: { a1_1_method: ['klassa'] },
          notes,
          probes: [],
          quotes: [],
        },
        { question: 'A1.2', state: 'dont_know', pre: {}, notes: '', probes: [], quotes: [] },
      ],
      background: { role: 'it', language: 'sv', mode: 'telephone', completeness: 'complete' },
    },
  };
};

/** The whole call in one go: a draft begun, the attempt recorded, the masked interview queued. */
export const interview = async (person: Person, one: CaseRow, wave: WaveRow, notes: string) => {
  const { engine } = person;
  const id = crypto.randomUUID();
  const draft = expectOk(
    await engine.drafts.begin({
      id,
      wave: wave.id,
      case: one.id,
      caseName: one.name,
      stratum: one.stratum,
      instrument: wave.instrument ?? '',
      stage: 'masking',
      language: 'sv',
      mode: 'telephone',
      consent: '1',
      receipt: null,
      roles: {},
      answers: {},
      closing: notes,
      position: { question: 'A1.1', caret: 0 },
      talked: 0,
      review: null,
    }),
  );
  const attempt = crypto.randomUUID();
  const at = new Date(person.device.clock.now).toISOString();
  expectOk(await engine.execute('attempt.record', { attempt, case: one.id, outcome: 'interviewed', at }));
  const { payload, receipt } = await handInOf(one, wave, notes);
  const command = expectOk(await engine.handIn(id, attempt, payload));
  await draft.close();
  return { id, command, attempt, receipt, payload };
};
