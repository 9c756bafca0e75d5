import { useEffect, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useSource } from '../../ui/use-source.ts';
import { useServices } from '../services.ts';
import css from './device.module.css';
import { LOCK_AFTER } from './idle.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { WipeDialog } from './wipe-dialog.tsx';

/** What lies on this computer, what keeps it shut, and how to take it away. */
export const DeviceScreen = ({ engine }: { readonly engine: Engine }) => {
  const { device: words } = useWords();
  const [wiping, setWiping] = useState(false);
  return (
    <main className={css.page}>
      <header className={css.head}>
        <h1>{words.title}</h1>
        <p className="muted">{words.intro}</p>
      </header>
      <Here engine={engine} />
      <Locking />
      <section className={css.part}>
        <h2>{words.passphrase.title}</h2>
        {engine.me.practice ? <p className="muted">{words.passphrase.practice}</p> : <NewPassphrase />}
      </section>
      <section className={css.part}>
        <h2>{words.wipe.title}</h2>
        <p className="muted">{words.wipe.text}</p>
        <div>
          <Button variant="danger" onClick={() => setWiping(true)}>
            {words.wipe.open}
          </Button>
        </div>
      </section>
      {wiping ? <WipeDialog engine={engine} onClose={() => setWiping(false)} /> : null}
    </main>
  );
};

const Here = ({ engine }: { readonly engine: Engine }) => {
  const { device: words } = useWords();
  const { now } = useServices();
  const say = useSay();
  const drafts = useSource(engine.drafts.list).length;
  const { interviews, other } = useSource(engine.status).waiting;
  const [persisted, setPersisted] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let wanted = true;
    void navigator.storage?.persisted?.().then((kept) => {
      if (wanted) setPersisted(kept);
    });
    return () => {
      wanted = false;
    };
  }, []);
  const backup = async (): Promise<void> => {
    setBusy(true);
    saveFile(await engine.backup(), `lagesbild-${new Date(now()).toISOString().slice(0, 10)}.backup`);
    setBusy(false);
    say(words.here.backupDone);
  };
  const waiting = interviews + other;
  return (
    <section className={css.part}>
      <h2>{words.here.title}</h2>
      <ul className={css.facts}>
        <li>{drafts === 0 ? words.here.noDrafts : words.here.drafts(drafts)}</li>
        <li>{waiting === 0 ? words.here.noWaiting : words.here.waiting(waiting)}</li>
      </ul>
      {persisted === null ? null : (
        <p className="muted">{persisted ? words.here.kept : words.here.notKept}</p>
      )}
      <p className="muted">{words.here.backupText}</p>
      <div>
        <Button busy={busy} onClick={() => void backup()}>
          {words.here.backup}
        </Button>
      </div>
    </section>
  );
};

const Locking = () => {
  const { device: words } = useWords();
  const { device, lockAfter } = useServices();
  const after = useSource(lockAfter);
  const label = (minutes: number): string =>
    minutes === 0 ? words.lock.never : minutes === 60 ? words.lock.hour : words.lock.minutes(minutes);
  return (
    <section className={css.part}>
      <h2>{words.lock.title}</h2>
      <SelectField
        label={words.lock.after}
        hint={words.lock.text}
        value={String(after)}
        options={LOCK_AFTER.map((minutes) => ({ value: String(minutes), label: label(minutes) }))}
        onChange={(chosen) => {
          const minutes = LOCK_AFTER.find((each) => String(each) === chosen);
          if (minutes !== undefined) lockAfter.set(minutes);
        }}
      />
      <div>
        <Button onClick={() => void device.lock()}>{words.lock.now}</Button>
      </div>
    </section>
  );
};
