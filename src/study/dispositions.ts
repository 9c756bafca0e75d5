import type { AttemptRow, CaseRow, Outcome } from './rows.ts';

/** The interface's languages, stated here since words/ lies above. */
type Language = 'sv' | 'en';

/**
 * What can come of a call, in one table. Codes and labels follow AAPOR, Standard Definitions (10th edition, 2023);
 * their reading for organisations: 2.111 is the switchboard's no, 2.112 the named person's; 4.51 ("other organization")
 * is whom we call, so it is never used. Where every unit of the frame is known to exist (municipalities), no answer, a
 * busy line and a dead number are non-contacts (2.20), never unknown (3.x).
 */
export type DispositionGroup = 'I' | 'P' | 'R' | 'NC' | 'O' | 'UH' | 'UO' | 'NE';
export type DispositionCode =
  | '1.1'
  | '2.111'
  | '2.112'
  | '2.12'
  | '2.20'
  | '2.21'
  | '2.22'
  | '2.32'
  | '2.33'
  | '2.36'
  | '3.10'
  | '3.11'
  | '3.12'
  | '3.13'
  | '3.14'
  | '3.16'
  | '3.20'
  | '4.10'
  | '4.30'
  | '4.70'
  | '4.81';

export const DISPOSITIONS: Readonly<
  Record<
    DispositionCode,
    { readonly label: Readonly<Record<Language, string>>; readonly group: DispositionGroup }
  >
> = {
  '1.1': { label: { sv: 'Hel intervju', en: 'Complete interview' }, group: 'I' },
  '2.111': {
    label: { sv: 'Vägran, organisationen (växel)', en: 'Refusal, organisation (gatekeeper)' },
    group: 'R',
  },
  '2.112': { label: { sv: 'Vägran, känd person', en: 'Refusal, known respondent' }, group: 'R' },
  '2.12': { label: { sv: 'Avbruten intervju', en: 'Break-off' }, group: 'R' },
  '2.20': { label: { sv: 'Ingen kontakt', en: 'Non-contact' }, group: 'NC' },
  '2.21': { label: { sv: 'Den sökta aldrig tillgänglig', en: 'Respondent never available' }, group: 'NC' },
  '2.22': {
    label: { sv: 'Telefonsvarare hos organisationen', en: 'Answering device confirming the organisation' },
    group: 'NC',
  },
  '2.32': { label: { sv: 'Kan inte delta av hälsoskäl', en: 'Physically or mentally unable' }, group: 'O' },
  '2.33': { label: { sv: 'Språkhinder', en: 'Language' }, group: 'O' },
  '2.36': { label: { sv: 'Annat hinder, hör till urvalet', en: 'Miscellaneous, eligible' }, group: 'O' },
  '3.10': { label: { sv: 'Okänt om enheten finns', en: 'Unknown if the unit exists' }, group: 'UH' },
  '3.11': { label: { sv: 'Inte ringd', en: 'Not attempted or worked' }, group: 'UH' },
  '3.12': { label: { sv: 'Alltid upptaget', en: 'Always busy' }, group: 'UH' },
  '3.13': { label: { sv: 'Inget svar', en: 'No answer' }, group: 'UH' },
  '3.14': { label: { sv: 'Telefonsvarare, okänt vems', en: 'Answering device, unknown whose' }, group: 'UH' },
  '3.16': { label: { sv: 'Tekniskt fel', en: 'Technical phone problems' }, group: 'UH' },
  '3.20': {
    label: {
      sv: 'Enheten finns, okänt om någon kan svara',
      en: 'Unit exists, unknown if eligible respondent',
    },
    group: 'UO',
  },
  '4.10': { label: { sv: 'Utanför urvalet', en: 'Out of sample' }, group: 'NE' },
  '4.30': { label: { sv: 'Numret går inte', en: 'Non-working number' }, group: 'NE' },
  '4.70': { label: { sv: 'Ingen som kan svara', en: 'No eligible respondent' }, group: 'NE' },
  '4.81': { label: { sv: 'Dubblett', en: 'Duplicate' }, group: 'NE' },
};

/** When the case is worth another call: never; at another time of day and weekday; after `delay`; at the time agreed; at once. */
export type Again = 'never' | 'other_time' | 'delay' | 'agreed' | 'at_once' | 'conversion';

