import { useState } from 'react';
import type { ActFailure } from '../engine/types.ts';
import type { PersonRow } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { useSource } from '../ui/use-source.ts';
import { Invite } from './invite.tsx';
import { Devices } from './keys/devices.tsx';
import type { PartProps } from './part.tsx';
import css from './setup.module.css';

/** Who takes part, who is invited, and letting somebody in or out. */
export const PeoplePart = (props: PartProps) => {
  const { setup, common } = useWords();
  const language = useLanguage();
  const { engine, state, world } = props;
  const view = useSource(engine.view);
  const [leaving, setLeaving] = useState<PersonRow | null>(null);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const now = world.now();
  const invitations = [...view.all('invitation')].filter((row) => row.state === 'open');
  const act = async (run: () => ReturnType<typeof engine.act<'deactivate_person' | 'revoke_invitation'>>) => {
    if (await attempt(run)) await engine.sync();
  };
  const { people } = setup;
  return (
    <>
      <h1 className={css.big}>{people.title}</h1>
      <Invite {...props} />
      {failure ? <FailureNote failure={failure} /> : null}
      <section>
        <h2>{people.list}</h2>
        <ul className={css.list}>
          {state.people.map((person) => (
            <li key={person.id} data-off={!person.active || undefined}>
              <span className="b">{person.name}</span>
              <span className="muted">
                {common.roles[person.role].toLocaleLowerCase()}
                {person.id === engine.me.id ? `, ${people.you}` : ''}
                {person.active ? '' : `, ${people.inactive}`}
              </span>
              {person.active && person.id !== engine.me.id ? (
                <Button variant="quiet" onClick={() => setLeaving(person)}>
                  {people.deactivate}
                  <span className="unseen">{` ${person.name}`}</span>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        <p className="small muted">{people.separate}</p>
      </section>
      {invitations.length === 0 ? null : (
        <section>
          <h2>{people.open}</h2>
          <ul className={css.list}>
            {invitations.map((row) => {
              const until = Date.parse(row.expires_at);
              return (
                <li key={row.id}>
                  <span className="b">{common.roles[row.role]}</span>
                  <span className="muted">
                    {until < now ? people.expired : people.expires(momentWords(until, now, common, language))}
                  </span>
                  <Button
                    variant="quiet"
                    onClick={() => void act(() => engine.act('revoke_invitation', { invitation: row.id }))}
                  >
                    {people.revoke}
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <Devices {...props} />
      <Dialog
        title={people.deactivateTitle(leaving?.name ?? '')}
        open={leaving !== null}
        onClose={() => setLeaving(null)}
      >
        <p>{people.deactivateText}</p>
        <DialogActions>
          <Button autoFocus onClick={() => setLeaving(null)}>
            {common.cancel}
          </Button>
          <Button
            variant="danger"
            busy={busy}
            onClick={() => {
              const person = leaving;
              setLeaving(null);
              if (person) void act(() => engine.act('deactivate_person', { person: person.id }));
            }}
          >
            {people.deactivateYes}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
