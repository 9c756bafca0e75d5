import { CLOCK_ERROR_ALLOWED } from '../study/leases.ts';
import { MINUTE } from '../study/zoned-time.ts';
import { useWords } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';
import { otherZone, STUDY_ZONE } from '../ui/time-words.ts';
import css from './calls.module.css';

/** Whose time is shown, where the computer keeps another; and that its clock is wrong, where it is. */
export const ClockNote = ({
  now,
  clockError,
}: {
  readonly now: number;
  readonly clockError: number | null;
}) => {
  const { clock } = useWords().fieldwork;
  const zone = otherZone(now);
  const wrong = clockError !== null && Math.abs(clockError) > CLOCK_ERROR_ALLOWED;
  if (zone === null && !wrong) return null;
  return (
    <div className={css.clock}>
      {zone === null ? null : <Note>{clock.zone(STUDY_ZONE, zone)}</Note>}
      {wrong ? (
        <Note tone="warn">{clock.wrong(Math.round(Math.abs(clockError) / MINUTE), clockError > 0)}</Note>
      ) : null}
    </div>
  );
};
