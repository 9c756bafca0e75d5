import { pointerOf } from '../../study/instrument-edit/json-path.ts';
import { useWords } from '../../ui/language.tsx';
import { useEditor } from './editor.ts';
import { placedFaultWords, placeWords } from './place-words.ts';
import css from './problem-list.module.css';

/** What keeps the draft from being published, each a way to its place; and what is kept without being shown. */
export const ProblemList = () => {
  const { instrument: words } = useWords();
  const { faults, unseen, goTo } = useEditor();
  return (
    <>
      {faults.length > 0 ? (
        <section className={css.list}>
          <h2>{words.list.faults}</h2>
          <ul>
            {faults.map((fault) => (
              <li key={pointerOf(fault.path) + fault.fault.type}>
                <button type="button" className={css.go} onClick={() => goTo(fault.place, fault.path)}>
                  {placedFaultWords(fault, words)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {unseen.length > 0 ? (
        <section className={css.list}>
          <h2>{words.list.unseen}</h2>
          <ul>
            {unseen.map(({ path, place, name }) => (
              <li key={pointerOf(path)}>{words.list.unseenItem(placeWords(place, words), name)}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
};
