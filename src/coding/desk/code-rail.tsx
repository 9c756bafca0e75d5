import { useMemo, useState } from 'react';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { Swatch } from '../codes/swatch.tsx';
import type { CodeNode, CodeTree } from '../codes/tree.ts';
import { rank } from '../picker/rank.ts';
import css from './desk.module.css';

const NOBODY = { recent: [], offered: new Set<string>() };

/** The code tree beside the answer: what is there, how often it is used in the question, what lies on this answer. */
export const CodeRail = ({
  tree,
  uses,
  here,
  offered,
  onPick,
}: {
  readonly tree: CodeTree;
  readonly uses: ReadonlyMap<string, number>;
  readonly here: ReadonlySet<string>;
  readonly offered: ReadonlySet<string>;
  readonly onPick: (code: CodeNode) => void;
}) => {
  const { desk } = useWords();
  const language = useLanguage();
  const [filter, setFilter] = useState('');
  const found = useMemo(
    () => (filter.trim() === '' ? null : new Set(rank(tree.all, filter, NOBODY).map(({ code }) => code.id))),
    [tree, filter],
  );
  const seen = (node: CodeNode): boolean =>
    !node.retired && (!found || found.has(node.id) || node.children.some(seen));
  const leaf = (node: CodeNode) => {
    const count = uses.get(node.id) ?? 0;
    return (
      <button
        type="button"
        className={css.code}
        data-here={here.has(node.id) || undefined}
        title={node.definition}
        // The selection in the text must stay while one points at a code.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPick(node)}
      >
        <Swatch look={node.look} />
        <span>{node.name}</span>
        {here.has(node.id) ? <span className="unseen">{desk.tree.here}</span> : null}
        {count > 0 ? (
          <span className="num muted tiny" title={desk.tree.uses(String(count))}>
            {numberWords(count, language)}
          </span>
        ) : null}
      </button>
    );
  };
  /** Open where the question's own codes are, or what is searched for. */
  const isOpen = (node: CodeNode): boolean =>
    found !== null ||
    node.children.some((child) => offered.has(child.id) || here.has(child.id) || isOpen(child));
  const branch = (nodes: readonly CodeNode[]) => (
    <ul>
      {nodes.filter(seen).map((node) => (
        <li key={node.id}>
          {node.children.some((child) => !child.retired) ? (
            <details open={isOpen(node)}>
              <summary>{node.name}</summary>
              {branch(node.children)}
            </details>
          ) : (
            leaf(node)
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <nav className={css.rail} aria-label={desk.tree.title}>
      <input
        className={css.filter}
        type="search"
        aria-label={desk.tree.filter}
        placeholder={desk.tree.filter}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {tree.roots.some(seen) ? branch(tree.roots) : <p className="small muted">{desk.tree.none}</p>}
    </nav>
  );
};
