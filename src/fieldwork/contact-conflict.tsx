import type { OpenContact } from '../engine/key-types.ts';
import type { Engine } from '../engine/types.ts';
import type { ContactCard } from '../study/contact.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';
import css from './contact.module.css';

/** Two changed the same person while one of them was offline: side by side, until this side chooses. */
export const ContactConflict = ({
  engine,
  contact,
  mine,
}: {
  readonly engine: Engine;
  readonly contact: OpenContact & { readonly card: ContactCard };
  readonly mine: NonNullable<OpenContact['mine']>;
}) => {
  const { contacts } = useWords();
  const { conflict: words } = contacts;
  const keep = (whose: 'mine' | 'theirs'): void => void engine.settleConflict(mine.command, whose);
  return (
    <Note tone="warn">
      <p className="b">{words.title}</p>
      <div className={css.both}>
        <div>
          <p className="small muted">{words.mine}</p>
          <Card card={mine.card} />
          <Button onClick={() => keep('mine')}>{words.keepMine}</Button>
        </div>
        <div>
          <p className="small muted">{words.theirs}</p>
          <Card card={contact.card} />
          <Button onClick={() => keep('theirs')}>{words.keepTheirs}</Button>
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
