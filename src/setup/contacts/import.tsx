import { useId, useState } from 'react';
import type { ContactColumns } from '../../exchange/contacts/columns.ts';
import {
  type ContactLook,
  type ContactLookProblem,
  lookAtContacts,
  type ReadContacts,
  readContacts,
} from '../../exchange/contacts/read-contacts.ts';
import type { Id } from '../../study/ids.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { numberWords } from '../../ui/time-words.ts';
import type { PartProps } from '../part.tsx';
import css from '../setup.module.css';
import { ImportColumns } from './import-columns.tsx';
import { ImportReview } from './import-review.tsx';
import { useRegister } from './use-register.ts';

type Step =
  | { readonly at: 'none' }
  | { readonly at: 'refused'; readonly reason: ContactLookProblem['type'] | 'failed' }
  | { readonly at: 'looked'; readonly look: ContactLook }
  | { readonly at: 'read'; readonly read: ReadContacts };

/** A file of contacts: chosen, its columns settled, looked over, and all that is good taken at once or nothing. */
export const ContactImport = ({
  engine,
  world,
  state,
  wave,
  onDone,
}: PartProps & { readonly wave: Id; readonly onDone: () => void }) => {
  const { register } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { import: words } = register;
  const id = useId();
  const [step, setStep] = useState<Step>({ at: 'none' });
  const { busy, failure, write } = useRegister(engine, wave);
  const open = async (file: File): Promise<void> => {
    const buffer = await file.arrayBuffer().catch(() => null);
    if (buffer === null) {
      setStep({ at: 'refused', reason: 'failed' });
      return;
    }
    const looked = lookAtContacts(new Uint8Array(buffer));
    setStep(looked.ok ? { at: 'looked', look: looked.value } : { at: 'refused', reason: looked.error.type });
  };
  const read = async (look: ContactLook, columns: ContactColumns): Promise<void> => {
    const known = (await engine.contacts.all(wave)) ?? [];
    setStep({ at: 'read', read: readContacts(look, columns, state.cases, known) });
  };
  const take = async ({ contacts }: ReadContacts): Promise<void> => {
    const written = contacts.map((one) => ({ contact: world.newId(), case: one.case, card: one.card }));
    if (!(await write(written))) return;
    say(words.done(numberWords(written.length, language)));
    onDone();
  };
  return (
    <section className={css.form}>
      <h2>{words.title}</h2>
      <div>
        <label htmlFor={id} className="b">
          {words.file}
        </label>
        <p className="small muted">{words.fileText}</p>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void open(file);
            // The same file may be chosen again once it is mended.
            event.target.value = '';
          }}
        />
      </div>
      {step.at === 'refused' ? (
        <ErrorNote happened={words.refused[step.reason]} kept={words.nothingTaken} />
      ) : null}
      {step.at === 'looked' ? (
        <ImportColumns
          key={step.look.heading.join()}
          look={step.look}
          onRead={(columns) => void read(step.look, columns)}
        />
      ) : null}
      {step.at === 'read' ? (
        <ImportReview read={step.read} busy={busy} failure={failure} onTake={() => void take(step.read)} />
      ) : null}
      <p>
        <Button variant="quiet" onClick={onDone}>
          {words.back}
        </Button>
      </p>
    </section>
  );
};