export interface OutcomeEntry {
  readonly label: Readonly<Record<Language, string>>;
  /** In a sentence, as what came of a call. */
  readonly said: Readonly<Record<Language, string>>;
  /** Where all units are known to exist, and where they are not. */
  readonly code: DispositionCode;
  readonly unknownFrame?: DispositionCode;
  /** Somebody of the organisation was reached. */
  readonly contacted: boolean;
  readonly again: Again;
  /** Minutes, where `again` is `delay`. */
  readonly delay?: number;
  readonly eligible: boolean | null;
  /** Offered only where a frame may hold units that do not exist, or where an interview is begun. */
  readonly only?: 'unknown_frame' | 'begun';
}

const entry = (
  sv: readonly [string, string],
  en: readonly [string, string],
  rest: Omit<OutcomeEntry, 'label' | 'said'>,
): OutcomeEntry => ({ label: { sv: sv[0], en: en[0] }, said: { sv: sv[1], en: en[1] }, ...rest });

export const OUTCOME_TABLE: Readonly<Record<Outcome, OutcomeEntry>> = {
  no_answer: entry(['Ingen svarade', 'ingen svarade'], ['No answer', 'no answer'], {
    code: '2.20',
    unknownFrame: '3.13',
    contacted: false,
    again: 'other_time',
    eligible: null,
  }),
  busy: entry(['Upptaget', 'upptaget'], ['Busy', 'busy'], {
    code: '2.20',
    unknownFrame: '3.12',
    contacted: false,
    again: 'delay',
    delay: 30,
    eligible: null,
  }),
  call_back: entry(
    ['Inte på plats, åter kl …', 'inte på plats'],
    ['Not in, call back at …', 'not in, to be called back'],
    { code: '2.21', contacted: true, again: 'agreed', eligible: true },
  ),
  referred: entry(['Hänvisad till annan', 'hänvisad till annan'], ['Referred to another', 'referred'], {
    code: '2.21',
    contacted: true,
    again: 'at_once',
    eligible: true,
  }),
  appointment: entry(
    ['Tid bokad / mejla först', 'tid bokad'],
    ['Time booked / e-mail first', 'time booked'],
    // Reached and willing, not interviewed yet: neither a refusal nor a non-contact.
    { code: '2.36', contacted: true, again: 'agreed', eligible: true },
  ),
  refusal: entry(['Nej tack', 'nej tack'], ['No thanks', 'no thanks'], {
    code: '2.112',
    contacted: true,
    again: 'conversion',
    eligible: true,
  }),
  interviewed: entry(['Intervju genomförd', 'intervju genomförd'], ['Interview done', 'interview done'], {
    code: '1.1',
    contacted: true,
    again: 'never',
    eligible: true,
  }),
  answering_machine: entry(['Telefonsvarare', 'telefonsvarare'], ['Answering machine', 'answering machine'], {
    code: '2.22',
    unknownFrame: '3.14',
    contacted: false,
    again: 'other_time',
    eligible: null,
  }),
  gatekeeper_refusal: entry(
    ['Växeln släpper inte fram', 'växeln sa nej'],
    ['The switchboard says no', 'the switchboard said no'],
    { code: '2.111', contacted: true, again: 'conversion', eligible: true },
  ),
  broken_off: entry(['Avbruten intervju', 'intervjun avbröts'], ['Break-off', 'broken off'], {
    code: '2.12',
    contacted: true,
    again: 'other_time',
    eligible: true,
  }),
  continues: entry(
    ['Fortsätter med annan person', 'fortsätter med annan person'],
    ['Continues with another person', 'continues with another person'],
    // Begun, and somebody else of the organisation goes on: willing and eligible, neither interviewed nor broken off.
    { code: '2.36', contacted: true, again: 'at_once', eligible: true, only: 'begun' },
  ),
  dead_number: entry(
    ['Numret går inte eller är fel', 'numret går inte'],
    ['Dead or wrong number', 'dead number'],
    // A dead number is not a dead case: the next call goes to another one.
    { code: '2.20', unknownFrame: '4.30', contacted: false, again: 'at_once', eligible: null },
  ),
  line_trouble: entry(['Fel på linjen', 'fel på linjen'], ['Trouble on the line', 'trouble on the line'], {
    code: '2.20',
    unknownFrame: '3.16',
    contacted: false,
    again: 'delay',
    delay: 30,
    eligible: null,
  }),
  away: entry(
    ['Borta hela fältperioden', 'borta hela fältperioden'],
    ['Away for the whole period', 'away for the whole period'],
    { code: '2.21', contacted: true, again: 'never', eligible: true },
  ),
  unable: entry(
    ['Kan inte delta (sjukdom eller liknande)', 'kan inte delta'],
    ['Unable to take part', 'unable'],
    {
      code: '2.32',
      contacted: true,
      again: 'never',
      eligible: true,
    },
  ),
  language: entry(['Språkhinder', 'språkhinder'], ['Language', 'language'], {
    code: '2.33',
    contacted: true,
    again: 'never',
    eligible: true,
  }),
  other: entry(
    ['Annat hinder, deltar inte', 'annat hinder'],
    ['Another obstacle, no part taken', 'another obstacle'],
    {
      code: '2.36',
      contacted: true,
      again: 'never',
      eligible: true,
    },
  ),
  out_of_population: entry(
    ['Hör inte till urvalet (sammanslagen, upphörd)', 'hör inte till urvalet'],
    ['Not of the sample (merged, ceased)', 'not of the sample'],
    { code: '4.10', contacted: true, again: 'never', eligible: false },
  ),
  no_eligible: entry(
    ['Ingen där som kan svara', 'ingen där som kan svara'],
    ['Nobody there who can answer', 'nobody who can answer'],
    { code: '4.70', contacted: true, again: 'never', eligible: false },
  ),
  duplicate: entry(['Finns redan i urvalet', 'dubblett'], ['Already in the sample', 'duplicate'], {
    code: '4.81',
    contacted: true,
    again: 'never',
    eligible: false,
  }),
  unknown_unit: entry(
    ['Oklart om organisationen finns', 'oklart om den finns'],
    ['Unclear if the organisation exists', 'unclear if it exists'],
    {
      code: '2.20',
      unknownFrame: '3.10',
      contacted: false,
      again: 'other_time',
      eligible: null,
      only: 'unknown_frame',
    },
  ),
  unknown_respondent: entry(
    ['Oklart om någon kan svara', 'oklart om någon kan svara'],
    ['Unclear if anybody can answer', 'unclear if anybody can answer'],
    {
      code: '2.20',
      unknownFrame: '3.20',
      contacted: false,
      again: 'other_time',
      eligible: null,
      only: 'unknown_frame',
    },
  ),
};

