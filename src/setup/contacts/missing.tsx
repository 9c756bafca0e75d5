import { useState } from 'react';
import { emptyCard, isNumber, isWebLink } from '../../study/contact.ts';
import { parseInstrument } from '../../study/parse-instrument.ts';
import type { CaseRow, WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { ContactForm } from '../../ui/contact-form.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { numberWords } from '../../ui/time-words.ts';
import type { PartProps } from '../part.tsx';
import css from '../setup.module.css';
import { useRegister } from './use-register.ts';

const STEP = 20;

/** Cases that nobody could be called in, each with the way to write somebody down. */
export const MissingContacts = ({
  engine,
  world,
  state,
  wave,
  missing,
}: PartProps & { readonly wave: WaveRow; readonly missing: readonly CaseRow[] }) => {
  const { register, contacts } = useWords();
  const language = useLanguage();
  const say = useSay();
  const [limit, setLimit] = useState(STEP);
  const [writing, setWriting] = useState<CaseRow | null>(null);
  const { busy, failure, write } = useRegister(engine, wave.id);
  if (missing.length === 0) return <p>{register.missingNone}</p>;
  const parsed = state.instruments[0] ? parseInstrument(state.instruments[0].definition) : null;
  const areas = parsed?.ok
    ? parsed.value.sections.map(({ id, title }) => ({ id, title: title[language] }))
    : [];
  const rest = missing.length - limit;
  return (
    <section>
      <h2>{register.missing(numberWords(missing.length, language))}</h2>
      <ul className={css.list}>
        {missing.slice(0, limit).map((row) => (
          <li key={row.id}>
            <span className="b">{row.name}</span>
            <span className="muted">{row.stratum}</span>
            <Button variant="quiet" onClick={() => setWriting(row)}>
              <span aria-hidden="true">{register.write}</span>
              <span className="unseen">{register.writeFor(row.name)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button variant="quiet" onClick={() => setLimit(limit + STEP)}>
          {register.more(numberWords(Math.min(STEP, rest), language))}
        </Button>
      ) : null}
      {writing ? (
        <ContactForm
          title={contacts.form.newTitle(writing.name)}
          card={emptyCard}
          areas={areas}
          isNumber={isNumber}
          isLink={isWebLink}
          busy={busy}
          failure={failure}
          onSave={(card) =>
            void write([{ contact: world.newId(), case: writing.id, card }]).then((done) => {
              if (!done) return;
              say(contacts.form.saved);
              setWriting(null);
            })
          }
          onClose={() => setWriting(null)}
        />
      ) : null}
    </section>
  );
};
