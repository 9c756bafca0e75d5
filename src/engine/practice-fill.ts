import { formatCode, makeCode } from '../study/code.ts';
import type { Id } from '../study/ids.ts';
import { canonicalJson, sha256Hex } from '../study/json.ts';
import { makeReceipt, receiptHash } from '../study/receipt.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { Role } from '../study/rows.ts';
import {
  type ActKind,
  type Acts,
  BATCH_LIMIT,
  type HandIn,
  type SentCommand,
  type Stream,
} from '../study/wire.ts';
import { HOME_ZONE } from '../study/zoned-time.ts';
import { HAS_SENT } from '../sync/pump.ts';
import type { Remote } from '../sync/remote.ts';
import { type OpenAccount, readMe } from './accounts.ts';
import { codePractice } from './practice-coding.ts';
import { sharePracticeKeys } from './practice-keys.ts';
import type { JoinFailure, PracticeFill } from './types.ts';
import type { World } from './world.ts';

/**
 * Fills a practice study through the same doors as a real one: sign-up, acts, streams. Nothing is written past the
 * server's rules, so what a newcomer explores is what the real thing does.
 */
export interface FillParts {
  readonly world: World;
  readonly names: Readonly<Record<Role | 'second', string>>;
  readonly signUp: (
    input: {
      readonly code: string;
      readonly name: string;
      readonly email: string;
      readonly passphrase: string;
    },
    me: { readonly role: Role; readonly practice: boolean },
  ) => Promise<Result<OpenAccount, JoinFailure>>;
  readonly codeHash: (code: string) => Promise<string>;
  readonly remoteOf: (account: OpenAccount) => Promise<Remote>;
}

/** A step of the filling went wrong; carried to the one place that answers for all. */
class Stopped extends Error {
  readonly failure: JoinFailure;
  constructor(failure: JoinFailure) {
    super(failure.type);
    this.failure = failure;
  }
}
const expectOk = <T>(result: Result<T, JoinFailure>): T => {
  if (!result.ok) throw new Stopped(result.error);
  return result.value;
};

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
/** Revisions of a case that was just drawn. */
const FRESH = { assignee: 1 };
const YEAR_MS = 365 * 24 * 3_600_000;