export const codeOf = (outcome: Outcome, allKnown: boolean): DispositionCode => {
  const { code, unknownFrame } = OUTCOME_TABLE[outcome];
  return allKnown ? code : (unknownFrame ?? code);
};

/** The attempt that stands for its case, and the case's one final code. */
export interface FinalDisposition {
  readonly code: DispositionCode;
  readonly group: DispositionGroup;
}

/**
 * Precedence, highest first; within a rank the latest attempt decides:
 * 1. interviewed (1.1), whoever came second;
 * 2. not eligible (4.x), unless somebody of the organisation was reached afterwards and said otherwise;
 * 3. refusal and break-off (2.1x), unless an appointment made later took it back, or another person goes on;
 * 4. other reached and eligible (2.3x), an open appointment among them: it is not a refusal;
 * 5. reached, the respondent not available (2.21);
 * 6. answering device (2.22);
 * 7. all that never reached anybody (2.20, or 3.x where units may not exist).
 */
const RANK: Readonly<Record<string, number>> = { '1': 7, '4': 6, '2.1': 5, '2.3': 4, '2.21': 3, '2.22': 2 };
const rankOf = (code: DispositionCode): number =>
  RANK[code] ?? RANK[code.slice(0, 3)] ?? RANK[code.slice(0, 1)] ?? 1;

const REFUSALS: ReadonlySet<Outcome> = new Set(['refusal', 'gatekeeper_refusal', 'broken_off']);
export const isRefusal = (outcome: Outcome): boolean => REFUSALS.has(outcome);

/** `attempts` oldest first. */
export const finalDisposition = (
  row: Pick<CaseRow, 'status'>,
  attempts: readonly Pick<AttemptRow, 'outcome'>[],
  allKnown = true,
): FinalDisposition => {
  let best: DispositionCode = allKnown ? '2.20' : '3.11';
  let rank = 0;
  for (const { outcome } of attempts) {
    const code = codeOf(outcome, allKnown);
    const { contacted, eligible } = OUTCOME_TABLE[outcome];
    const lifts =
      (rank === RANK['4'] && contacted && eligible === true) ||
      (rank === RANK['2.1'] && (outcome === 'appointment' || outcome === 'continues'));
    if (lifts || rankOf(code) >= rank) {
      best = code;
      rank = rankOf(code);
    }
  }
  if (row.status === 'interviewed') best = '1.1';
  return { code: best, group: DISPOSITIONS[best].group };
};
