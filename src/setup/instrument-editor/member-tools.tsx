import { listAt, type Path } from '../../study/instrument-edit/json-path.ts';
import { moveIn, removeAt } from '../../study/instrument-edit/operations.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useEditor } from './editor.ts';
import css from './form.module.css';

/** Up, down and away for a member of a list; `what` says which, since many stand beside each other. */
export const MemberTools = ({
  path,
  what,
  least = 0,
}: {
  readonly path: Path;
  readonly what: string;
  /** So many must stay. */
  readonly least?: number;
}) => {
  const { instrument: words } = useWords();
  const { definition, apply, readOnly } = useEditor();
  const say = useSay();
  const list = path.slice(0, -1);
  const index = Number(path.at(-1));
  const count = listAt(definition, list).length;
  if (readOnly) return null;
  return (
    <div className={css.icons}>
      <Button
        variant="quiet"
        aria-label={words.move.upOf(what)}
        title={words.move.up}
        disabled={index === 0}
        onClick={() => apply(moveIn(definition, list, index, -1))}
      >
        ↑
      </Button>
      <Button
        variant="quiet"
        aria-label={words.move.downOf(what)}
        title={words.move.down}
        disabled={index === count - 1}
        onClick={() => apply(moveIn(definition, list, index, 1))}
      >
        ↓
      </Button>
      <Button
        variant="quiet"
        aria-label={words.move.removeOf(what)}
        title={words.move.remove}
        disabled={count <= least}
        onClick={() => {
          apply(removeAt(definition, path));
          say(words.move.removed(what));
        }}
      >
        ×
      </Button>
    </div>
  );
};
