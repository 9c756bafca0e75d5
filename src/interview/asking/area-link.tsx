import { areaNotesOf, handedOnTo } from '../../study/draft-areas.ts';
import type { Section } from '../../study/instrument.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { useDraft, useSession } from '../session/session.ts';
import css from './area-link.module.css';
import { useAsking } from './asking.ts';

/** The name of the area above a question leads to the area as a whole, and says whom it is left to. */
export const AreaLink = ({ section }: { readonly section: Section }) => {
  const { instrument } = useSession();
  const { area } = useWords().interview;
  const { goTo } = useAsking();
  const language = useDraft((draft) => draft.language);
  const left = useDraft((draft) => handedOnTo(draft, section.id));
  const noted = useDraft((draft) => areaNotesOf(draft, section.id) !== '');
  const role = instrument.roles.find(({ value }) => value === left)?.text[language];
  return (
    <>
      <button type="button" className={css.link} onMouseDown={keepFocus} onClick={() => goTo(section.id)}>
        <span className="unseen">{area.ofQuestion}: </span>
        <span lang={language}>{section.title[language]}</span> <Kbd>H</Kbd>
        {noted ? <span aria-hidden="true"> ✎</span> : null}
      </button>
      {role ? <span className={css.left}>{area.handedOn(role)}</span> : null}
    </>
  );
};
