import type { CodeMove } from '../../study/commands/code-move.ts';
import type { Id } from '../../study/ids.ts';
import { type CodeNode, type CodeTree, orderBetween } from '../codes/tree.ts';

/** Where a key or a drop puts a code; null: it cannot go there. */
export type Way = 'up' | 'down' | 'in' | 'out';

const siblingsOf = (tree: CodeTree, parent: Id | null): readonly CodeNode[] =>
  tree.all.filter(({ row, depth }) => (parent === null ? depth === 0 : row.parent === parent));

export const moved = (tree: CodeTree, node: CodeNode, way: Way): CodeMove | null => {
  const parent = node.depth === 0 ? null : node.row.parent;
  const siblings = siblingsOf(tree, parent);
  const at = siblings.indexOf(node);
  const order = (place: number): number | undefined => siblings[place]?.row.order;
  switch (way) {
    case 'up':
      return at > 0 ? { code: node.id, parent, order: orderBetween(order(at - 2), order(at - 1)) } : null;
    case 'down':
      return at < siblings.length - 1
        ? { code: node.id, parent, order: orderBetween(order(at + 1), order(at + 2)) }
        : null;
    case 'in': {
      const above = siblings[at - 1];
      return above ? under(tree, node, above.id) : null;
    }
    case 'out': {
      const theme = parent === null ? undefined : tree.of(parent);
      if (!theme) return null;
      const aunts = siblingsOf(tree, theme.depth === 0 ? null : theme.row.parent);
      const place = aunts.indexOf(theme);
      return {
        code: node.id,
        parent: theme.depth === 0 ? null : theme.row.parent,
        order: orderBetween(theme.row.order, aunts[place + 1]?.row.order),
      };
    }
  }
};

/** Last under another code; null to the top. A code never comes to lie under itself. */
export const under = (tree: CodeTree, node: CodeNode, parent: Id | null): CodeMove | null => {
  for (let at = parent; at !== null; at = tree.of(at)?.row.parent ?? null) if (at === node.id) return null;
  if (parent === node.row.parent) return null;
  const last = siblingsOf(tree, parent).at(-1)?.row.order;
  return { code: node.id, parent, order: orderBetween(last, undefined) };
};
