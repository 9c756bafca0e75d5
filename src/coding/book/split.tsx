import { useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import { useCommands } from '../../ui/commands.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import type { CodeNode, CodeTree } from '../codes/tree.ts';
import { recoded } from '../desk/changes.ts';
import { newCode } from '../desk/new-code.ts';
import { useHand } from '../desk/use-hand.ts';
import { Picker } from '../picker/picker.tsx';
import css from './book.module.css';
import type { Usage } from './use-usage.ts';

const NO_CONTEXT = { recent: [], offered: new Set<string>() };

/** Walks through one's own passages of a code and sorts them: each keeps it or gets another, made on the way if need be. */
export const Split = ({
  engine,
  tree,
  node,
  passages,
  codebook,
  newId,
  onDone,
}: {
  readonly engine: Engine;
  readonly tree: CodeTree;
  readonly node: CodeNode;
  readonly passages: Usage['passages'];
  readonly codebook: number;
  readonly newId: () => Id;
  readonly onDone: () => void;
}) => {
  const { book, desk } = useWords();
  const language = useLanguage();
  const { make } = useHand(engine);
  const [own] = useState(() => passages.filter(({ row }) => row.coder === engine.me.id && !row.settled));
  const [at, setAt] = useState(0);
  const [used, setUsed] = useState<readonly Id[]>([]);
  const one = own[at];
  const next = (): void => {
    if (at + 1 >= own.length) onDone();
    else setAt(at + 1);
  };
  const give = async (code: Id): Promise<void> => {
    if (!one) return;
    const hand = { coder: engine.me.id, round: null, codebook, newId };
    if (code === node.id || (await make('segment.change', recoded(hand, one.row, code)))) {
      setUsed((before) => [code, ...before.filter((id) => id !== code)]);
      next();
    }
  };
  useCommands(book.split, [{ key: 'N', label: book.splitKeep, run: next }]);
  if (!one) return <p className="muted">{book.splitOwn}</p>;
  return (
    <div className={css.split}>
      <p className="small muted">{book.splitText}</p>
      <p className="small num">
        {desk.count(numberWords(at + 1, language), numberWords(own.length, language))}
      </p>
      <blockquote>{one.text}</blockquote>
      <div className={css.anchor}>
        <Picker
          key={one.row.id}
          codes={tree.pickable}
          context={{ ...NO_CONTEXT, recent: used }}
          typed=""
          recode
          proposes={false}
          onPick={(code) => void give(code.id)}
          onCreate={(name) => {
            const code = newCode(tree, newId(), name, null, language, node.row.parent);
            void make('code.create', code).then(async (done) => {
              if (done) await give(code.code);
            });
          }}
          onClose={() => undefined}
        />
      </div>
    </div>
  );
};
