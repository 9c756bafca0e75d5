import { useEffect, useState } from 'react';
import type { Engine } from '../engine/types.ts';
import type { Judgement } from '../study/claims.ts';
import type { Id } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import { TopNav } from '../ui/bars.tsx';
import { useWords } from '../ui/language.tsx';
import { BookScreen } from './book/book-screen.tsx';
import css from './coding.module.css';
import { DeskScreen } from './desk/desk-screen.tsx';
import { FindScreen } from './find/find-screen.tsx';
import { CODING_PARTS, type CodingPart } from './parts.ts';
import { RoundsScreen } from './rounds/rounds-screen.tsx';

const NO_JUDGEMENTS: readonly Judgement[] = [];

/** The coding room: the desk, the codebook, the rounds and what can be found. */
export const CodingScreen = ({
  engine,
  part,
  at,
  newId,
  loadJudgements,
  loadCodebook,
  hrefOf,
  onGo,
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
  const [judgements, setJudgements] = useState(NO_JUDGEMENTS);
  useEffect(() => {
    let here = true;
    void loadJudgements().then((loaded) => {
      if (here) setJudgements(loaded);
    });
    return () => {
      here = false;
    };
  }, [loadJudgements]);
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
          judgements={judgements}
          onQuestion={(question) => onReplace('koda', question)}
        />
      ) : null}
      {part === 'kodbok' ? (
        <BookScreen
          engine={engine}
          at={at}
          newId={newId}
          loadCodebook={loadCodebook}
          hrefOf={(code) => hrefOf('kodbok', code)}
          hrefOfQuestion={(question) => hrefOf('koda', question)}
          onCode={(code) => onReplace('kodbok', code)}
        />
      ) : null}
      {part === 'hitta' ? (
        <FindScreen engine={engine} newId={newId} hrefOfQuestion={(question) => hrefOf('koda', question)} />
      ) : null}
      {part === 'rundor' ? (
        <RoundsScreen
          engine={engine}
          at={at}
          judgements={judgements}
          newId={newId}
          hrefOf={(round) => hrefOf('rundor', round)}
          onRound={(round) => onGo('rundor', round)}
        />
      ) : null}
    </div>
  );
};
