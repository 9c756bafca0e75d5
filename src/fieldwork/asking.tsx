import { readRules } from '../study/call-rules.ts';
import type { View } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import type { AppointmentRow, Outcome, RefusalReason } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { useWords } from '../ui/language.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { GiveUpDialog } from './give-up-dialog.tsx';
import { RareDialog } from './rare-dialog.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';
import { TimeDialog } from './time-dialog.tsx';
import type { Detail } from './use-record.ts';

/** What an outcome still asks before it is noted; null: nothing. */
export interface Ask {
  readonly call: Call;
  readonly for:
    | 'call_back'
    | 'appointment'
    | 'refusal'
    | 'gatekeeper_refusal'
    | 'interviewed'
    | 'rare'
    /** An interview that is begun will not be finished. */
    | 'give_up'
    /** To call a case of the pool that is not lent to this device. */
    | 'override';
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
  onInterview,
  onGiveUp,
  onOverride,
  onAsk,
}: {
  readonly ask: Ask | null;
  readonly view: View;
  readonly now: number;
  readonly booked: readonly AppointmentRow[];
  readonly onRecord: (call: Call, outcome: Outcome, detail?: Detail) => void;
  readonly onInterview: (id: Id) => void;
  readonly onGiveUp: (call: Call, reason: RefusalReason) => void;
  readonly onOverride: (id: Id) => void;
  readonly onAsk: (ask: Ask | null) => void;
}) => {
  const { fieldwork } = useWords();
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
        <ConfirmDialog
          title={fieldwork.interviewed.title(name)}
          lines={[call.begun ? fieldwork.interviewed.begun : fieldwork.interviewed.text]}
          yes={call.begun ? fieldwork.resume : fieldwork.start}
          onYes={() => onInterview(call.row.id)}
          onClose={close}
        />
      );
    case 'give_up':
      return <GiveUpDialog name={name} onGiveUp={(reason) => onGiveUp(call, reason)} onClose={close} />;
    case 'override':
      return (
        <ConfirmDialog
          title={fieldwork.override.title(name)}
          lines={fieldwork.override.lines}
          yes={fieldwork.override.yes}
          onYes={() => onOverride(call.row.id)}
          onClose={close}
        />
      );
  }
};
