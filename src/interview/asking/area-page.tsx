import { answerAs, handedOnTo, handOn } from '../../study/draft-areas.ts';
import { roleIn } from '../../study/draft-rules.ts';
import type { Section } from '../../study/instrument.ts';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { FreeNotes } from '../notes/free-notes.tsx';
import { useDraft, useSession } from '../session/session.ts';
import css from './area-page.module.css';
import { useAsking } from './asking.ts';
import { RolePills } from './role-pills.tsx';

/** An area as a whole: who answers it, whom it is left to, and what was said of all of it. */
export const AreaPage = ({ section }: { readonly section: Section }) => {
  const { change } = useSession();
  const { area } = useWords().interview;
  const { inText, goTo } = useAsking();
  const language = useDraft((draft) => draft.language);
  const role = useDraft((draft) => roleIn(draft, section.id));
  const left = useDraft((draft) => handedOnTo(draft, section.id));
  return (
    <article className={css.page}>
      <p className={css.kind}>
        {section.id.replace(/^A/, '')} · {area.page}
      </p>
      <h1 className={css.title} lang={language}>
        {section.title[language]}
      </h1>
      <FreeNotes
        key={section.id}
        place={section.id}
        label={area.notes(section.title[language])}
        focus={inText}
      />
      <p className={css.hint}>{area.notesHint}</p>
      <section className={css.part}>
        <h2>{area.who}</h2>
        <RolePills
          label={area.who}
          chosen={role}
          onChoose={(value) => change((draft) => answerAs(draft, section.id, value))}
        />
        <p className={css.hint}>{area.whoHint}</p>
      </section>
      <section className={css.part}>
        <h2>{area.handOn}</h2>
        <RolePills
          label={area.handOn}
          chosen={left}
          onChoose={(value) => change((draft) => handOn(draft, section.id, value))}
        />
        <p className={css.hint}>{area.handOnHint}</p>
      </section>
      <ul className={css.questions}>
        {section.questions.map((question) => (
          <li key={question.id}>
            <button type="button" lang={language} onMouseDown={keepFocus} onClick={() => goTo(question.id)}>
              <span className="num muted">{question.id.replace(/^A/, '')}</span> {question.text[language]}
            </button>
          </li>
        ))}
      </ul>
    </article>
  );
};
