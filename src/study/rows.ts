import type { AnswerState, QuoteMark } from './answer.ts';
import type { Id } from './ids.ts';
import type { Json } from './json.ts';

/**
 * The rows a replica holds, as the server gives them (`pull`): one type a table, the same noun as the table.
 * `rev` holds the revision of each field that a command may write; a command's `base` names the revisions it saw.
 */
export type Role = 'interviewer' | 'coder' | 'lead';
export type Rev = Readonly<Record<string, number>>;

export interface StudyRow {
  readonly id: Id;
  readonly name: string;
  /** A practice study holds invented data only and can never hold a real case. */
  readonly practice: boolean;
}

/** sv: omgång. The texts are read aloud in the opening, so a lead may mend them while offline (`wave.edit`). */
export interface WaveRow {
  readonly id: Id;
  readonly study: Id;
  readonly label: string;
  readonly year: number;
  readonly status: 'draft' | 'open' | 'closed';
  /** Cell size: released interviews come in groups of at least k alike. Fixed when the wave opens. */
  readonly k: number;
  /** Hash of the instrument in force; null until one is published. */
  readonly instrument: string | null;
  readonly strata: readonly string[];
  readonly fields: Readonly<Record<WaveField, string>> & Partial<Readonly<Record<WaveSetting, string>>>;
  readonly rev: Rev;
}
export const WAVE_FIELDS = [
  'sponsor',
  'controller',
  'legal_basis',
  'notice_url',
  'withdraw_until',
  'minutes',
] as const;
export type WaveField = (typeof WAVE_FIELDS)[number];
/** Not read aloud. `call_rules`: canonical JSON of what differs from the defaults (call-rules.ts); '' for none. */
export type WaveSetting = 'call_rules';

export interface InstrumentRow {
  readonly id: Id;
  readonly wave: Id;
  readonly version: number;
  /** SHA-256 of the canonical JSON of `definition`. */
  readonly hash: string;
  readonly definition: Json;
  readonly note: string;
  /** null: the first of its wave. Absent in what a device pulled before there was one. */
  readonly concordance?: InstrumentConcordance | null;
}

/**
 * What publishing said of the questions that stand in the version before (the one in force then) and are worded anew:
 * whether answers before and after count as one question. Those not named here do.
 */
export interface InstrumentConcordance {
  /** Hash of the version before. */
  readonly before: string;
  readonly questions: Readonly<Record<string, 'same' | 'different'>>;
}

export interface PersonRow {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}

export interface InvitationRow {
  readonly id: Id;
  readonly role: Role;
  /** ISO date-time. */
  readonly expires_at: string;
  readonly state: 'open' | 'used' | 'revoked';
}

export interface CaseRow {
  readonly id: Id;
  readonly wave: Id;
  /** Official code and name of the organisation. */
  readonly code: string;
  readonly name: string;
  readonly stratum: string;
  readonly assignee: Id | null;
  readonly status: 'new' | 'active' | 'interviewed' | 'closed';
  /** The attempt that completed it; the first to arrive. */
  readonly completed_by: Id | null;
  readonly rev: Rev;
}

/** One key each. What each means stands in dispositions.ts. */
export const OUTCOMES = [
  'no_answer',
  'busy',
  'call_back',
  'referred',
  'appointment',
  'refusal',
  'interviewed',
] as const;
/** Behind "Annat ...". */
export const RARE_OUTCOMES = [
  'answering_machine',
  'gatekeeper_refusal',
  'broken_off',
  'dead_number',
  'line_trouble',
  'away',
  'unable',
  'language',
  'other',
  'out_of_population',
  'no_eligible',
  'duplicate',
  'unknown_unit',
  'unknown_respondent',
] as const;
export type Outcome = (typeof OUTCOMES)[number] | (typeof RARE_OUTCOMES)[number];

