import { useMemo, useState } from 'react';
import type { ContactList, OpenContact } from '../engine/key-types.ts';
import type { Engine } from '../engine/types.ts';
import { byUse, type ContactCard, dialled, emptyCard, isWebLink, liveNumbers } from '../study/contact.ts';
import type { Id } from '../study/ids.ts';
import type { CaseRow } from '../study/rows.ts';
import { useCommands } from '../ui/commands.tsx';
import { failureWords } from '../ui/failure-note.tsx';
import { useWords } from '../ui/language.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { useSay } from '../ui/notice.tsx';
import { useSource } from '../ui/use-source.ts';
import css from './contact.module.css';
import { ContactConflict } from './contact-conflict.tsx';
import { ContactEdit, type Edited } from './contact-edit.tsx';
import { KeyNote } from './key-note.tsx';
import { useContactChanges } from './use-contact-changes.ts';

/** The number stays, struck out: nobody shall find it anew. */
const withDead = (card: ContactCard, dead: string): ContactCard => ({
  ...card,
  phones: card.phones.map((phone) => (phone.number === dead ? { ...phone, dead: true } : phone)),
});

type Readable = OpenContact & { readonly card: ContactCard };
const readable = (list: ContactList): readonly Readable[] =>
  (list.contacts ?? [])
    .filter((one): one is Readable => one.card !== null)
    .sort((a, b) => byUse(a.card, b.card));

/** The number to dial first, the others after it, who they are, and what was said; each to be mended on the spot. */
export const ContactSlot = ({
  engine,
  newId,
  row,
  onDial,
}: {
  readonly engine: Engine;
  readonly newId: () => Id;
  readonly row: CaseRow;
  /** The number was dialled by its key; a press on a link is seen by the screen around. */
  readonly onDial: () => void;
}) => {
  const { contacts: words, common } = useWords();
  const source = useMemo(() => engine.contacts.of(row.id), [engine, row.id]);
  const list = useSource(source);
  const [edited, setEdited] = useState<Edited | null>(null);
  const persons = readable(list);
  const [first] = persons;
  const reached = persons.find(({ card }) => liveNumbers(card).length > 0);
  const [number] = reached ? liveNumbers(reached.card) : [];
  const say = useSay();
  const { failure, put } = useContactChanges(engine);
  const writes = list.access === 'open' && !list.erased && list.contacts !== null;
  const add = (): void => setEdited({ contact: newId(), card: emptyCard, isNew: true });
  const markDead = ({ id, card }: Readable, number: string): void =>
    void put({ contact: id, case: row.id, card: withDead(card, number) }).then((done) => {
      if (done) say(words.markedDead(number));
    });
  const edit = ({ id, card }: Readable): void => setEdited({ contact: id, card, isNew: false });
  useCommands(words.title, [
    {
      key: 'R',
      label: words.dial,
      run: () => {
        onDial();
        window.location.assign(`tel:${dialled(number ?? '')}`);
      },
      disabled: number === undefined,
    },
    {
      key: 'D',
      label: words.deadMark,
      run: () => reached && number !== undefined && markDead(reached, number),
      disabled: !writes || number === undefined,
    },
    { key: 'E', label: words.edit, run: () => first && edit(first), disabled: !writes || !first },
    { key: 'N', label: words.add, run: add, disabled: !writes },
  ]);
  const older = (list.contacts ?? []).some(({ card }) => card === null);
  return (
    <section className={css.slot} aria-label={words.title}>
      {list.access !== 'open' ? (
        <KeyNote engine={engine} access={list.access} />
      ) : list.erased ? (
        <p className="muted">{words.erased}</p>
      ) : list.contacts === null ? (
        <p className="muted">{words.opening}</p>
      ) : (
        <>
          {persons.map((one, index) =>
            one.mine ? (
              <ContactConflict key={one.id} engine={engine} contact={one} mine={one.mine} />
            ) : (
              <Person
                key={one.id}
                card={one.card}
                first={index === 0}
                onEdit={() => edit(one)}
                onDead={(dead) => markDead(one, dead)}
              />
            ),
          )}
          {failure ? (
            <ErrorNote
              happened={failure.type === 'no_key' ? words.failure.no_key : failureWords(failure, common)}
            />
          ) : null}
          {older ? <p className="small muted">{words.sealedOlder}</p> : null}
          {persons.length === 0 ? <p className="muted">{words.none}</p> : null}
          <p>
            <button type="button" className={css.link} aria-keyshortcuts="n" onClick={add}>
              {words.add}
            </button>
          </p>
        </>
      )}
      {edited ? (
        <ContactEdit engine={engine} row={row} edited={edited} onClose={() => setEdited(null)} />
      ) : null}
    </section>
  );
};

const Person = ({
  card,
  first,
  onEdit,
  onDead,
}: {
  readonly card: ContactCard;
  /** Dialled first, so its number stands large. */
  readonly first: boolean;
  readonly onEdit: () => void;
  readonly onDead: (number: string) => void;
}) => {
  const { contacts: words } = useWords();
  const name = card.name || card.role || words.unnamed;
  const role = card.name === '' ? '' : card.role;
  const live = liveNumbers(card);
  return (
    <div className={css.person} data-first={first || undefined}>
      <p className={css.numbers}>
        {card.phones.map((phone) =>
          phone.dead ? (
            <s key={phone.number} className={css.dead}>
              {phone.number}
              <span className="unseen">{`, ${words.dead}`}</span>
            </s>
          ) : (
            <span key={phone.number} className={css.live}>
              <a
                className={phone.number === live[0] ? css.number : css.more}
                href={`tel:${dialled(phone.number)}`}
              >
                <span className="unseen">{`${words.dial} `}</span>
                {phone.number}
              </a>
              <button type="button" className={css.aside} onClick={() => onDead(phone.number)}>
                <span aria-hidden="true">{words.deadShort}</span>
                <span className="unseen">{words.deadMarkOf(phone.number)}</span>
              </button>
            </span>
          ),
        )}
        {live.length === 0 ? <span className="muted">{words.noNumber}</span> : null}
        {isWebLink(card.link) ? (
          <a className={css.more} href={card.link} target="_blank" rel="noreferrer">
            {words.meet}
          </a>
        ) : null}
      </p>
      <p className={css.who}>
        <span className="b">{name}</span>
        {role ? `, ${role.charAt(0).toLocaleLowerCase('sv')}${role.slice(1)}` : ''}
        {card.email ? (
          <>
            {' · '}
            <a href={`mailto:${card.email}`}>{card.email}</a>
          </>
        ) : null}{' '}
        <button type="button" className={css.link} onClick={onEdit}>
          {words.change}
          <span className="unseen">{` ${name}`}</span>
        </button>
      </p>
      {card.areas.length > 0 ? (
        <p className="small muted">{words.answersFor(card.areas.join(', '))}</p>
      ) : null}
      {card.notes ? <p className={css.notes}>{card.notes}</p> : null}
      {card.again === '' ? null : <p className="small muted">{words.again[card.again]}</p>}
    </div>
  );
};
