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
  /** Real interviews made to try the questions; they never count with those of another wave. Absent: no. */
  readonly pilot?: boolean;
  readonly fields: Readonly<Record<WaveField, string>> & Partial<Readonly<Record<WaveSetting, string>>>;
  readonly rev: Rev;
  /** Partial interviews among the released, one number fixed at the close; null before it, or where too few to say. */
  readonly partials?: number | null;
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
/**
 * Not read aloud, each JSON text, '' for the defaults: rules for calling (call-rules.ts), what counts as complete
 * (completeness.ts; fixed when the wave opens), the shared pool (pool.ts).
 */
export type WaveSetting = 'call_rules' | 'completeness' | 'pool';

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

/**
 * What the report may claim (claims.ts), published by a lead and never changed: a later version is a change after the
 * fact and printed as such. For leads and coders, never interviewers.
 */
export interface ClaimsRow {
  readonly id: Id;
  readonly wave: Id;
  readonly version: number;
  /** SHA-256 of the canonical JSON of `definition`. */
  readonly hash: string;
  readonly definition: Json;
  readonly note: string;
  /** Day of publication by the server's clock, `2026-11-24`. */
  readonly day: string;
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
  'continues',
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
  /** Of a call in which no part of an interview was made: quarters of an hour, 0 for less than one, 7 for more. */
  readonly duration?: number;
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

/** A case of the pool lent to one interviewer; its id is the case's. */
export interface LeaseRow {
  readonly id: Id;
  readonly case: Id;
  readonly wave: Id;
  readonly person: Id;
  /** By the server's clock, ISO; the device lets go earlier (leases.ts). */
  readonly until: string;
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

/** What an interviewer wants the lead to know of a question; it leads to nobody. For leads. */
export interface RemarkRow {
  readonly id: Id;
  /** Hash of the version it is about. */
  readonly instrument: string;
  /** A question, an area or the closing notes of it. */
  readonly question: string;
  readonly text: string;
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

/** What a lead or coder writes of a code; each field has a revision of its own, so edits of disjoint fields merge. */
export interface CodeFields {
  readonly name_sv: string;
  readonly name_en: string;
  readonly definition_sv: string;
  readonly definition_en: string;
  readonly use: string;
  readonly not_use: string;
  /** An invented sentence; linked passages are `example` rows. */
  readonly example: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly memo: string;
  /** Questions for which it is offered first. */
  readonly questions: readonly string[];
  /** Codes that say the contrary. */
  readonly opposites: readonly Id[];
}
export const CODE_FIELDS = [
  'name_sv',
  'name_en',
  'definition_sv',
  'definition_en',
  'use',
  'not_use',
  'example',
  'colour',
  'memo',
  'questions',
  'opposites',
] as const satisfies readonly (keyof CodeFields)[];

/** sv: kod. A theme is a code with children. Never deleted: retired, or merged and pointing at its successor. */
export interface CodeRow {
  readonly id: Id;
  /** Lasting name by which claims refer to it (`krav.etablerad`); null where nothing does. */
  readonly key: string | null;
  readonly parent: Id | null;
  /** Among its siblings; between two of them there is always room. Ties go by id. */
  readonly order: number;
  /** proposed: made by a coder in a blind round, seen by its author alone until the round is closed. */
  readonly status: 'active' | 'retired' | 'merged' | 'proposed';
  /** Of a merged one: where its passages count. No segment is rewritten. */
  readonly successor: Id | null;
  readonly fields: CodeFields;
  readonly by: Id;
  /** Of each field, of `place` (parent and order) and of `status` (with successor). */
  readonly rev: Rev;
}

/** A code as it stood from codebook version `version` on: the codebook at v is, of each code, the newest up to v. */
export interface CodeVersionRow {
  /** `<code>/<version>`. */
  readonly id: string;
  readonly code: Id;
  readonly version: number;
  readonly by: Id;
  readonly was: Omit<CodeRow, 'id' | 'rev' | 'by'>;
}

/** A version of the codebook that was given a name: frozen for a round, or imported. */
export interface CodebookVersionRow {
  readonly id: Id;
  readonly version: number;
  readonly label: string;
  readonly note: string;
}

/** A passage that shows what a code means. */
export interface ExampleRow {
  /** `<code>/<segment id>`. */
  readonly id: string;
  readonly code: Id;
  readonly segment: string;
  readonly by: Id;
}

/**
 * A coded passage: offsets into the notes at a revision of the answer, no text of its own. Created and deleted, never
 * changed but for the quote mark; a recode or resize is both in one command.
 */
export interface SegmentRow {
  /** `<uuid>/<question>`, so that a question's segments lie together. */
  readonly id: string;
  readonly interview: Id;
  /** UTF-16 offsets in the notes, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Revision of the answer that they are offsets in. */
  readonly revision: number;
  readonly code: Id;
  readonly coder: Id;
  /** Version of the codebook it was coded under. */
  readonly codebook: number;
  /** The settled layer, written in adjudication; absent: the coder's own. */
  readonly settled?: true;
  readonly round?: Id;
  /** Quote candidate. */
  readonly quote?: true;
  /** Made by a search or a suggestion: which. */
  readonly made?: string;
}

/** Its coder is through with the answer: that no code stands there is then a judgement, and not a gap. */
export interface DoneRow {
  /** `<interview>/<question>/<coder>/<round or ->`. */
  readonly id: string;
  readonly interview: Id;
  readonly question: string;
  readonly coder: Id;
  readonly round: Id | null;
}

export interface MemoTarget {
  readonly noun: 'answer' | 'segment' | 'code' | 'interview';
  readonly id: string;
}
export interface MemoRow {
  readonly id: Id;
  readonly on: MemoTarget;
  readonly by: Id;
  readonly text: string;
}

/** "Discuss". */
export interface FlagRow {
  /** `<interview>/<question>/<person>`. */
  readonly id: string;
  readonly answer: string;
  readonly by: Id;
}

/** What an interview says to a claim's question, from its masked notes. */
export interface JudgementRow {
  /** `<interview>/<judgement>/<coder>/<round or ->`. */
  readonly id: string;
  readonly interview: Id;
  /** Name in claims.json. */
  readonly judgement: string;
  readonly coder: Id;
  readonly round: Id | null;
  /** One of the judgement's values, `framgar_ej` among them. */
  readonly value: string;
}

/** A change of the codebook that somebody wants: in a frozen round, or to sharpen a definition. */
export interface ProposalRow {
  readonly id: Id;
  readonly code: Id;
  readonly by: Id;
  readonly fields: Partial<CodeFields>;
  /** A move, merger or change of status that came from somebody for whom the codebook was frozen. */
  readonly asked?: { readonly kind: string; readonly payload: Json };
  readonly note: string;
  readonly state: 'open' | 'taken' | 'declined';
}

export const VERDICTS = ['a', 'b', 'both', 'neither', 'other'] as const;
/** sv: avgörande. What was settled where two coders differed; the settled segments are a layer of their own. */
export interface DecisionRow {
  readonly id: Id;
  readonly round: Id;
  readonly interview: Id;
  /** A question, or the name of a judgement. */
  readonly question: string;
  /** The passage, in the answer's revision; null: the answer as a whole, or a judgement. */
  readonly span: { readonly start: number; readonly end: number; readonly revision: number } | null;
  /** Who is a and who is b in the verdict. */
  readonly coders: readonly Id[];
  readonly verdict: (typeof VERDICTS)[number];
  /** The settled value of a judgement. */
  readonly value: string | null;
  readonly note: string;
  readonly by: Id;
}

/** sv: kodningsrunda. Blind: nobody sees another's coding of its units before it is closed, which is final. */
export interface RoundRow {
  readonly id: Id;
  readonly wave: Id;
  readonly label: string;
  readonly unit: 'answer' | 'passage';
  readonly questions: readonly string[];
  /** Judgements made in it. */
  readonly judgements: readonly string[];
  /** Those drawn; null: all of the wave. */
  readonly interviews: readonly Id[] | null;
  /** How they were drawn: the seed gives the same again. */
  readonly share: number;
  readonly seed: string;
  readonly coders: readonly Id[];
  readonly blind: boolean;
  /** Kept out of the figures. */
  readonly calibration: boolean;
  /** Version of the codebook when it began. */
  readonly codebook: number;
  readonly state: 'open' | 'closed';
}

/** A search that its author keeps; nobody else ever sees it. */
export interface SearchRow {
  readonly id: Id;
  readonly name: string;
  readonly query: string;
  /** null: all questions. */
  readonly question: string | null;
}

/** Every table a replica can hold. */
export interface Rows {
  readonly study: StudyRow;
  readonly wave: WaveRow;
  readonly instrument: InstrumentRow;
  readonly claims: ClaimsRow;
  readonly person: PersonRow;
  readonly invitation: InvitationRow;
  readonly case: CaseRow;
  readonly attempt: AttemptRow;
  readonly appointment: AppointmentRow;
  readonly lease: LeaseRow;
  readonly contact: ContactRow;
  readonly device: DeviceRow;
  readonly field_key: FieldKeyRow;
  readonly sealed_key: SealedKeyRow;
  readonly destruction: DestructionRow;
  readonly certificate: CertificateRow;
  readonly draw: DrawRow;
  readonly replicate: ReplicateRow;
  readonly remark: RemarkRow;
  readonly interview: InterviewRow;
  readonly answer: AnswerRow;
  readonly code: CodeRow;
  readonly code_version: CodeVersionRow;
  readonly codebook_version: CodebookVersionRow;
  readonly example: ExampleRow;
  readonly segment: SegmentRow;
  readonly done: DoneRow;
  readonly memo: MemoRow;
  readonly flag: FlagRow;
  readonly judgement: JudgementRow;
  readonly proposal: ProposalRow;
  readonly decision: DecisionRow;
  readonly round: RoundRow;
  readonly search: SearchRow;
}
export type Table = keyof Rows;

/** Feeds are pulled apart, each with change numbers of its own sequence: no number counts what its reader cannot see. */
export const FEEDS = ['study', 'interviews', 'coding', 'own'] as const;
export type Feed = (typeof FEEDS)[number];

const STUDY: readonly Feed[] = ['study'];
const INTERVIEWS: readonly Feed[] = ['interviews'];
/**
 * What coders share comes in `coding`, what a blind round hides from all but its author in `own`; a row moves from one
 * to the other when its round is closed.
 */
const CODING: readonly Feed[] = ['coding', 'own'];

/** Every table, and the feeds its rows come in. */
export const FEEDS_OF: { readonly [T in Table]: readonly Feed[] } = {
  study: STUDY,
  wave: STUDY,
  instrument: STUDY,
  claims: STUDY,
  person: STUDY,
  invitation: STUDY,
  case: STUDY,
  attempt: STUDY,
  appointment: STUDY,
  lease: STUDY,
  contact: STUDY,
  device: STUDY,
  field_key: STUDY,
  sealed_key: STUDY,
  destruction: STUDY,
  certificate: STUDY,
  draw: STUDY,
  replicate: STUDY,
  remark: STUDY,
  interview: INTERVIEWS,
  answer: INTERVIEWS,
  code: CODING,
  code_version: CODING,
  codebook_version: CODING,
  example: CODING,
  segment: CODING,
  done: CODING,
  memo: CODING,
  flag: CODING,
  judgement: CODING,
  proposal: CODING,
  decision: CODING,
  round: CODING,
  search: CODING,
};
export const TABLES = Object.keys(FEEDS_OF) as readonly Table[];

/** Tables so large that a device keeps them in parts, by question or judgement: the second part of a row's id. */
export const PARTED = ['answer', 'segment', 'done', 'judgement'] as const satisfies readonly Table[];
export type Parted = (typeof PARTED)[number];
export const isParted = (table: Table): table is Parted => (PARTED as readonly Table[]).includes(table);
