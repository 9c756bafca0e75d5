import type { OutboxItem } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { titleWords } from './item-words.ts';
import type { Ask } from './outbox-item.tsx';

/** Before what costs something: what it costs, in words. The harmless answer has the focus. */
export const AskDialog = ({
  asked,
  busy,
  onYes,
  onNo,
}: {
  readonly asked: { readonly ask: Ask; readonly item: OutboxItem } | null;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) => {
  const words = useWords();
  const { outbox, common } = words;
  if (!asked) return null;
  const { ask, item } = asked;
  const sending = ask === 'sendNow';
  const interview = item.kind === 'interview.hand_in';
  return (
    <Dialog open title={sending ? outbox.sendNowAsk.title : outbox.eraseAsk.title} onClose={onNo}>
      <p className="b">{titleWords(item, words)}</p>
      <p>
        {sending ? outbox.sendNowAsk.text : interview ? outbox.eraseAsk.interview : outbox.eraseAsk.change}
      </p>
      <DialogActions>
        <Button autoFocus onClick={onNo}>
          {sending ? outbox.sendNowAsk.no : common.cancel}
        </Button>
        <Button variant={sending ? 'plain' : 'danger'} busy={busy} onClick={onYes}>
          {sending ? outbox.sendNowAsk.yes : outbox.eraseAsk.yes}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
