import { type FormEvent, useState } from 'react';
import { Button } from './button.tsx';
import css from './contact-form.module.css';
import { Dialog, DialogActions } from './dialog.tsx';
import { SelectField, TextArea, TextField } from './field.tsx';
import { useWords } from './language.tsx';

/** A contact as the domain has it; stated here since ui/ knows words only. */
export interface ContactFields {
  readonly name: string;
  readonly role: string;
  readonly phones: readonly { readonly number: string; readonly dead: boolean }[];
  readonly email: string;
  readonly link: string;
  readonly notes: string;
  readonly areas: readonly string[];
  readonly again: '' | 'yes' | 'no';
}

export interface ContactFormProps {
  readonly title: string;
  readonly card: ContactFields;
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  readonly isNumber: (number: string) => boolean;
  readonly isLink: (link: string) => boolean;
  readonly busy: boolean;
  readonly failure?: string | undefined;
  readonly onSave: (card: ContactFields) => void;
  /** Of one that is there. */
  readonly onRemove?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** One person to talk to, written or changed; sealed by whoever opened the form. */
export const ContactForm = (props: ContactFormProps) => (
  <Dialog title={props.title} open onClose={props.onClose} wide>
    <Form {...props} />
  </Dialog>
);

const Form = ({
  card,
  areas,
  isNumber,
  isLink,
  busy,
  failure,
  onSave,
  onRemove,
  onClose,
}: ContactFormProps) => {
  const { contacts, common } = useWords();
  const words = contacts.form;
  const [draft, setDraft] = useState(() => ({
    ...card,
    phones: card.phones.length === 0 ? [{ number: '', dead: false }] : card.phones,
  }));
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const set = (part: Partial<ContactFields>): void => setDraft({ ...draft, ...part });
  const setPhone = (index: number, part: Partial<ContactFields['phones'][number]>): void =>
    set({ phones: draft.phones.map((phone, at) => (at === index ? { ...phone, ...part } : phone)) });
  const written = draft.phones
    .map((phone) => ({ ...phone, number: phone.number.trim() }))
    .filter(({ number }) => number !== '');
  const link = draft.link.trim();
  const isEmpty =
    written.length === 0 && [draft.name, draft.role, draft.email].every((text) => text.trim() === '');
  const isWrong = written.some(({ number }) => !isNumber(number)) || (link !== '' && !isLink(link));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isEmpty || isWrong || busy) return;
    const [name, role, email] = [draft.name.trim(), draft.role.trim(), draft.email.trim()];
    onSave({ ...draft, name, role, email, link, notes: draft.notes.trim(), phones: written });
  };
  return (
    <form className={css.form} onSubmit={save} noValidate>
      <div className={css.pair}>
        <TextField label={words.name} value={draft.name} autoFocus onChange={(name) => set({ name })} />
        <TextField label={words.role} value={draft.role} onChange={(role) => set({ role })} />
      </div>
      <div className={css.phones}>
        {draft.phones.map((phone, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a number has no other name than its place
          <div key={index} className={css.phone}>
            <TextField
              label={words.phone(index + 1)}
              type="tel"
              value={phone.number}
              error={
                tried && phone.number.trim() !== '' && !isNumber(phone.number.trim())
                  ? words.phoneError
                  : undefined
              }
              onChange={(number) => setPhone(index, { number })}
            />
            {phone.number.trim() === '' ? null : (
              <label className={css.check}>
                <input
                  type="checkbox"
                  checked={phone.dead}
                  onChange={(event) => setPhone(index, { dead: event.target.checked })}
                />
                {contacts.deadMark}
              </label>
            )}
          </div>
        ))}
        <Button
          variant="quiet"
          onClick={() => set({ phones: [...draft.phones, { number: '', dead: false }] })}
        >
          {words.morePhone}
        </Button>
      </div>
      <div className={css.pair}>
        <TextField
          label={words.email}
          type="email"
          value={draft.email}
          onChange={(email) => set({ email })}
        />
        <TextField
          label={words.link}
          type="url"
          value={draft.link}
          error={tried && link !== '' && !isLink(link) ? words.linkError : undefined}
          onChange={(next) => set({ link: next })}
        />
      </div>
      <TextArea
        label={words.notes}
        hint={words.notesHint}
        value={draft.notes}
        onChange={(notes) => set({ notes })}
      />
      {areas.length === 0 ? null : (
        <fieldset className={css.areas}>
          <legend>{words.areas}</legend>
          <p className="small muted">{words.areasHint}</p>
          {areas.map(({ id, title }) => (
            <label key={id} className={css.check}>
              <input
                type="checkbox"
                checked={draft.areas.includes(id)}
                onChange={(event) =>
                  set({
                    areas: event.target.checked
                      ? [...draft.areas, id]
                      : draft.areas.filter((area) => area !== id),
                  })
                }
              />
              {title}
            </label>
          ))}
        </fieldset>
      )}
      <SelectField
        label={words.again}
        value={draft.again}
        options={(['', 'yes', 'no'] as const).map((value) => ({ value, label: words.againOptions[value] }))}
        onChange={(again) => set({ again })}
      />
      {tried && isEmpty ? (
        <p className={css.wrong} role="alert">
          {words.empty}
        </p>
      ) : null}
      {failure ? (
        <p className={css.wrong} role="alert">
          {failure}
        </p>
      ) : null}
      <p className="small muted">{words.sealed}</p>
      <DialogActions>
        <Button type="submit" variant="primary" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
        {onRemove ? (
          <Button variant="danger" onClick={removing ? onRemove : () => setRemoving(true)}>
            {removing ? words.removeSure : words.remove}
          </Button>
        ) : null}
      </DialogActions>
    </form>
  );
};
