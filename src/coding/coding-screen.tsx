import type { Engine } from '../engine/types.ts';
import type { Judgement } from '../study/claims.ts';
import type { Id } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import { TopNav } from '../ui/bars.tsx';
import { useWords } from '../ui/language.tsx';
import css from './coding.module.css';
import { DeskScreen } from './desk/desk-screen.tsx';
import { CODING_PARTS, type CodingPart } from './parts.ts';

/** The coding room: the desk, the codebook, the rounds and what can be found. */
export const CodingScreen = ({
  engine,
  part,
  at,
  newId,
  loadJudgements,
  hrefOf,
  onReplace,
}: {
  readonly engine: Engine;
  readonly part: CodingPart;
  /** A question at the desk, a code or a round by its id. */
  readonly at: string | null;
  readonly newId: () => Id;
  readonly loadJudgements: () => Promise<readonly Judgement[]>;
  readonly loadCodebook: () => Promise<Json>;
  readonly hrefOf: (part: CodingPart, at: string | null) => string;
  readonly onGo: (part: CodingPart, at: string | null) => void;
  readonly onReplace: (part: CodingPart, at: string | null) => void;
}) => {
  const { desk } = useWords();
  const names = {
    koda: desk.tabs.desk,
    kodbok: desk.tabs.book,
    rundor: desk.tabs.rounds,
    hitta: desk.tabs.find,
  };
  return (
    <div className={css.room}>
      <div className={css.tabs}>
        <TopNav
          label={desk.tabs.label}
          places={CODING_PARTS.map((one) => ({
            href: hrefOf(one, null),
            label: names[one],
            current: one === part,
          }))}
        />
      </div>
      {part === 'koda' ? (
        <DeskScreen
          engine={engine}
          question={at}
          newId={newId}
          loadJudgements={loadJudgements}
          onQuestion={(question) => onReplace('koda', question)}
        />
      ) : null}
    </div>
  );
};
