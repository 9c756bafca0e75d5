import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { CompareDialog } from '../../ui/compare-dialog.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { Note } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useSource } from '../../ui/use-source.ts';
import type { PartProps } from '../part.tsx';
import css from '../setup.module.css';
import { useKeyAct } from './use-key-act.ts';

/** A lead's computer that may not read yet: by another lead, by the printed key, or anew. */
export const OwnComputer = ({ engine }: PartProps) => {
  const { register, contacts, common } = useWords();
  const { own: words } = register;
  const say = useSay();
  const view = useSource(engine.view);
  const { standing, trusted, device } = useSource(engine.keys.state);
  const [code, setCode] = useState('');
  const [asking, setAsking] = useState(false);
  const [comparing, setComparing] = useState(false);
  const { busy, failure, run } = useKeyAct();
  if (standing === 'open' || standing === 'none' || standing === 'unregistered') return null;
  if (standing === 'revoked')
    return (
      <Note tone="warn">
        <p>{words.revoked}</p>
        <Button onClick={() => void engine.keys.renew()}>{words.ask}</Button>
      </Note>
    );
  const other = [...view.all('device')].find(
    ({ id, kind, state, person }) =>
      kind === 'computer' &&
      state === 'approved' &&
      id !== device &&
      view.get('person', person)?.role === 'lead',
  );
  const restore = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await run(() => engine.keys.restore(code))) say(words.restored);
  };
  const beginAnew = async (): Promise<void> => {
    setAsking(false);
    await run(engine.keys.beginAnew);
  };
  return (
    <Note tone="warn">
      <form className={css.form} onSubmit={(event) => void restore(event)}>
        <h3>{words.title}</h3>
        <p>{words.text}</p>
        <TextField label={words.code} value={code} error={failure} onChange={setCode} />
        <div className={css.row}>
          <Button type="submit" variant="primary" busy={busy} disabled={code.trim() === ''}>
            {words.restore}
          </Button>
          {other ? <Button onClick={() => setComparing(true)}>{words.compare}</Button> : null}
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {words.anew}
          </Button>
        </div>
      </form>
      {other && comparing ? (
        <CompareDialog
          text={contacts.compare.text}
          of={other.key}
          words={() => engine.keys.words(other.id)}
          same={contacts.compare.same}
          said={trusted.has(other.id)}
          onSame={() => void engine.keys.trust(other.id)}
          onClose={() => setComparing(false)}
        />
      ) : null}
      <Dialog title={words.anewTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{words.anewText}</p>
        <DialogActions>
          <Button autoFocus onClick={() => setAsking(false)}>
            {common.cancel}
          </Button>
          <Button variant="danger" onClick={() => void beginAnew()}>
            {words.anewYes}
          </Button>
        </DialogActions>
      </Dialog>
    </Note>
  );
};
