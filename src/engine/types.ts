import type { Actor, Refusal, View } from '../study/command.ts';
import type { Payloads } from '../study/commands/index.ts';
import type { ContactCard } from '../study/contact.ts';
import type { InterviewDraft } from '../study/draft.ts';
import type { FrameUnit } from '../study/frame.ts';
import type { Id } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import type { InterviewMeasures } from '../study/own-quality.ts';
import type { Replicate } from '../study/replicates.ts';
import type { Result } from '../study/result.ts';
import type {
  AnswerRow,
  AppointmentRow,
  DoneRow,
  InterviewRow,
  JudgementRow,
  Outcome,
  RefusalDetail,
  Role,
  Rows,
  SegmentRow,
} from '../study/rows.ts';
import type { Source } from '../study/source.ts';
import type {
  ActKind,
  ActRefusal,
  Acts,
  HandIn,
  InvitationCheck,
  RejectReason,
  Remark,
  RoundProgress,
  Stream,
  WaveOverview,
} from '../study/wire.ts';
import type { Contacts, Keys } from './key-types.ts';

/** The contract of the engine: all that screens, tools and the headless driver may know of it. */

/** The device could not keep it; nothing was lost that stood before. */
export type StoreFailure =
  | { readonly type: 'storage_full' }
  | { readonly type: 'storage_closed' }
  /** Another tab wrote first. */
  | { readonly type: 'taken_over' };

/** The network or the server could not answer; nothing changed. */
export type RemoteFailure =
  | { readonly type: 'offline' }
  | { readonly type: 'signed_out' }
  /** The server answered with something else than an answer (a proxy, an old version). */
  | { readonly type: 'garbled'; readonly status: number }
  | { readonly type: 'busy' };

export type ActFailure = RemoteFailure | { readonly type: 'refused'; readonly reason: ActRefusal };

/** One line of "Att skicka". */
export interface OutboxItem {
  readonly id: Id;
  readonly stream: Stream;
  readonly kind: string;
  readonly state:
    | 'waiting' // for its time, for its attempt to be confirmed, or for the network
    | 'sending'
    | 'confirmed'
    | 'returned' // with a reason; the draft can be opened, mended and sent again
    | 'conflict'
    | 'withdrawn'
    | 'second' // its case already has an interview: stays here until erased
    | 'unreadable'; // kept as it is
  /** Earliest moment of sending, ms since the epoch; null: as soon as there is a network. */
  readonly notBefore: number | null;
  /** Waits until the server has confirmed the attempt that completes its case. */
  readonly waitsForAttempt: boolean;
  readonly reason?: RejectReason | 'stale' | 'other_content';
  /** Question, and kind of find, where the guard refused. */
  readonly at?: string;
  readonly find?: string;
  /** Fields that somebody else wrote meanwhile, with both values. */
  readonly fields?: readonly FieldConflict[];
  /** Of an interview: its case's name and its draft. */
  readonly caseName?: string;
  readonly draft?: Id;
}

export interface FieldConflict {
  readonly field: string;
  readonly mine: Json;
  readonly theirs: Json;
}

export interface Status {
  readonly online: boolean;
  readonly session: 'signed_in' | 'signed_out';
  /** What the foot line says of storing. */
  readonly saving: 'saved' | 'saving' | 'failed';
  readonly savedAt: number | null;
  readonly waiting: { readonly interviews: number; readonly other: number };
  readonly returned: number;
  /** Something has been sent from this device with this account. */
  readonly hasSent: boolean;
  readonly pulling: boolean;
  /** Rows fetched in the pull under way, null when none. */
  readonly pulled: number | null;
  readonly lastPull: number | null;
  /** This computer's clock minus the server's when they last spoke, ms; null: not known yet. */
  readonly clockError: number | null;
  /** Waiting at least until then after a failure, ms; null: not waiting. */
  readonly retryAt: number | null;
  /** An old client against a newer server: send still works, ask for an update. */
  readonly outdated: boolean;
}

