import type { Engine, StoreFailure } from '../engine/types.ts';
import type { Refusal } from '../study/command.ts';
import { OUTCOME_TABLE } from '../study/dispositions.ts';
import type { Id } from '../study/ids.ts';
import type { AppointmentRow, Outcome, RefusalDetail } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { HOME_ZONE } from '../study/zoned-time.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { minuteOf } from './call-list.ts';

export interface Detail {
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
    const { refusal, time } = detail;
    const noted = await attempt(() =>
      engine.execute('attempt.record', {
        attempt: newId(),
        case: call.row.id,
        outcome,
        at: minuteOf(Date.now()),
        ...(refusal ? { refusal } : {}),
        ...(time ? { appointment } : {}),
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
  return { busy, failure, record, cancel };
};
