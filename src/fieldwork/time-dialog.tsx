import { useMemo, useState } from 'react';
import { clashesWith } from '../study/appointments.ts';
import { openingOf, readRules } from '../study/call-rules.ts';
import { quickTimes } from '../study/quick-times.ts';
import type { AppointmentRow, InstrumentRow, WaveRow } from '../study/rows.ts';
import { dateOfDay, dayOfDate, instantOf, wallOf } from '../study/zoned-time.ts';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';
import { clockWords, dayWords, momentWords } from '../ui/time-words.ts';
import css from './calls.module.css';
import { mailText } from './mail-text.ts';

export interface TimeDialogProps {
  readonly name: string;
  readonly county: string;
  /** What was agreed: to call back some time, or an appointment; null: closed. */
  readonly asking: 'call_back' | 'appointment' | null;
  readonly now: number;
  readonly wave: WaveRow | undefined;
  readonly instrument: InstrumentRow | undefined;
  /** Times that hold already, for the warning of a clash. */
  readonly booked: readonly AppointmentRow[];
  readonly onTime: (at: number, kind: AppointmentRow['kind']) => void;
  readonly onClose: () => void;
}

/** A day and a time: by one key where it is an ordinary one, else written. */
export const TimeDialog = (props: TimeDialogProps) => {
  const { when } = useWords().fieldwork;
  const title = props.asking === 'call_back' ? when.callBack(props.name) : when.appointment(props.name);
  return (
    <Dialog title={title} open={props.asking !== null} onClose={props.onClose} wide>
      <Times {...props} />
    </Dialog>
  );
};

const two = (value: number): string => String(value).padStart(2, '0');
const readTime = (date: string, time: string): number | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/.exec(`${date} ${time}`);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return instantOf({ day: dayOfDate(year, month, day), minute: hour * 60 + minute });
};
const dateText = (at: number): string => {
  const { year, month, date } = dateOfDay(wallOf(at).day);
  return `${year}-${two(month)}-${two(date)}`;
};

const Times = ({ county, asking, now, wave, instrument, booked, onTime, onClose }: TimeDialogProps) => {
  const words = useWords();
  const { when } = words.fieldwork;
  const { common } = words;
  const language = useLanguage();
  // The clock goes on; what is offered under a key must not move.
  const [opened] = useState(now);
  const opening = useMemo(() => openingOf(readRules(wave?.fields.call_rules)), [wave]);
  const quick = useMemo(() => quickTimes(opened, county, opening), [opened, county, opening]);
  const [date, setDate] = useState(() => dateText(quick[0] ?? opened));
  const [time, setTime] = useState('');
  const [kind, setKind] = useState<AppointmentRow['kind']>(asking === 'call_back' ? 'soft' : 'hard');
  const [tried, setTried] = useState(false);
  const at = readTime(date, time);
  const clash = at === null ? undefined : clashesWith(at, booked)[0];
  const error = at === null ? when.unread : at <= now ? when.past : undefined;
  const book = (): void => {
    setTried(true);
    if (at !== null && !error) onTime(at, kind);
  };
  useCommands(when.quick, [
    ...quick.map((one, index) => ({
      key: String(index + 1),
      label: momentWords(one, now, common, language),
      run: () => onTime(one, kind),
    })),
    { key: 'Ctrl+Enter', label: when.book, run: book },
  ]);
  const agreed = at === null ? null : `${dayWords(at, language)} ${clockWords(at, language)}`;
  return (
    <form
      className={css.times}
      onSubmit={(event) => {
        event.preventDefault();
        book();
      }}
    >
      <fieldset className={css.choices} aria-label={when.quick}>
        {quick.map((one, index) => (
          <Button
            key={one}
            hint={String(index + 1)}
            autoFocus={index === 0}
            onClick={() => onTime(one, kind)}
          >
            {momentWords(one, now, common, language)}
            {clashesWith(one, booked).length > 0 ? ` (${words.fieldwork.calendar.clash})` : ''}
          </Button>
        ))}
      </fieldset>
      <div className={css.fields}>
        <TextField label={when.date} type="date" value={date} onChange={setDate} />
        <TextField
          label={when.time}
          type="time"
          value={time}
          onChange={setTime}
          error={tried ? error : undefined}
        />
        <SelectField
          label={when.kind}
          value={kind}
          options={[
            { value: 'hard', label: when.hard },
            { value: 'soft', label: when.soft },
          ]}
          onChange={setKind}
        />
      </div>
      {clash ? (
        <Note tone="warn">{when.clash(momentWords(Date.parse(clash.at), now, common, language))}</Note>
      ) : null}
      {at !== null && !opening.isOpen(at, county) ? <Note>{when.closed}</Note> : null}
      {asking === 'appointment' && wave ? (
        <details className={css.mail}>
          <summary>{when.mail}</summary>
          <Note tone="warn">{when.mailWarn}</Note>
          <TextArea
            label={when.mailLabel}
            readOnly
            rows={10}
            value={mailText(wave, instrument?.definition, agreed, words.fieldwork, language)}
            onChange={() => undefined}
            onFocus={(event) => event.currentTarget.select()}
          />
        </details>
      ) : null}
      <DialogActions>
        <Button type="submit" variant="primary">
          {when.book}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </DialogActions>
    </form>
  );
};