/** What a draft's screen holds: either it writes, or another tab does and this one watches. */
export interface DraftHandle {
  readonly draft: Source<InterviewDraft>;
  readonly mode: Source<'writing' | 'watching'>;
  /** Applies a pure change at once and stores it, sealed, with strict durability; resolves when committed. */
  readonly change: (change: (draft: InterviewDraft) => InterviewDraft) => Promise<Result<null, StoreFailure>>;
  /** Take over from the other tab. */
  readonly takeOver: () => Promise<Result<null, StoreFailure>>;
  readonly close: () => Promise<void>;
}

export interface DraftSummary {
  readonly id: Id;
  readonly case: Id;
  readonly caseName: string;
  readonly stage: InterviewDraft['stage'];
  readonly asked: number;
}

export interface Drafts {
  readonly list: Source<readonly DraftSummary[]>;
  /** Stores a new draft and opens it. */
  readonly begin: (draft: InterviewDraft) => Promise<Result<DraftHandle, StoreFailure>>;
  readonly open: (id: Id) => Promise<Result<DraftHandle, StoreFailure | { readonly type: 'no_draft' }>>;
  readonly erase: (id: Id) => Promise<Result<null, StoreFailure>>;
}

/** What a paper's screen holds: as a draft's, with whatever its screen keeps in it. */
export interface PaperHandle<T extends Json> {
  readonly paper: Source<T>;
  readonly mode: DraftHandle['mode'];
  readonly change: (change: (paper: T) => T) => Promise<Result<null, StoreFailure>>;
  readonly takeOver: DraftHandle['takeOver'];
  readonly close: DraftHandle['close'];
}

/**
 * Papers: sealed documents that are typed for a while before a command or an act is made of them (an instrument, a memo,
 * a paragraph of the report). On this device only, in its backups too. A name is its screen's word and random ids, joined
 * by `/`: it lies in clear.
 */
export interface Papers {
  /** Names that begin so, in order. */
  readonly names: (prefix: string) => Promise<readonly string[]>;
  /** The one that stands there, else a new one with `blank` in it. Its screen knows the shape, and that of older ones. */
  readonly open: <T extends Json>(name: string, blank: T) => Promise<Result<PaperHandle<T>, StoreFailure>>;
  readonly erase: (name: string) => Promise<Result<null, StoreFailure>>;
}

/** Answers to one question across released interviews, for a coder's screen. */
export interface AnswerList {
  readonly question: string;
  /** null while the device is still reading its pages. */
  readonly rows: readonly { readonly answer: AnswerRow; readonly interview: InterviewRow }[] | null;
}

/**
 * One question as a coder works on it: its answers, and what is coded on them, pending changes folded in. The codes,
 * rounds, memos, flags, examples, proposals and decisions are in the view, whole.
 */
export interface QuestionCoding extends AnswerList {
  /** In order of reading: by start, the longer first. Own, others' as far as they may be seen, and settled ones. */
  readonly segmentsOn: (answer: string) => readonly SegmentRow[];
  /** All segments of the question, answer by answer in no order. */
  readonly segments: () => Iterable<SegmentRow>;
  readonly isDone: (answer: string, coder: Id, round: Id | null) => boolean;
  readonly done: () => Iterable<DoneRow>;
}

/** One judgement across interviews: every coder's value that may be seen. null while it is read. */
export interface JudgementList {
  readonly judgement: string;
  readonly rows: readonly JudgementRow[] | null;
}

/** Tables too large for the view: read in passing, page by page. */
export type Scanned = 'segment' | 'done' | 'judgement' | 'answer';

