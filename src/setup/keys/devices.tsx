import { useState } from 'react';
import type { DeviceRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { CompareDialog } from '../../ui/compare-dialog.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { momentWords } from '../../ui/time-words.ts';
import { useSource } from '../../ui/use-source.ts';
import type { PartProps } from '../part.tsx';
import css from './devices.module.css';
import { OwnComputer } from './own-computer.tsx';
import { RotateKey } from './rotate-key.tsx';
import { useKeyAct } from './use-key-act.ts';

const ORDER = { pending: 0, approved: 1, revoked: 2 } as const;

/** Which computers may read the register: who asks, who may, and taking it back. */
export const Devices = (props: PartProps) => {
  const { engine, world } = props;
  const { register, contacts, common } = useWords();
  const { devices: words } = register;
  const language = useLanguage();
  const say = useSay();
  const view = useSource(engine.view);
  const { device: own, trusted, standing } = useSource(engine.keys.state);
  const [comparing, setComparing] = useState<DeviceRow | null>(null);
  const [leaving, setLeaving] = useState<DeviceRow | null>(null);
  const { busy, failure, run } = useKeyAct();
  const nameOf = ({ person }: DeviceRow): string => view.get('person', person)?.name ?? '…';
  const rows = [...view.all('device')]
    .filter(({ kind }) => kind === 'computer')
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.at.localeCompare(b.at));
  const approve = async (device: DeviceRow): Promise<void> => {
    if (!(await run(() => engine.keys.approve(device.id)))) return;
    setComparing(null);
    say(words.approved(nameOf(device)));
  };
  const revoke = async (device: DeviceRow): Promise<void> => {
    setLeaving(null);
    await run(() => engine.keys.revoke(device.id));
  };
  const leads = standing === 'open';
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="muted">{words.text}</p>
      <div className={css.own}>
        <OwnComputer {...props} />
      </div>
      {failure ? <ErrorNote happened={failure} /> : null}
      <ul className={css.list}>
        {rows.map((device) => {
          const known = trusted.has(device.id) || device.state !== 'approved';
          return (
            <li key={device.id} data-off={device.state === 'revoked' || undefined}>
              <span>
                <span className="b">{nameOf(device)}</span>
                <br />
                <span className="small muted">
                  {device.id === own
                    ? words.this
                    : words.since(momentWords(Date.parse(device.at), world.now(), common, language))}
                </span>
              </span>
              <span className="muted">{known ? words.state[device.state] : words.uncompared}</span>
              {device.id === own || device.state === 'revoked' ? (
                <span />
              ) : device.state === 'pending' ? (
                <Button disabled={!leads} onClick={() => setComparing(device)}>
                  {words.approve}
                </Button>
              ) : (
                <Button variant="quiet" onClick={() => setLeaving(device)}>
                  {words.revoke}
                  <span className="unseen">{` ${nameOf(device)}`}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {rows.length <= 1 ? <p className="muted">{words.none}</p> : null}
      <RotateKey {...props} />
      {comparing ? (
        <CompareDialog
          text={contacts.compare.leadText(nameOf(comparing))}
          of={comparing.key}
          words={() => engine.keys.words(comparing.id)}
          same={words.same}
          busy={busy}
          onSame={() => void approve(comparing)}
          onClose={() => setComparing(null)}
        >
          {failure ? <ErrorNote happened={failure} /> : null}
        </CompareDialog>
      ) : null}
      <Dialog
        title={words.revokeTitle(leaving ? nameOf(leaving) : '')}
        open={leaving !== null}
        onClose={() => setLeaving(null)}
      >
        <p>{words.revokeText}</p>
        <DialogActions>
          <Button autoFocus onClick={() => setLeaving(null)}>
            {common.cancel}
          </Button>
          <Button variant="danger" onClick={() => leaving && void revoke(leaving)}>
            {words.revokeYes}
          </Button>
        </DialogActions>
      </Dialog>
    </section>
  );
};
