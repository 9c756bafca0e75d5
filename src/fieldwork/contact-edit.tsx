import type { Engine } from '../engine/types.ts';
import { type ContactCard, isNumber, isWebLink } from '../study/contact.ts';
import type { Id } from '../study/ids.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import type { CaseRow } from '../study/rows.ts';
import { ContactForm } from '../ui/contact-form.tsx';
import { failureWords } from '../ui/failure-note.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { useSay } from '../ui/notice.tsx';
import { useContactChanges } from './use-contact-changes.ts';

export interface Edited {
  readonly contact: Id;
  readonly card: ContactCard;
  readonly isNew: boolean;
}

/** The form over one contact of a case. */
export const ContactEdit = ({
  engine,
  row,
  edited,
  onClose,
}: {
  readonly engine: Engine;
  readonly row: CaseRow;
  readonly edited: Edited;
  readonly onClose: () => void;
}) => {
  const { contacts: words, common } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { busy, failure, put, remove } = useContactChanges(engine);
  const view = engine.view.get();
  const wave = view.get('wave', row.wave);
  const definition = [...view.all('instrument')].find(({ hash }) => hash === wave?.instrument)?.definition;
  const instrument = definition === undefined ? null : parseInstrument(definition);
  const areas = instrument?.ok
    ? instrument.value.sections.map(({ id, title }) => ({ id, title: title[language] }))
    : [];
  const { form } = words;
  return (
    <ContactForm
      title={edited.isNew ? form.newTitle(row.name) : form.editTitle(row.name)}
      card={edited.card}
      areas={areas}
      isNumber={isNumber}
      isLink={isWebLink}
      busy={busy}
      failure={
        failure
          ? failure.type === 'no_key'
            ? words.failure.no_key
            : failureWords(failure, common)
          : undefined
      }
      onSave={(card) =>
        void put({ contact: edited.contact, case: row.id, card }).then((done) => {
          if (!done) return;
          say(form.saved);
          onClose();
        })
      }
      onRemove={
        edited.isNew
          ? undefined
          : () =>
              void remove(edited.contact).then((done) => {
                if (!done) return;
                say(form.removed);
                onClose();
              })
      }
      onClose={onClose}
    />
  );
};
