import type { Id } from '../study/ids.ts';
import type { Result } from '../study/result.ts';
import type { Feed } from '../study/rows.ts';
import type {
  ActAnswer,
  ActKind,
  Acts,
  CommandAnswer,
  Hello,
  InvitationCheck,
  PulledPage,
  RoundProgress,
  SentCommand,
  Stream,
  WaveOverview,
} from '../study/wire.ts';

/** Why there was no answer; decided by status codes, never by an error's words. */
export type RemoteFailure =
  | { readonly type: 'offline' }
  | { readonly type: 'signed_out' }
  | { readonly type: 'garbled'; readonly status: number }
  | { readonly type: 'busy' };

export type SignUpFailure =
  | RemoteFailure
  | { readonly type: 'email_taken' }
  | { readonly type: 'code_refused' }
  | { readonly type: 'weak_password' };

export interface Session {
  readonly user: Id;
  readonly email: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds, by this device's clock. */
  readonly goodUntil: number;
}

/** Where the session lies between starts: a sealed document. */
export interface SessionKeeper {
  readonly load: () => Promise<Session | null>;
  readonly save: (session: Session | null) => Promise<void>;
}

type Reply<T, E extends { readonly type: string } = RemoteFailure> = Promise<Result<T, E>>;

/** The server without an account. */
export interface PublicRemote {
  readonly hello: () => Reply<Hello>;
  readonly check: (code: string) => Reply<InvitationCheck>;
  readonly withdraw: (receiptHash: string) => Reply<{ readonly ok: boolean }>;
  readonly signUp: (input: {
    readonly email: string;
    readonly password: string;
    readonly code: string;
    readonly name: string;
  }) => Reply<Session, SignUpFailure>;
  readonly signIn: (
    email: string,
    password: string,
  ) => Reply<Session, RemoteFailure | { readonly type: 'refused' }>;
}

/** Also of a person signed in: another password for the same account. */
export type PasswordFailure = RemoteFailure | { readonly type: 'weak_password' };

/** The server as one account sees it. */
export interface Remote {
  readonly hello: () => Reply<Hello>;
  readonly push: (stream: Stream, commands: readonly SentCommand[]) => Reply<readonly CommandAnswer[]>;
  readonly pull: (feed: Feed, cursor: string, size: number) => Reply<PulledPage>;
  readonly act: <K extends ActKind>(kind: K, id: Id, args: Acts[K]['args']) => Reply<ActAnswer<K>>;
  readonly overview: (wave: Id) => Reply<WaveOverview>;
  readonly roundProgress: (round: Id) => Reply<RoundProgress>;
}
