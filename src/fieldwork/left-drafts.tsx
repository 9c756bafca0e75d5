import type { DraftSummary } from '../engine/types.ts';
import type { View } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import { useWords } from '../ui/language.tsx';
import css from './calls.module.css';

/** Interviews begun here whose case is with somebody else by now: nobody but this device can finish them. */
export const LeftDrafts = ({
  drafts,
  view,
  onInterview,
}: {
  readonly drafts: readonly DraftSummary[];
  readonly view: View;
  readonly onInterview: (caseId: Id) => void;
}) => {
  const { left } = useWords().fieldwork;
  const here = drafts.filter((draft) => draft.stage !== 'handed_in' && !view.get('case', draft.case));
  if (here.length === 0) return null;
  return (
    <section aria-labelledby="left-drafts" className={css.pool}>
      <h2 className={css.part} id="left-drafts">
        {left.title}
      </h2>
      <p className="small muted">{left.text}</p>
      <ul className={css.left}>
        {here.map((draft) => (
          <li key={draft.id}>
            <button type="button" className={css.link} onClick={() => onInterview(draft.case)}>
              {draft.caseName}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
