import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { codeHash, formatCode, makeCode } from '../../src/study/code.ts';
import { canonicalJson, sha256Hex } from '../../src/study/json.ts';
import type { Feed, Role } from '../../src/study/rows.ts';
import {
  type ActAnswer,
  type ActKind,
  type Acts,
  type CommandAnswer,
  type PulledPage,
  type SentCommand,
  STREAM_RPC,
  type Stream,
  type WaveOverview,
} from '../../src/study/wire.ts';

/** People at the API over unmodified supabase-js, for every suite that needs a study with somebody in it. */
export interface Place {
  readonly url: string;
  readonly anonKey: string;
}

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly client: SupabaseClient;
  readonly push: (stream: Stream, commands: readonly SentCommand[]) => Promise<readonly CommandAnswer[]>;
  readonly pull: (feed: Feed, cursor?: string, size?: number) => Promise<PulledPage>;
  readonly act: <K extends ActKind>(kind: K, args: Acts[K]['args'], id?: string) => Promise<ActAnswer<K>>;
  readonly overview: (wave: string) => Promise<WaveOverview | null>;
}

export const PASSWORD = 'fem-ord-som-ingen-vet';

/** supabase-js wants a WebSocket where Node has none; realtime is never used. */
class NoTransport {
  constructor() {
    throw new Error('realtime is not used');
  }
}

export const newClient = (place: Place): SupabaseClient =>
  createClient(place.url, place.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    realtime: { transport: NoTransport as never },
  });

/** The value of an RPC; an error of the transport is a failed test and is thrown. */
export const call = async <T>(client: SupabaseClient, name: string, args: object): Promise<T> => {
  const { data, error } = await client.rpc(name, args);
  if (error) throw new Error(`${name}: ${error.code} ${error.message}`);
  return data as T;
};

const person = (client: SupabaseClient, id: string, email: string): Person => ({
  id,
  email,
  client,
  push: (stream, commands) => call(client, STREAM_RPC[stream], { batch: JSON.stringify(commands) }),
  pull: (feed, cursor = '', size = 1000) => call(client, 'pull', { feed, cursor, size }),
  act: (kind, args, id = randomUUID()) =>
    call(client, `act_${kind}`, { act_id: id, args: JSON.stringify(args) }),
  overview: (wave) => call(client, 'wave_overview', { wave }),
});

export const newEmail = (): string => `p-${randomUUID()}@people.example`;

/** Signs up with an invitation or the set-up code. */
export const join = async (place: Place, code: string, name: string): Promise<Person> => {
  const client = newClient(place);
  const email = newEmail();
  const { data, error } = await client.auth.signUp({
    email,
    password: PASSWORD,
    options: { data: { code, name } },
  });
  if (error || !data.user) throw new Error(`sign-up failed: ${error?.message}`);
  return person(client, data.user.id, email);
};

/** The same account on another device. */
export const signIn = async (place: Place, email: string): Promise<Person> => {
  const client = newClient(place);
  const { data, error } = await client.auth.signInWithPassword({ email, password: PASSWORD });
  if (error) throw new Error(`sign-in failed: ${error.message}`);
  return person(client, data.user.id, email);
};

export const value = <K extends ActKind>(answer: ActAnswer<K>): Acts[K]['value'] => {
  if (!answer.ok) throw new Error(`act refused: ${answer.reason}`);
  return answer.value;
};

export const newCode = (): string =>
  formatCode(makeCode((length) => globalThis.crypto.getRandomValues(new Uint8Array(length))));

export const normalised = (code: string): string => code.replaceAll('-', '');

/** An invitation made by a lead; gives the code. */
export const invite = async (
  lead: Person,
  role: Role,
  expiresAt = new Date(Date.now() + 86_400_000).toISOString(),
): Promise<string> => {
  const code = newCode();
  value(
    await lead.act('invite', {
      invitation: randomUUID(),
      role,
      expires_at: expiresAt,
      code_hash: await codeHash(normalised(code)),
    }),
  );
  return code;
};

export const newPerson = async (
  place: Place,
  lead: Person,
  role: Role,
  name: string = role,
): Promise<Person> => join(place, await invite(lead, role), name);

/** Signs up with the set-up code and founds the study. */
export const foundStudy = async (
  place: Place,
  setupCode: string,
  name: string,
  practice = false,
): Promise<{ readonly lead: Person; readonly study: string }> => {
  const lead = await join(place, setupCode, 'Lead');
  const study = randomUUID();
  value(await lead.act('found_study', { study, name, practice }));
  return { lead, study };
};

export interface PlannedWave {
  readonly k?: number;
  /** SurveyJS definition; a small one of three questions by default. */
  readonly definition?: unknown;
  /** Cases of each stratum. */
  readonly cases?: Readonly<Record<string, number>>;
}

export interface Wave {
  readonly id: string;
  readonly instrument: string;
  readonly strata: readonly string[];
  readonly cases: readonly { readonly id: string; readonly stratum: string }[];
}

export const DEFINITION = {
  title: 'Contract test',
  pages: ['A1.1', 'A1.2', 'A1.3'].map((questionId) => ({
    name: questionId,
    questionId,
    section: 'A1',
  })),
  closingNotes: 'closing',
};

export const publish = async (lead: Person, wave: string, definition: unknown): Promise<string> => {
  const text = canonicalJson(definition);
  const hash = await sha256Hex(text);
  value(
    await lead.act('publish_instrument', {
      instrument: randomUUID(),
      wave,
      definition: text,
      hash,
      note: '',
    }),
  );
  return hash;
};

/** A wave with its instrument and cases, still a draft. */
export const draftWave = async (lead: Person, plan: PlannedWave = {}): Promise<Wave> => {
  const id = randomUUID();
  value(await lead.act('create_wave', { wave: id, label: '2026', year: 2026, k: plan.k ?? 3, fields: {} }));
  const instrument = await publish(lead, id, plan.definition ?? DEFINITION);
  const counts = plan.cases ?? { north: 10, south: 10 };
  const cases = Object.entries(counts).flatMap(([stratum, n]) =>
    Array.from({ length: n }, (_, i) => ({
      id: randomUUID(),
      code: `${stratum}-${i + 1}`,
      name: `Kommun ${stratum} ${i + 1}`,
      stratum,
    })),
  );
  value(await lead.act('draw_cases', { wave: id, cases }));
  return { id, instrument, strata: Object.keys(counts), cases };
};

export const openWave = async (lead: Person, plan: PlannedWave = {}): Promise<Wave> => {
  const wave = await draftWave(lead, plan);
  value(await lead.act('open_wave', { wave: wave.id, merge_order: wave.strata }));
  return wave;
};
