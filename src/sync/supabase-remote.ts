import {
  type AuthError,
  createClient,
  type SupabaseClient,
  type Session as SupabaseSession,
} from '@supabase/supabase-js';
import type { ClockDep } from '../study/ids.ts';
import { err, ok, type Result } from '../study/result.ts';
import { STREAM_RPC } from '../study/wire.ts';
import type {
  PasswordFailure,
  PublicRemote,
  Remote,
  RemoteFailure,
  Session,
  SignUpFailure,
} from './remote.ts';
import type { SessionHolder } from './session.ts';
import {
  hasShape,
  isActAnswer,
  isAnswers,
  isHello,
  isInvitationCheck,
  isOverview,
  isPage,
  isRoundProgress,
  isTokens,
} from './shapes.ts';

/** The only place that speaks to Supabase. Every answer is checked for its shape: a proxy's 200 is no answer. */
export interface Backend {
  readonly url: string;
  readonly anonKey: string;
  /** Another network than the platform's: a scripted one. */
  readonly fetch?: typeof fetch;
}

/** Longest wait for one request; the batch stays in the outbox. */
const TIMEOUT_MS = 30_000;

const timedFetch =
  (send: typeof fetch): typeof fetch =>
  (input, init) =>
    send(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT_MS) });

/** We never open a realtime channel; the client wants a transport all the same where there is no WebSocket (Node 20). */
class NoTransport {
  constructor() {
    throw new Error('realtime is not used');
  }
}

const optionsOf = ({ fetch: send = fetch }: Backend) => ({
  auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  global: { fetch: timedFetch(send) },
  realtime: { transport: NoTransport as never },
});

/** By status alone. 0: no answer came. */
const failureOf = (status: number): RemoteFailure => {
  if (status === 0) return { type: 'offline' };
  if (status === 401) return { type: 'signed_out' };
  if (status === 429 || status >= 500) return { type: 'busy' };
  return { type: 'garbled', status };
};

/** Good until when by this device's clock, which may be a year off: the server's own instant would not fit it. */
const toSession = (session: SupabaseSession, now: number): Session => ({
  user: session.user.id,
  email: session.user.email ?? '',
  accessToken: session.access_token,
  refreshToken: session.refresh_token,
  goodUntil: now + session.expires_in * 1000,
});

const authFailure = (error: AuthError): RemoteFailure | { readonly type: 'refused' } => {
  const status = error.status ?? 0;
  // Any 4xx of the sign-in itself is its answer: these credentials, this token, are not good.
  return status >= 400 && status < 500 && status !== 429 ? { type: 'refused' } : failureOf(status);
};

const call = async <T>(
  client: SupabaseClient,
  name: string,
  args: Readonly<Record<string, unknown>>,
  isShape: (value: unknown) => value is T,
): Promise<Result<T, RemoteFailure>> => {
  const { data, error, status } = await client.rpc(name, args);
  if (error) return err(failureOf(status));
  return isShape(data) ? ok(data) : err({ type: 'garbled', status });
};

export type AccountRemote = PublicRemote & {
  readonly refresh: (token: string) => Promise<Result<Session, RemoteFailure>>;
  readonly changePassword: (accessToken: string, password: string) => Promise<Result<null, PasswordFailure>>;
};