/** Why somebody said no, from a closed list: free text could tell who. */
export const REFUSAL_REASONS = ['time', 'no_interest', 'policy', 'trust', 'too_many', 'unstated'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
export interface RefusalDetail {
  readonly reason: RefusalReason;
  /** They asked not to be called again: no conversion attempt. */
  readonly final: boolean;
}

export interface AttemptRow {
  readonly id: Id;
  readonly case: Id;
  readonly by: Id;
  readonly outcome: Outcome;
  /** The instant of the call, ISO, to the minute; its author's clock. */
  readonly at: string;
  readonly late: boolean;
  /** Of a refusal. */
  readonly refusal?: RefusalDetail;
  /** The appointment made in it. */
  readonly appointment?: Id;
}

/**
 * A time agreed. Made and cancelled, never changed: a new time is a new appointment, so two that were made offline
 * both stand and a person decides. No text: who was spoken to is the contact's.
 */
export interface AppointmentRow {
  readonly id: Id;
  readonly case: Id;
  readonly by: Id;
  /** The instant, ISO, to the minute. */
  readonly at: string;
  /** IANA name of the zone in which it was agreed. */
  readonly zone: string;
  /** hard: its maker's. soft: anybody's who has the case after a while. */
  readonly kind: 'hard' | 'soft';
}

/**
 * A person to talk to, sealed under the wave's field key on a device; the server holds ciphertext only. What is in it:
 * contact.ts. Gone at the close.
 */
export interface ContactRow {
  readonly id: Id;
  readonly case: Id;
  /** Generation of the field key; 0 where `box` is ''. */
  readonly generation: number;
  /** base64: nonce and ciphertext; '' where they asked to be deleted: the case has no contact and takes none. */
  readonly box: string;
  readonly rev: Rev;
}

/** A computer that may hold field keys, or the printed recovery key. Own ones and leads' are seen by all who call. */
export interface DeviceRow {
  readonly id: Id;
  readonly person: Id;
  readonly kind: 'computer' | 'recovery';
  /** base64 of 32 bytes: its public X25519 key. */
  readonly key: string;
  /** approved: a lead compared the words, or it was the study's first lead computer. */
  readonly state: 'pending' | 'approved' | 'revoked';
  /** Registered, by the server's clock, ISO to the minute. */
  readonly at: string;
}

/** A generation of a wave's field key: that it exists, never the key. Newer ones seal, older ones still open. */
export interface FieldKeyRow {
  readonly id: Id;
  readonly wave: Id;
  readonly generation: number;
}

/** A field key sealed for one device. Other people's copies come without `box`, for their proof alone. */
export interface SealedKeyRow {
  readonly id: Id;
  readonly wave: Id;
  readonly generation: number;
  readonly device: Id;
  /** The device that sealed it. */
  readonly from: Id;
  /** base64: ephemeral public key, nonce, ciphertext. */
  readonly box: string;
  /** base64: MAC of the device and its public key under the field key, so that holders of the key know one another. */
  readonly proof: string;
}

/** Of each device that held a wave's key when it was revoked or the wave closed: whether it has destroyed it. For leads. */
export interface DestructionRow {
  /** `<wave>/<device>`. */
  readonly id: string;
  readonly wave: Id;
  readonly device: Id;
  readonly person: Id;
  /** The newest generation it held. */
  readonly generation: number;
  /** By the server's clock, ISO to the minute; null until confirmed. */
  readonly at: string | null;
  /** A lead said so; else the device itself did. */
  readonly by_hand: boolean;
}

/** What the server destroyed at a wave's close. For leads. */
export interface CertificateRow {
  /** The wave's. */
  readonly id: Id;
  readonly at: string;
  readonly contacts: number;
  /** Sealed copies of the key, of so many generations. */
  readonly copies: number;
  readonly generations: number;
  /** The newest backup of the server known at the close: it and older ones still hold what is sealed. */
  readonly backup_at: string | null;
  /** A lead said that backups older than the close are destroyed. */
  readonly backups_gone_at: string | null;
}

/** A released interview. The background columns are null until the close, and stay so where fewer than k share them. */
export interface InterviewRow {
  readonly id: Id;
  readonly wave: Id;
  readonly stratum: string;
  /** Hash of the instrument version it was made with. */
  readonly instrument: string;
  /** Month of release, `2026-11`. */
  readonly month: string;
  readonly role: string | null;
  readonly language: string | null;
  readonly mode: string | null;
  readonly completeness: 'complete' | 'partial' | null;
}

export interface AnswerRow {
  /** `<interview id>/<question id>`. */
  readonly id: string;
  readonly interview: Id;
  readonly wave: Id;
  readonly question: string;
  readonly state: AnswerState;
  readonly pre: Readonly<Record<string, readonly string[]>>;
  readonly notes: string;
  readonly probes: readonly string[];
  readonly quotes: readonly QuoteMark[];
  /** 1 when released; each redaction adds one. Segments name the revision they were made on. */
  readonly revision: number;
}

/** How the wave's sample was drawn: with the frame, the seed gives the same again. For leads. */
export interface DrawRow {
  readonly id: Id;
  readonly wave: Id;
  readonly seed: string;
  /** Interviews wanted, and the expected response as a percentage. */
  readonly target: number;
  readonly response: number;
  readonly allocation: 'proportional' | 'equal' | 'by_hand';
  readonly strata: readonly DrawnStratum[];
}
export interface DrawnStratum {
  readonly stratum: string;
  /** Strata of the frame that were merged into it; its own name alone where none were. */
  readonly parts: readonly string[];
  readonly population: number;
  readonly drawn: number;
}

/** A part of a stratum's reserve, released whole and in the order of its number. For leads. */
export interface ReplicateRow {
  readonly id: Id;
  readonly wave: Id;
  readonly stratum: string;
  readonly number: number;
  /** In the order drawn; a unit's id becomes its case's. */
  readonly units: readonly { readonly id: Id; readonly code: string; readonly name: string }[];
  /** null until released. */
  readonly reason: string | null;
}

/** Every table a replica can hold. */
export interface Rows {
  readonly study: StudyRow;
  readonly wave: WaveRow;
  readonly instrument: InstrumentRow;
  readonly person: PersonRow;
  readonly invitation: InvitationRow;
  readonly case: CaseRow;
  readonly attempt: AttemptRow;
  readonly appointment: AppointmentRow;
  readonly contact: ContactRow;
  readonly device: DeviceRow;
  readonly field_key: FieldKeyRow;
  readonly sealed_key: SealedKeyRow;
  readonly destruction: DestructionRow;
  readonly certificate: CertificateRow;
  readonly draw: DrawRow;
  readonly replicate: ReplicateRow;
  readonly interview: InterviewRow;
  readonly answer: AnswerRow;
}
export type Table = keyof Rows;

/** Feeds are pulled apart: released interviews have change numbers of their own sequence. */
export const FEEDS = ['study', 'interviews'] as const;
export type Feed = (typeof FEEDS)[number];
export const feedOf = (table: Table): Feed =>
  table === 'interview' || table === 'answer' ? 'interviews' : 'study';