export interface Engine {
  readonly me: Actor & { readonly name: string; readonly email: string; readonly practice: boolean };
  readonly view: Source<View>;
  readonly outbox: Source<readonly OutboxItem[]>;
  readonly status: Source<Status>;
  readonly drafts: Drafts;
  readonly papers: Papers;
  /** Field keys and the devices that may hold them. */
  readonly keys: Keys;
  readonly contacts: Contacts;
  readonly execute: <K extends keyof Payloads>(
    kind: K,
    payload: Payloads[K],
  ) => Promise<Result<Id, Refusal | StoreFailure>>;
  /** Takes back the newest own command that is not yet taken back. */
  readonly undo: () => Promise<Result<Id, Refusal | StoreFailure>>;
  /** Does again what was taken back last, as long as nothing else was done since. */
  readonly redo: () => Promise<Result<Id, Refusal | StoreFailure>>;
  readonly act: <K extends ActKind>(
    kind: K,
    args: Acts[K]['args'],
  ) => Promise<Result<Acts[K]['value'], ActFailure>>;
  readonly overview: (wave: Id) => Promise<Result<WaveOverview, ActFailure>>;
  /**
   * Queues the masked interview. It waits for `attempt` (the one that completes its case) to be confirmed as the
   * case's first, and for a random delay; the draft stays until the server has confirmed both.
   */
  readonly handIn: (draft: Id, attempt: Id, payload: HandIn) => Promise<Result<Id, StoreFailure>>;
  /** Figures of one's own interviewing, in no order; computed and kept here, sent nowhere. */
  readonly ownMeasures: () => Promise<readonly InterviewMeasures[]>;
  /** Queues a note to the lead about a question; it leaves after a random delay of its own, as an interview does. */
  readonly remark: (payload: Remark) => Promise<Result<Id, StoreFailure>>;
  /** Opens a returned or not yet sent interview for mending: its draft is a draft again. */
  readonly mend: (command: Id) => Promise<Result<Id, StoreFailure | { readonly type: 'already_sent' }>>;
  /** Drops a returned, conflicting or second record: a person decided. */
  readonly discard: (command: Id) => Promise<Result<null, StoreFailure>>;
  /** Of a conflict of fields: sends one's own values again over the others', or lets these stand and sends the rest. */
  readonly settleConflict: (command: Id, keep: 'mine' | 'theirs') => Promise<Result<null, StoreFailure>>;
  /** Sends without the random delay. */
  readonly sendNow: (command: Id) => Promise<Result<null, StoreFailure>>;
  readonly answers: (question: string) => Source<AnswerList>;
  readonly coding: (question: string) => Source<QuestionCoding>;
  readonly judgements: (judgement: string) => Source<JudgementList>;
  /** Every row of a table, pending changes folded in; `progress` in [0, 1]. For figures and retrieval over all. */
  readonly scan: <T extends Scanned>(
    table: T,
    visit: (row: Rows[T]) => void,
    progress?: (share: number) => void,
  ) => Promise<void>;
  /** How far the coders of a round are: for a lead who does not code in it. */
  readonly roundProgress: (round: Id) => Promise<Result<RoundProgress, ActFailure>>;
  /** Push and pull now; resolves when nothing more can be done at present. */
  readonly sync: () => Promise<void>;
  /** Signs in again after the token ran out for good. */
  readonly signInAgain: (passphrase: string) => Promise<Result<null, SignInFailure>>;
  /** All that this account keeps on this device, encrypted under its passphrase. */
  readonly backup: () => Promise<Blob>;
  readonly close: () => Promise<void>;
}

export type SignInFailure = RemoteFailure | { readonly type: 'wrong_passphrase' } | StoreFailure;
export type JoinFailure =
  | SignInFailure
  | { readonly type: 'code'; readonly reason: 'unknown' | 'used' | 'expired' | 'malformed' }
  | { readonly type: 'email_taken' }
  | { readonly type: 'weak_passphrase' };
export type PassphraseFailure = SignInFailure | { readonly type: 'weak_passphrase' };
export type UnlockFailure = { readonly type: 'wrong_passphrase' } | StoreFailure;
export type RestoreFailure =
  | { readonly type: 'not_a_backup'; readonly reason: string }
  | { readonly type: 'wrong_passphrase' }
  | StoreFailure;

export interface PracticeAccount {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly passphrase: string;
}

/** `locked`: accounts are here, none is open. `waiting`: what lies in their outboxes; nothing is sent while locked. */
export type DeviceState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'locked'; readonly accounts: number; readonly waiting: number; readonly drafts: number }
  | { readonly kind: 'open'; readonly engine: Engine };