export const fillPractice = async (
  parts: FillParts,
  code: string,
  fill: PracticeFill,
  progress: (share: number) => void,
): Promise<Result<{ readonly lead: OpenAccount; readonly others: readonly OpenAccount[] }, JoinFailure>> => {
  const { world } = parts;
  const mark = world.newId().slice(0, 8);
  // Two thousand words that nobody else needs before the first screen.
  const { makePassphrase } = await import('../study/passphrase.ts');

  const signUp = async (role: Role, withCode: string, who: Role | 'second' = role): Promise<OpenAccount> => {
    // A reserved domain (RFC 2606): no message can ever reach anybody.
    const email = `${who === 'second' ? 'coder2' : who}-${mark}@ovning.invalid`;
    const input = { code: withCode, name: parts.names[who], email, passphrase: makePassphrase(randomBytes) };
    return expectOk(await parts.signUp(input, { role, practice: true }));
  };

  const act = async <K extends ActKind>(remote: Remote, kind: K, args: Acts[K]['args']): Promise<void> => {
    const answer = expectOk(await remote.act(kind, world.newId(), args));
    if (!answer.ok) throw new Stopped({ type: 'garbled', status: 200 });
  };

  const push = async (
    remote: Remote,
    stream: Stream,
    commands: readonly SentCommand[],
    share: [number, number],
  ) => {
    for (let from = 0; from < commands.length; from += BATCH_LIMIT) {
      const answers = expectOk(await remote.push(stream, commands.slice(from, from + BATCH_LIMIT)));
      if (answers.some(({ result }) => result !== 'accepted'))
        throw new Stopped({ type: 'garbled', status: 200 });
      progress(share[0] + (share[1] - share[0]) * Math.min(1, (from + BATCH_LIMIT) / commands.length));
    }
  };

  const command = (kind: string, payload: unknown, base?: SentCommand['base']): SentCommand => ({
    id: world.newId(),
    kind,
    payload: canonicalJson(payload),
    ...(base ? { base } : {}),
  });

  /** The sample with its reserve, of which some is released: ids of all cases by their codes. */
  const drawAndOpen = async (
    perform: <K extends ActKind>(kind: K, args: Acts[K]['args']) => Promise<void>,
    wave: Id,
  ): Promise<ReadonlyMap<string, Id>> => {
    const { seed, target, response, strata, drawn, reserve, released } = fill.sample;
    const withId = <T>(one: T) => ({ id: world.newId(), ...one });
    const cases = drawn.map(withId);
    const replicates = reserve.map(({ stratum, number, units }) =>
      withId({ stratum, number, units: units.map(({ code, name }) => withId({ code, name })) }),
    );
    await perform('draw_sample', {
      wave,
      draw: world.newId(),
      seed,
      target,
      response,
      allocation: 'proportional',
      strata: strata.map((one) => ({ ...one, parts: [one.stratum] })),
      cases,
      reserve: replicates,
    });
    await perform('open_wave', { wave, merge_order: strata.map(({ stratum }) => stratum) });
    for (const { stratum, number, reason } of released)
      await perform('release_replicate', { wave, stratum, replicate: number, reason });
    const added = replicates.filter((one) =>
      released.some(({ stratum, number }) => one.stratum === stratum && one.number === number),
    );
    return new Map([...cases, ...added.flatMap(({ units }) => units)].map(({ code, id }) => [code, id]));
  };

  const callCommands = (
    { code, at, outcome, refusal, appointment }: PracticeFill['calls'][number],
    caseOf: ReadonlyMap<string, Id>,
  ): readonly SentCommand[] => {
    const agreed = appointment && { appointment: world.newId() };
    const of = { case: caseOf.get(code) ?? '' };
    const attempt = { ...of, attempt: world.newId(), outcome, at, ...(refusal && { refusal }), ...agreed };
    return [
      command('attempt.record', attempt),
      ...(agreed ? [command('appointment.put', { ...of, ...agreed, ...appointment, zone: HOME_ZONE })] : []),
    ];
  };

  const run = async (): Promise<{ readonly lead: OpenAccount; readonly others: readonly OpenAccount[] }> => {
    progress(0.02);
    const lead = await signUp('lead', code);
    const leadRemote = await parts.remoteOf(lead);
    const wave = world.newId();
    await act(leadRemote, 'found_study', { study: world.newId(), name: fill.study, practice: true });
    await act(leadRemote, 'create_wave', { wave, ...fill.wave, k: 1 });
    const hash = await sha256Hex(fill.definition);
    const { definition } = fill;
    await act(leadRemote, 'publish_instrument', {
      instrument: world.newId(),
      wave,
      definition,
      hash,
      note: '',
    });
    await act(leadRemote, 'publish_claims', {
      claims: world.newId(),
      wave,
      definition: fill.claims,
      hash: await sha256Hex(fill.claims),
      note: '',
    });
    const caseOf = await drawAndOpen((kind, args) => act(leadRemote, kind, args), wave);
    progress(0.2);

    const invite = async (role: Role, who: Role | 'second' = role): Promise<OpenAccount> => {
      const invitation = makeCode(randomBytes);
      const expires_at = new Date(world.now() + YEAR_MS).toISOString();
      const code_hash = await parts.codeHash(invitation);
      await act(leadRemote, 'invite', { invitation: world.newId(), role, expires_at, code_hash });
      return signUp(role, formatCode(invitation), who);
    };
    const interviewer = await invite('interviewer');
    progress(0.35);
    const coder = await invite('coder');
    const second = await invite('coder', 'second');
    progress(0.5);

    const assignee = await personOf(interviewer);
    const assign = [...caseOf.values()].map((id) => command('case.assign', { case: id, assignee }, FRESH));
    await push(leadRemote, 'cases', assign, [0.5, 0.53]);

    const remote = await parts.remoteOf(interviewer);
    const sealed = await sharePracticeKeys(
      world.newId,
      wave,
      { account: lead, act: (kind, args) => act(leadRemote, kind, args) },
      { account: interviewer, act: (kind, args) => act(remote, kind, args) },
    );
    const contacts: SentCommand[] = [];
    for (const { code: of, card } of fill.contacts)
      contacts.push(command('contact.put', await sealed({ case: caseOf.get(of) ?? '', card }), { box: 0 }));
    await push(leadRemote, 'cases', contacts, [0.53, 0.55]);

    await push(
      remote,
      'cases',
      fill.calls.flatMap((call) => callCommands(call, caseOf)),
      [0.55, 0.7],
    );
    const handIns = await Promise.all(
      fill.interviews.map(async (interview) => {
        const receipt_hash = await receiptHash(makeReceipt(world.random));
        const payload: HandIn = { ...interview, wave, instrument: hash, receipt_hash };
        return command('interview.hand_in', payload);
      }),
    );
    await push(remote, 'interviews', handIns, [0.7, 0.9]);
    await codePractice(
      { newId: world.newId, command, lead: leadRemote, act: (kind, args) => act(leadRemote, kind, args) },
      await Promise.all(
        [coder, second].map(async (one) => ({ id: await personOf(one), remote: await parts.remoteOf(one) })),
      ),
      (of, commands) => push(of, 'coding', commands, [0.9, 1]),
      { wave, ...fill.coding },
    );
    progress(1);
    // What these accounts sent went past their outboxes; the foot line must not say that nothing left.
    for (const { store } of [lead, interviewer, coder, second])
      await store.commit([{ table: 'docs', id: HAS_SENT, value: true }]);
    return { lead, others: [interviewer, coder, second] };
  };

  try {
    return ok(await run());
  } catch (cause) {
    if (cause instanceof Stopped) return err(cause.failure);
    throw cause;
  }
};

const personOf = async (account: OpenAccount): Promise<Id> => {
  const me = await readMe(account.store);
  if (!me) throw new Error('an account knows who it is from its making on');
  return me.id;
};