export const createPublicRemote = ({
  backend,
  now,
}: ClockDep & { readonly backend: Backend }): AccountRemote => {
  const options = optionsOf(backend);
  const client = createClient(backend.url, backend.anonKey, options);

  /**
   * The client's own refresh tries again for half a minute before it answers; the outbox has its own patience, and
   * a screen that asks must hear at once. So this one endpoint is asked directly, once.
   */
  const refresh: AccountRemote['refresh'] = async (refresh_token) => {
    const headers = { apikey: backend.anonKey, 'content-type': 'application/json' };
    const body = JSON.stringify({ refresh_token });
    const url = `${backend.url}/auth/v1/token?grant_type=refresh_token`;
    const [answer, value] = await options.global
      .fetch(url, { method: 'POST', headers, body })
      .then(async (got): Promise<[Response | null, unknown]> => [got, await got.json()])
      // No answer, or one that is no JSON: the token may be good or not, nobody said.
      .catch((): [null, null] => [null, null]);
    if (answer === null) return err({ type: 'offline' });
    if (answer.ok && isTokens(value)) return ok(toSession(value, now()));
    const { status } = answer;
    return err(status >= 400 && status < 500 && status !== 429 ? { type: 'signed_out' } : failureOf(status));
  };

  return {
    hello: () => call(client, 'hello', {}, isHello),
    check: (code) => call(client, 'check_invitation', { code }, isInvitationCheck),
    withdraw: (receipt_hash) =>
      call(client, 'withdraw', { receipt_hash }, hasShape<{ ok: boolean }>({ ok: 'boolean' })),
    signUp: async ({ email, password, code, name }): Promise<Result<Session, SignUpFailure>> => {
      const { data: made, error } = await client.auth.signUp({
        email,
        password,
        options: { data: { code, name } },
      });
      if (!error)
        return made.session ? ok(toSession(made.session, now())) : err({ type: 'garbled', status: 200 });
      if (error.code === 'user_already_exists' || error.code === 'email_exists')
        return err({ type: 'email_taken' });
      if (error.code === 'weak_password') return err({ type: 'weak_password' });
      // The guard of the sign-up is a trigger, whose refusal reaches the client as a bare 500.
      const status = error.status ?? 0;
      return err(status === 0 || status === 429 ? failureOf(status) : { type: 'code_refused' });
    },
    signIn: async (email, password) => {
      const { data, error } = await client.auth.signInWithPassword({ email, password });
      return error ? err(authFailure(error)) : ok(toSession(data.session, now()));
    },
    refresh,
    // The client's own way needs a session of its keeping, which is ours instead.
    changePassword: async (accessToken, password) => {
      const headers = {
        apikey: backend.anonKey,
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
      };
      const answer = await options.global
        .fetch(`${backend.url}/auth/v1/user`, { method: 'PUT', headers, body: JSON.stringify({ password }) })
        .catch(() => null);
      if (answer === null) return err({ type: 'offline' });
      if (answer.ok) return ok(null);
      return err(answer.status === 422 ? { type: 'weak_password' } : failureOf(answer.status));
    },
  };
};

export const createRemote = (backend: Backend, holder: SessionHolder): Remote => {
  let token = '';
  const { realtime, global } = optionsOf(backend);
  const client = createClient(backend.url, backend.anonKey, {
    realtime,
    global,
    accessToken: async () => token,
  });

  const ask = async <T>(
    name: string,
    args: Readonly<Record<string, unknown>>,
    isShape: (value: unknown) => value is T,
  ): Promise<Result<T, RemoteFailure>> => {
    for (const force of [false, true]) {
      const held = await holder.token(force);
      if (!held.ok) return held;
      token = held.value;
      const answer = await call(client, name, args, isShape);
      // A token that the server no longer takes is renewed once; then the person must sign in.
      if (answer.ok || answer.error.type !== 'signed_out') return answer;
    }
    return err({ type: 'signed_out' });
  };

  return {
    hello: () => call(client, 'hello', {}, isHello),
    push: (stream, commands) => ask(STREAM_RPC[stream], { batch: JSON.stringify(commands) }, isAnswers),
    pull: (feed, cursor, size) => ask('pull', { feed, cursor, size }, isPage),
    act: (kind, id, args) =>
      ask(`act_${kind}`, { act_id: id, args: JSON.stringify(args) }, isActAnswer(kind)),
    overview: (wave) => ask('wave_overview', { wave }, isOverview),
    roundProgress: (round) => ask('round_progress', { round }, isRoundProgress),
  };
};