/** The device before and around an open account. */
export interface Device {
  readonly state: Source<DeviceState>;
  readonly check: (code: string) => Promise<Result<InvitationCheck, RemoteFailure>>;
  /** The first lead, with the set-up code: account, study, vault. */
  readonly found: (input: {
    readonly code: string;
    readonly study: string;
    readonly name: string;
    readonly email: string;
    readonly passphrase: string;
  }) => Promise<Result<Engine, JoinFailure>>;
  readonly join: (input: {
    readonly code: string;
    readonly name: string;
    readonly email: string;
    readonly passphrase: string;
  }) => Promise<Result<Engine, JoinFailure>>;
  /** An account that exists, on a device that does not know it yet. */
  readonly signIn: (input: {
    readonly email: string;
    readonly passphrase: string;
  }) => Promise<Result<Engine, SignInFailure>>;
  readonly unlock: (passphrase: string) => Promise<Result<Engine, UnlockFailure>>;
  readonly lock: () => Promise<void>;
  /** The practice accounts of this device; their passphrases are shown, since they guard nothing. */
  readonly practice: Source<readonly PracticeAccount[]>;
  /** Founds the practice study through the ordinary doors; progress in [0, 1]. */
  readonly startPractice: (
    code: string,
    fill: PracticeFill,
    progress: (share: number) => void,
  ) => Promise<Result<Engine, JoinFailure>>;
  /** `email` where there are several of a role. */
  readonly switchPractice: (
    role: Role,
    email?: string,
  ) => Promise<Result<Engine, UnlockFailure | SignInFailure>>;
  readonly removePractice: () => Promise<Result<null, ActFailure | StoreFailure>>;
  readonly restore: (file: Blob, passphrase: string) => Promise<Result<Engine, RestoreFailure>>;
  /** Of the open account, here and at the server; what is stored is not encrypted anew. */
  readonly changePassphrase: (current: string, next: string) => Promise<Result<null, PassphraseFailure>>;
  /** Every account of this device with all it holds, sent or not. The screen shows first what would be lost. */
  readonly wipe: () => Promise<void>;
  /** Somebody withdraws with a receipt, on any device, signed in or not. */
  readonly withdraw: (
    receipt: string,
  ) => Promise<Result<null, RemoteFailure | { readonly type: 'malformed' }>>;
}

/** What fills a practice study; made by the practice room, handed in by the composition root. */
export interface PracticeFill {
  readonly study: string;
  readonly wave: {
    readonly label: string;
    readonly year: number;
    readonly fields: Readonly<Record<string, string>>;
  };
  /** Canonical JSON text. */
  readonly definition: string;
  /** claims.json, canonical JSON text. */
  readonly claims: string;
  readonly sample: {
    readonly seed: string;
    readonly target: number;
    readonly response: number;
    readonly strata: readonly { readonly stratum: string; readonly population: number }[];
    readonly drawn: readonly FrameUnit[];
    readonly reserve: readonly Replicate[];
    readonly released: readonly {
      readonly stratum: string;
      readonly number: number;
      readonly reason: string;
    }[];
  };
  /** Invented persons with numbers nobody has, of cases drawn or released. */
  readonly contacts: readonly { readonly code: string; readonly card: ContactCard }[];
  /** Oldest first; at least as many end in an interview as there are interviews. */
  readonly calls: readonly {
    readonly code: string;
    readonly outcome: Outcome;
    readonly refusal?: RefusalDetail;
    readonly at: string;
    readonly appointment?: { readonly at: string; readonly kind: AppointmentRow['kind'] };
  }[];
  /** Interviews without wave and receipt. */
  readonly interviews: readonly Omit<HandIn, 'wave' | 'receipt_hash' | 'instrument'>[];
  /** A codebook, and a closed blind round in which two coded some of the answers. */
  readonly coding: {
    /** As a file, parsed. */
    readonly codebook: Json;
    readonly label: string;
    readonly round: string;
    readonly questions: readonly string[];
    /** Answers found again by question and text; each with what either coder made of it, by a code's lasting name. */
    readonly answers: readonly {
      readonly question: string;
      readonly notes: string;
      readonly byCoder: readonly (readonly {
        readonly start: number;
        readonly end: number;
        readonly code: string;
      }[])[];
    }[];
  };
}
