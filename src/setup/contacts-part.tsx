import { useState } from 'react';
import { isErased } from '../study/commands/contact-put.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { EmptyState, Note } from '../ui/notes.tsx';
import { numberWords } from '../ui/time-words.ts';
import { useSource } from '../ui/use-source.ts';
import { Certificate } from './contacts/certificate.tsx';
import { ContactImport } from './contacts/import.tsx';
import { MissingContacts } from './contacts/missing.tsx';
import { Recovery } from './keys/recovery.tsx';
import { NeedsWave, type PartProps } from './part.tsx';
import css from './setup.module.css';

/** Whom to call in each case: read from a file or written down, sealed here, destroyed at the close. */
export const ContactsPart = (props: PartProps) => {
  const { register, setup } = useWords();
  const language = useLanguage();
  const { engine, state, onPart } = props;
  const view = useSource(engine.view);
  const { standing, held } = useSource(engine.keys.state);
  const [importing, setImporting] = useState(false);
  const { wave, cases } = state;
  if (!wave) return <NeedsWave title={register.title} onPart={onPart} />;
  const say = (count: number): string => numberWords(count, language);
  const of = new Set(cases.map(({ id }) => id));
  const contacts = [...view.all('contact')].filter((row) => of.has(row.case));
  const withContact = new Set(contacts.map((row) => row.case));
  const missing = cases.filter(({ id, status }) => !withContact.has(id) && status !== 'closed');
  const written = contacts.filter(({ box }) => !isErased(box));
  const locked = standing !== 'open' || (written.length > 0 && !held.has(wave.id));
  return (
    <>
      <h1 className={css.big}>{register.title}</h1>
      {wave.status === 'closed' ? (
        <Certificate {...props} wave={wave} />
      ) : cases.length === 0 ? (
        <EmptyState
          title={register.noCases}
          action={<Button onClick={() => onPart('urval')}>{setup.parts.urval}</Button>}
        />
      ) : (
        <>
          <p className="muted">{register.sealed}</p>
          {locked ? (
            <Note tone="warn">
              <p>{register.locked}</p>
              <Button onClick={() => onPart('personer')}>{setup.parts.personer}</Button>
            </Note>
          ) : importing ? (
            <ContactImport {...props} wave={wave.id} onDone={() => setImporting(false)} />
          ) : (
            <>
              <section>
                <p>{register.count(say(written.length), say(withContact.size))}</p>
                <p className="small muted">{register.change}</p>
                <p className={css.lead}>
                  <Button
                    variant={written.length === 0 ? 'primary' : 'plain'}
                    onClick={() => setImporting(true)}
                  >
                    {register.import.start}
                  </Button>
                </p>
              </section>
              <MissingContacts {...props} wave={wave} missing={missing} />
              <Recovery {...props} wave={wave} />
            </>
          )}
        </>
      )}
    </>
  );
};
