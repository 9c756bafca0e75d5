import type { Answer } from './answer.ts';
import type { Id } from './ids.ts';
import type { Json } from './json.ts';
import type {
  CodeRow,
  DeviceRow,
  DrawnStratum,
  DrawRow,
  Feed,
  InstrumentConcordance,
  ReplicateRow,
  Role,
  RoundRow,
  SealedKeyRow,
  Table,
} from './rows.ts';

/**
 * What crosses the network, and nothing else does. docs/wire.md tells the same to a reader of SQL.
 * Every RPC takes its argument as text (JSON) and returns JSON.
 */
export const STREAMS = ['interviews', 'cases', 'coding', 'writing'] as const;
export type Stream = (typeof STREAMS)[number];

/** One RPC a stream; at most 100 commands a batch, answered one by one. */
export const STREAM_RPC: Readonly<Record<Stream, string>> = {
  interviews: 'hand_in',
  cases: 'push_cases',
  coding: 'push_coding',
  writing: 'push_writing',
};
export const BATCH_LIMIT = 100;

/** A command as sent. `payload` is the canonical JSON text whose SHA-256 the server answers with. No time, no order. */
export interface SentCommand {
  readonly id: Id;
  readonly kind: string;
  readonly payload: string;
  /** Revision of each field the author saw; absent where the kind writes no shared field. */
  readonly base?: Readonly<Record<string, number>>;
}

/** The server's word on one command. `hash` is the SHA-256 of the payload text it took. */
export type CommandAnswer =
  | (Taken & { readonly result: 'accepted'; readonly late: boolean })
  | (Taken & { readonly result: 'duplicate' })
  /** Known id with another payload, or a stale base: both values are kept and a person decides. */
  | {
      readonly id: Id;
      readonly result: 'conflict';
      readonly reason: 'other_content' | 'stale';
      readonly current: Json;
    }
  | {
      readonly id: Id;
      readonly result: 'rejected';
      readonly reason: RejectReason;
      readonly at?: string;
      readonly find?: string;
    }
  /** Interviews only: the receipt was used before the interview arrived. */
  | { readonly id: Id; readonly result: 'withdrawn' };

interface Taken {
  readonly id: Id;
  readonly hash: string;
  /** Of an `interviewed` attempt: it is the one that completed its case. */
  readonly first?: boolean;
  /** Of a hand-in: the server's clock, ISO, stored nowhere; a backup later than it holds the interview. */
  readonly at?: string;
}

