import type { OpenContact } from '../engine/key-types.ts';
import type { Engine } from '../engine/types.ts';
import type { ContactCard } from '../study/contact.ts';
import type { CaseRow } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';
import css from './contact.module.css';
import { useContactChanges } from './use-contact-changes.ts';

/** Two changed the same person while one of them was offline: side by side, until this side chooses. */
export const ContactConflict = ({
  engine,
  row,
  contact,
  mine,
}: {
  readonly engine: Engine;
  readonly row: CaseRow;
  readonly contact: OpenContact & { readonly card: ContactCard };
  readonly mine: NonNullable<OpenContact['mine']>;
}) => {
  const { contacts } = useWords();
  const { conflict: words } = contacts;
  const { busy, put } = useContactChanges(engine);
  const keepMine = async (): Promise<void> => {
    if (await put({ contact: contact.id, case: row.id, card: mine.card })) await engine.discard(mine.command);
  };
  return (
    <Note tone="warn">
      <p className="b">{words.title}</p>
      <div className={css.both}>
        <div>
          <p className="small muted">{words.mine}</p>
          <Card card={mine.card} />
          <Button busy={busy} onClick={() => void keepMine()}>
            {words.keepMine}
          </Button>
        </div>
        <div>
          <p className="small muted">{words.theirs}</p>
          <Card card={contact.card} />
          <Button onClick={() => void engine.discard(mine.command)}>{words.keepTheirs}</Button>
        </div>
      </div>
    </Note>
  );
};

const Card = ({ card }: { readonly card: ContactCard }) => (
  <div>
    {[card.name, card.role, ...card.phones.map(({ number }) => number), card.email, card.notes]
      .filter((text) => text !== '')
      .map((text) => (
        <p key={text}>{text}</p>
      ))}
  </div>
);
