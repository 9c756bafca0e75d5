import { type FormEvent, useState } from 'react';
import type { ActFailure } from '../engine/types.ts';
import { codeHash, formatCode, makeCode } from '../study/code.ts';
import type { Role } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { useWords } from '../ui/language.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import type { PartProps } from './part.tsx';
import css from './setup.module.css';

const ROLES: readonly Role[] = ['interviewer', 'coder', 'lead'];
const VALID_MS = 14 * 24 * 3_600_000;

/** The code is made here and only its hash is sent: it is shown once, and exists nowhere else. */
export const Invite = ({ engine, world }: PartProps) => {
  const { setup, common } = useWords();
  const { people } = setup;
  const [role, setRole] = useState<Role>('interviewer');
  const [made, setMade] = useState<{ readonly code: string; readonly role: Role } | null>(null);
  const [copied, setCopied] = useState(false);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const invite = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const code = makeCode(world.randomBytes);
    const invited = await attempt(async () =>
      engine.act('invite', {
        invitation: world.newId(),
        role,
        expires_at: new Date(world.now() + VALID_MS).toISOString(),
        code_hash: await codeHash(code),
      }),
    );
    if (!invited) return;
    setCopied(false);
    setMade({ code, role });
    await engine.sync();
  };
  const link = made ? world.startLink(formatCode(made.code)) : '';
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <section>
      <form className={css.row} onSubmit={(event) => void invite(event)}>
        <SelectField
          label={people.role}
          hint={people.roleText[role]}
          value={role}
          options={ROLES.map((value) => ({ value, label: common.roles[value] }))}
          onChange={setRole}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? people.making : people.makeLink}
        </Button>
      </form>
      {failure ? <FailureNote failure={failure} /> : null}
      <Dialog title={people.linkTitle} open={made !== null} onClose={() => setMade(null)} wide>
        {made ? (
          <div className={css.form}>
            <p>{people.linkText(common.roles[made.role].toLocaleLowerCase())}</p>
            <TextField
              label={people.link}
              value={link}
              readOnly
              onChange={() => undefined}
              onFocus={selectAll}
            />
            <TextField
              label={people.code}
              value={formatCode(made.code)}
              readOnly
              onChange={() => undefined}
              onFocus={selectAll}
            />
            <DialogActions>
              <Button variant="primary" autoFocus onClick={() => void copy()}>
                {copied ? common.copied : people.copyLink}
              </Button>
              <Button onClick={() => setMade(null)}>{common.close}</Button>
            </DialogActions>
          </div>
        ) : null}
      </Dialog>
    </section>
  );
};

const selectAll = (event: { readonly currentTarget: HTMLInputElement }): void => event.currentTarget.select();