/** Only for what is in the record itself, never for what changed while its author was offline. */
export const REJECT_REASONS = [
  'malformed',
  'unknown_kind',
  'unknown_reference',
  'not_allowed',
  'identifies', // the guard: `at` is the question, `find` the kind; never the text
  'too_large',
  'no_completed_case',
  'practice_only',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Payload of `interview.hand_in`: what leaves of an interview. Nothing here leads to case, person, author or minute. */
export interface HandIn {
  readonly wave: Id;
  readonly stratum: string;
  readonly instrument: string;
  /** SHA-256 hex of `lagesbild-receipt:` + the receipt without spaces, upper case. */
  readonly receipt_hash: string;
  readonly answers: readonly ({ readonly question: string } & Answer)[];
  /** Waits in columns nobody reads; shown at the close where k share the combination. */
  readonly background: {
    readonly role: string;
    readonly language: 'sv' | 'en';
    readonly mode: 'telephone' | 'video' | 'written';
    readonly completeness: 'complete' | 'partial';
  };
}

/** Payload of `remark.send`: a note to the lead about a question, and nothing of who or where. */
export interface Remark {
  readonly remark: Id;
  readonly instrument: string;
  readonly question: string;
  /** Masked and looked over on the device; at most 2 000 characters. */
  readonly text: string;
}
export const REMARK_LIMIT = 2_000;

export interface PulledRow {
  readonly table: Table;
  readonly id: string;
  /** null: a tombstone (deleted, or out of this person's sight). */
  readonly row: Json;
}
/** Answer of `pull(feed, cursor, size)`. `reset`: drop the replica of this feed and start from nothing. */
export interface PulledPage {
  readonly epoch: string;
  readonly feed: Feed;
  readonly reset: boolean;
  readonly rows: readonly PulledRow[];
  readonly cursor: string;
  readonly more: boolean;
}

/** Answer of `hello()`, open to everybody. */
export interface Hello {
  readonly epoch: string;
  /** Number of the newest migration, to tell an old client from a new server. */
  readonly schema: number;
  /** A real study has been founded. */
  readonly founded: boolean;
  readonly practice: boolean;
  /** The server's clock, ISO. */
  readonly time: string;
  /** Newest backup reported, ISO, or null. */
  readonly backup_at: string | null;
}

/** Acts: online only, one RPC each, `act_<name>(act_id uuid, args text)`; the same id answers the same again. */
export interface Acts {
  /** By the account that signed up with the set-up code. */
  readonly found_study: { args: { study: Id; name: string; practice: boolean }; value: { study: Id } };
  /** The code is made on the lead's device (128 bits, base32); only its SHA-256 hex is sent. */
  readonly invite: {
    args: { invitation: Id; role: Role; expires_at: string; code_hash: string };
    value: { invitation: Id };
  };
  readonly revoke_invitation: { args: { invitation: Id }; value: { invitation: Id } };
  readonly create_wave: {
    args: {
      wave: Id;
      label: string;
      year: number;
      k: number;
      fields: Readonly<Record<string, string>>;
      /** Said now or never. */
      pilot?: boolean;
    };
    value: { wave: Id };
  };
  /** `definition` is canonical JSON text, `hash` its SHA-256: the server compares. */
  readonly publish_instrument: {
    args: {
      instrument: Id;
      wave: Id;
      definition: string;
      hash: string;
      note: string;
      /** `before`: a version of the wave; questions that both ask. */
      concordance?: InstrumentConcordance | null;
    };
    value: { version: number };
  };
  /** What the report may claim; the same content again is the same version. */
  readonly publish_claims: {
    args: { claims: Id; wave: Id; definition: string; hash: string; note: string };
    value: { version: number };
  };
  /** At most 1 000 cases a call; only while the wave is a draft. */
  readonly draw_cases: {
    args: { wave: Id; cases: readonly { id: Id; code: string; name: string; stratum: string }[] };
    value: { drawn: number };
  };
  /**
   * The sample, how it was drawn and its reserve, whole or not at all: at most 10 000 cases and 10 000 replicates; once,
   * while the wave is a draft without cases. The server counts what was drawn.
   */
  readonly draw_sample: {
    args: {
      wave: Id;
      draw: Id;
      seed: string;
      target: number;
      response: number;
      allocation: DrawRow['allocation'];
      strata: readonly Omit<DrawnStratum, 'drawn'>[];
      cases: readonly { id: Id; code: string; name: string; stratum: string }[];
      reserve: readonly Omit<ReplicateRow, 'wave' | 'reason'>[];
    };
    value: { drawn: number; replicates: number };
  };
  /** The next replicate of a stratum; `stratum` null: of every stratum where that number is the next. While open. */
  readonly release_replicate: {
    args: { wave: Id; stratum: string | null; replicate: number; reason: string };
    value: { replicates: number; released: number };
  };
  /** Fixes k and the order in which cells under k are merged at the close: nearest first, a permutation of the strata. */
  readonly open_wave: { args: { wave: Id; merge_order: readonly string[] }; value: { wave: Id } };
  readonly close_wave: { args: { wave: Id }; value: { released: number; unread: number } };
  readonly deactivate_person: { args: { person: Id }; value: { person: Id } };
  readonly change_role: { args: { person: Id; role: Role }; value: { person: Id } };
  /**
   * A round of coding. Blind: from now on nobody but its author sees what is coded on its units, earlier coding
   * included. At most 10 000 interviews.
   */
  readonly create_round: {
    args: Omit<RoundRow, 'id' | 'codebook' | 'state'> & { round: Id };
    value: { round: Id; codebook: number };
  };
  /** Final: everybody sees all of it from now on, and what comes later is outside it. */
  readonly close_round: { args: { round: Id }; value: { round: Id } };
  /** Names the codebook as it stands. */
  readonly freeze_codebook: { args: { id: Id; label: string; note: string }; value: { version: number } };
  /**
   * New codes, a parent before its children, all of them or none; at most 1 000. A key that exists already is
   * `wrong_state`.
   */
  readonly import_codebook: {
    args: {
      label: string;
      note: string;
      codes: readonly Pick<CodeRow, 'id' | 'key' | 'parent' | 'order' | 'fields'>[];
    };
    value: { codes: number; version: number };
  };
  readonly report_backup: { args: { at: string }; value: { at: string } };
  /**
   * This computer's public key, by whoever calls or leads. The study's first lead computer is approved by it; all others
   * wait until a lead has compared the words.
   */
  readonly register_device: { args: { device: Id; key: string }; value: { state: DeviceRow['state'] } };
  /** The words were the same on both: the device gets a copy of each generation the lead's device holds. */
  readonly approve_device: {
    args: { device: Id; from: Id; copies: readonly Omit<SealedKeyRow, 'device' | 'from'>[] };
    value: { device: Id };
  };
  /** Its sealed copies go. It destroys its keys when it hears of it; what it has read it has read. */
  readonly revoke_device: { args: { device: Id }; value: { device: Id } };
  /**
   * The next generation (the first is 1), sealed for devices that are approved. An approved device that is left out waits
   * for approval again. It protects what is sealed afterwards, nothing older.
   */
  readonly rotate_field_key: {
    args: {
      field_key: Id;
      wave: Id;
      generation: number;
      from: Id;
      copies: readonly Omit<SealedKeyRow, 'wave' | 'generation' | 'from'>[];
    };
    value: { generation: number };
  };
  /** A new printed recovery key; it revokes earlier ones. */
  readonly make_recovery_key: {
    args: { device: Id; key: string; copies: readonly Omit<SealedKeyRow, 'device' | 'from'>[] };
    value: { device: Id };
  };
  /** By hand, after the close: a device or the recovery key; `device` null: the backups older than the close. */
  readonly confirm_destroyed: { args: { wave: Id; device: Id | null }; value: { wave: Id } };
  /** By an interviewer: cases of the pool lent until `up_to` are held; those held over half their time are renewed. */
  readonly lease_cases: { args: { wave: Id; up_to: number }; value: { leased: number; held: number } };
  /** By an interviewer: back into the pool. At most 100. */
  readonly release_cases: { args: { cases: readonly Id[] }; value: { released: number } };
  readonly remove_practice: { args: { study: Id }; value: { removed: true } };
}
export type ActKind = keyof Acts;
export type ActAnswer<K extends ActKind> =
  | { readonly ok: true; readonly value: Acts[K]['value'] }
  | { readonly ok: false; readonly reason: ActRefusal };
export const ACT_REFUSALS = [
  'malformed',
  'not_allowed',
  'unknown_reference',
  'wrong_state',
  'hash_differs',
  'k_too_small',
  'already_founded',
  'practice_only',
  'other_content',
] as const;
export type ActRefusal = (typeof ACT_REFUSALS)[number];

/** Answer of `wave_overview(wave uuid)`, for a lead: numbers, never which. */
export interface WaveOverview {
  readonly waiting: number;
  readonly released: number;
  readonly unread: number;
  readonly cases: Readonly<Record<'new' | 'active' | 'interviewed' | 'closed', number>>;
}

/** Answer of `round_progress(round uuid)`: for a lead who does not code in it, how many answers each coder is through with. */
export type RoundProgress = Readonly<Record<Id, { readonly done: number; readonly judged: number }>>;

/** Answer of `check_invitation(code text)`, open to everybody; a code is also the set-up code. */
export type InvitationCheck =
  | { readonly ok: true; readonly kind: 'invitation'; readonly role: Role; readonly study: string }
  | { readonly ok: true; readonly kind: 'setup' }
  | { readonly ok: false; readonly reason: 'unknown' | 'used' | 'expired' };
