import { useState } from 'react';
import type { Engine, OutboxItem, StoreFailure } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { useWords } from '../../ui/language.tsx';
import { EmptyState, ErrorNote } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useNow } from '../../ui/use-now.ts';
import { useSource } from '../../ui/use-source.ts';
import { AskDialog } from './ask-dialog.tsx';
import { groupOf, type OutboxGroup } from './item-words.ts';
import css from './outbox.module.css';
import { type Ask, OutboxLine } from './outbox-item.tsx';
import { SignInAgain } from './sign-in-again.tsx';

const GROUPS: readonly OutboxGroup[] = ['mend', 'waiting', 'done'];
/** What has arrived is not a log: the newest few are enough to see that it works. */
const SHOWN_DONE = 20;

export const OutboxScreen = ({
  engine,
  onDraft,
}: {
  readonly engine: Engine;
  readonly onDraft: (draft: Id) => void;
}) => {
  const { outbox } = useWords();
  const say = useSay();
  const now = useNow(5_000);
  const items = useSource(engine.outbox);
  const status = useSource(engine.status);
  const [asked, setAsked] = useState<{ readonly ask: Ask; readonly item: OutboxItem } | null>(null);
  const { busy, failure, attempt } = useAttempt<StoreFailure | { readonly type: 'already_sent' }>();
  const [working, setWorking] = useState<'sync' | 'backup' | null>(null);

  const mend = async (item: OutboxItem): Promise<void> => {
    const draft = await attempt(() => engine.mend(item.id));
    if (draft) onDraft(draft.value);
  };
  const answer = async (): Promise<void> => {
    if (!asked) return;
    const { ask, item } = asked;
    setAsked(null);
    if (ask === 'sendNow') await attempt(() => engine.sendNow(item.id));
    else await attempt(() => engine.discard(item.id));
  };
  const onAsk = (ask: Ask, item: OutboxItem): void => {
    if (ask === 'mend') void mend(item);
    else setAsked({ ask, item });
  };
  const sync = async (): Promise<void> => {
    setWorking('sync');
    await engine.sync();
    setWorking(null);
  };
  const backup = async (): Promise<void> => {
    setWorking('backup');
    saveFile(await engine.backup(), `lagesbild-${new Date(now).toISOString().slice(0, 10)}.backup`);
    setWorking(null);
    say(outbox.backupDone);
  };
  useCommands(outbox.title, [
    { label: outbox.actions.sync, run: () => void sync() },
    { label: outbox.actions.backup, run: () => void backup() },
  ]);

  return (
    <main className={css.page}>
      <header className={css.head}>
        <h1>{outbox.title}</h1>
        <p className="muted">{engine.me.practice ? outbox.introPractice : outbox.intro}</p>
        {status.hasSent ? null : <p className="b">{outbox.nothingLeft}</p>}
        <div className={css.actions}>
          <Button busy={working === 'sync'} disabled={!status.online} onClick={() => void sync()}>
            {outbox.actions.sync}
          </Button>
          <Button busy={working === 'backup'} onClick={() => void backup()} title={outbox.backupText}>
            {outbox.actions.backup}
          </Button>
        </div>
      </header>
      {status.session === 'signed_out' ? <SignInAgain engine={engine} /> : null}
      {failure ? (
        failure.type === 'already_sent' ? (
          <ErrorNote happened={outbox.mendFailed} />
        ) : (
          <FailureNote failure={failure} />
        )
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={outbox.empty.title}>
          <p>{outbox.empty.text}</p>
        </EmptyState>
      ) : null}
      {GROUPS.map((group) => {
        const own = items.filter((item) => groupOf(item) === group);
        const shown = group === 'done' ? own.slice(-SHOWN_DONE).reverse() : own;
        if (own.length === 0) return null;
        return (
          <section key={group} className={css.group} aria-labelledby={`outbox-${group}`}>
            <h2 id={`outbox-${group}`}>{outbox.groups[group]}</h2>
            <ul>
              {shown.map((item) => (
                <OutboxLine
                  key={item.id}
                  item={item}
                  now={now}
                  online={status.online}
                  onAsk={onAsk}
                  onSettle={(one, keep) => void attempt(() => engine.settleConflict(one.id, keep))}
                />
              ))}
            </ul>
            {own.length > shown.length ? (
              <p className="small muted">{outbox.more(own.length - shown.length)}</p>
            ) : null}
          </section>
        );
      })}
      <AskDialog asked={asked} busy={busy} onYes={() => void answer()} onNo={() => setAsked(null)} />
    </main>
  );
};
