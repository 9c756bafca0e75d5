import { useMemo } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useSource } from '../../ui/use-source.ts';
import { codeTree } from '../codes/tree.ts';
import { ByCode } from './by-code.tsx';
import css from './find.module.css';
import { TextSearch } from './text-search.tsx';

/** What stands anywhere, and what was coded how. */
export const FindScreen = ({
  engine,
  newId,
  hrefOfQuestion,
}: {
  readonly engine: Engine;
  readonly newId: () => Id;
  readonly hrefOfQuestion: (question: string) => string;
}) => {
  const { find } = useWords();
  const language = useLanguage();
  const view = useSource(engine.view);
  const tree = useMemo(() => codeTree(view, language), [view, language]);
  return (
    <main className={css.scroll}>
      <div className={css.page}>
        <h1 className="unseen">{find.title}</h1>
        <TextSearch engine={engine} tree={tree} newId={newId} hrefOfQuestion={hrefOfQuestion} />
        <ByCode engine={engine} tree={tree} hrefOfQuestion={hrefOfQuestion} />
      </div>
    </main>
  );
};
