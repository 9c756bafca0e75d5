import type { Engine, StoreFailure } from '../engine/types.ts';
import type { Refusal } from '../study/command.ts';
import { OUTCOME_TABLE } from '../study/dispositions.ts';
import { durationOf } from '../study/duration.ts';
import type { Id } from '../study/ids.ts';
import type { AppointmentRow, Outcome, RefusalDetail, RefusalReason } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { HOME_ZONE } from '../study/zoned-time.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { minuteOf } from './call-list.ts';

export interface Detail {
  /** When the call began, where it is known; else the moment it is noted. */
  readonly since?: number | null;
  readonly refusal?: RefusalDetail;
  /** They asked to be deleted: their contacts go at once. */
  readonly erase?: boolean;
  readonly time?: { readonly at: number; readonly kind: AppointmentRow['kind'] };
}

/** A call that agrees on a new time, or ends the case, takes the times agreed before with it. */
const replaces = (outcome: Outcome, detail: Detail): boolean =>
  detail.time !== undefined || ['never', 'conversion'].includes(OUTCOME_TABLE[outcome].again);

/** Notes what came of a call: the attempt, the time agreed in it, and the times that no longer hold. */
export const useRecord = (engine: Engine, newId: () => Id) => {
  const { busy, failure, attempt } = useAttempt<Refusal | StoreFailure>();
  const record = async (call: Call, outcome: Outcome, detail: Detail = {}): Promise<boolean> => {
    const appointment = newId();
    const { refusal, time, since = null } = detail;
    const now = Date.now();
    const duration = since === null ? undefined : durationOf(since, now, outcome, call.begun);
    const noted = await attempt(() =>
      engine.execute('attempt.record', {
        attempt: newId(),
        case: call.row.id,
        outcome,
        at: minuteOf(since ?? now),
        ...(refusal ? { refusal } : {}),
        ...(time ? { appointment } : {}),
        ...(duration === undefined ? {} : { duration }),
      }),
    );
    if (!noted) return false;
    if (replaces(outcome, detail))
      for (const one of call.appointments) if (!(await cancel(one.id))) return false;
    if (detail.erase && !(await erase(call))) return false;
    if (!time) return true;
    const at = minuteOf(time.at);
    const put = { appointment, case: call.row.id, at, zone: HOME_ZONE, kind: time.kind };
    return (await attempt(() => engine.execute('appointment.put', put))) !== null;
  };
  const erase = async (call: Call): Promise<boolean> =>
    (await attempt(() => engine.execute('contact.erase', { case: call.row.id, marker: newId() }))) !== null;
  const cancel = async (appointment: Id): Promise<boolean> =>
    (await attempt(() => engine.execute('appointment.cancel', { appointment }))) !== null;
  /** The case is closed as broken off, and its notes are erased from this device: nothing of them is anywhere then. */
  const giveUp = async (call: Call, reason: RefusalReason): Promise<boolean> => {
    const drafts = engine.drafts.list
      .get()
      .filter((draft) => draft.case === call.row.id && draft.stage !== 'handed_in');
    if (!(await record(call, 'broken_off', { refusal: { reason, final: true } }))) return false;
    for (const one of call.appointments) if (!(await cancel(one.id))) return false;
    for (const draft of drafts) if (!(await attempt(() => engine.drafts.erase(draft.id)))) return false;
    return true;
  };
  return { busy, failure, record, cancel, giveUp };
};
