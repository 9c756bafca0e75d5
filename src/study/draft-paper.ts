import type { InterviewDraft } from './draft.ts';
import { giveConsent } from './draft-rules.ts';
import { parseReceipt, type Receipt, type ReceiptProblem } from './receipt.ts';
import { err, ok, type Result } from './result.ts';
import { dayOfDate, instantOf } from './zoned-time.ts';

/** An interview that was written on paper and is typed in afterwards: the same draft, begun with what the sheet says. */
export interface PaperForm {
  /** `2026-11-24`, as the sheet has it. */
  readonly date: string;
  /** `14:30`. */
  readonly time: string;
  /** The code printed on the sheet that was used; empty where it had none. */
  readonly receipt: string;
}

export type PaperProblem = { readonly type: 'time' } | { readonly type: 'future' } | ReceiptProblem;

export interface PaperStart {
  /** ISO, to the minute. */
  readonly at: string;
  readonly receipt: Receipt;
}

/** What the form says, or what is wrong with it. Swedish time; `fresh` makes a code where the sheet had none. */
export const readPaper = (
  { date, time, receipt }: PaperForm,
  now: number,
  fresh: () => Receipt,
): Result<PaperStart, PaperProblem> => {
  const [, year, month, day, hour, minute] =
    /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/.exec(`${date} ${time}`)?.map(Number) ?? [];
  if (!year || !month || !day || hour === undefined || minute === undefined) return err({ type: 'time' });
  if (month > 12 || day > 31 || hour > 23 || minute > 59) return err({ type: 'time' });
  const at = instantOf({ day: dayOfDate(year, month, day), minute: hour * 60 + minute });
  if (at > now) return err({ type: 'future' });
  const code = receipt.trim() === '' ? ok(fresh()) : parseReceipt(receipt);
  return code.ok
    ? ok({ at: `${new Date(at).toISOString().slice(0, 16)}:00.000Z`, receipt: code.value })
    : code;
};

/** Consent was given on the day the sheet was written: its code is the one that was read out. */
export const beginPaper = (
  draft: InterviewDraft,
  version: string,
  { at, receipt }: PaperStart,
): InterviewDraft =>
  draft.consent === null ? { ...giveConsent(draft, version, receipt), onPaper: at } : draft;
