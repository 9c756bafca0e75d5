import { readRules } from '../study/call-rules.ts';
import type { View } from '../study/command.ts';
import type { AppointmentRow, Outcome } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { useWords } from '../ui/language.tsx';
import { RareDialog } from './rare-dialog.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';
import { TimeDialog } from './time-dialog.tsx';
import type { Detail } from './use-record.ts';

/** What an outcome still asks before it is noted; null: nothing. */
export interface Ask {
  readonly call: Call;
  readonly for: 'call_back' | 'appointment' | 'refusal' | 'gatekeeper_refusal' | 'interviewed' | 'rare';
}

export const askFor = (outcome: Outcome): Ask['for'] | null => {
  switch (outcome) {
    case 'call_back':
    case 'appointment':
    case 'refusal':
    case 'gatekeeper_refusal':
    case 'interviewed':
      return outcome;
    default:
      return null;
  }
};

/** The dialogs between a key and a noted attempt; at most one is open. */
export const Asking = ({
  ask,
  view,
  now,
  booked,
  onRecord,
  onAsk,
}: {
  readonly ask: Ask | null;
  readonly view: View;
  readonly now: number;
  readonly booked: readonly AppointmentRow[];
  readonly onRecord: (call: Call, outcome: Outcome, detail?: Detail) => void;
  readonly onAsk: (ask: Ask | null) => void;
}) => {
  const { fieldwork, common } = useWords();
  const close = (): void => onAsk(null);
  if (!ask) return null;
  const { call } = ask;
  const { name, code } = call.row;
  const asked = ask.for;
  const wave = view.get('wave', call.row.wave);
  const instrument = [...view.all('instrument')].find((one) => one.hash === wave?.instrument);
  switch (asked) {
    case 'call_back':
    case 'appointment':
      return (
        <TimeDialog
          name={name}
          county={code.slice(0, 2)}
          asking={asked}
          now={now}
          wave={wave}
          instrument={instrument}
          booked={booked.filter((one) => one.case !== call.row.id)}
          onTime={(at, kind) => onRecord(call, asked, { time: { at, kind } })}
          onClose={close}
        />
      );
    case 'refusal':
    case 'gatekeeper_refusal':
      return (
        <RefusalDialog
          name={name}
          open
          onRefusal={(refusal, erase) => onRecord(call, asked, { refusal, erase })}
          onClose={close}
        />
      );
    case 'rare':
      return (
        <RareDialog
          name={name}
          open
          begun={call.begun}
          allKnown={readRules(wave?.fields.call_rules).allKnown}
          onOutcome={(outcome) => {
            const next = askFor(outcome);
            if (next) onAsk({ call, for: next });
            else onRecord(call, outcome);
          }}
          onClose={close}
        />
      );
    case 'interviewed':
      return (
        <Dialog title={fieldwork.confirm.title(name)} open onClose={close}>
          <p>{fieldwork.confirm.text}</p>
          <DialogActions>
            <Button variant="primary" autoFocus onClick={() => onRecord(call, 'interviewed')}>
              {fieldwork.confirm.yes}
            </Button>
            <Button onClick={close}>{common.cancel}</Button>
          </DialogActions>
        </Dialog>
      );
  }
};
