import { useState } from 'react';
import type { Access } from '../engine/key-types.ts';
import type { Engine } from '../engine/types.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/language.tsx';
import css from './contact.module.css';
import { KeyDialog } from './key-dialog.tsx';

/** Why there is no number here, and what to do about it. */
export const KeyNote = ({
  engine,
  access,
}: {
  readonly engine: Engine;
  readonly access: Exclude<Access, 'open'>;
}) => {
  const { contacts } = useWords();
  const { locked } = contacts;
  const [open, setOpen] = useState(false);
  const lead = engine.me.role === 'lead';
  const text =
    access === 'none'
      ? lead
        ? contacts.none
        : contacts.noneToCaller
      : lead && access === 'pending'
        ? locked.leadPending
        : locked[access];
  return (
    <div className={css.note}>
      <p className="muted">{text}</p>
      {(access === 'pending' && !lead) || access === 'compare' ? (
        <Button onClick={() => setOpen(true)}>{locked.show}</Button>
      ) : null}
      {access === 'revoked' ? <Button onClick={() => void engine.keys.renew()}>{locked.ask}</Button> : null}
      {open ? <KeyDialog engine={engine} onClose={() => setOpen(false)} /> : null}
    </div>
  );
};
