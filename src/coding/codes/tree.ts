import { successorOf } from '../../study/codes.ts';
import type { View } from '../../study/command.ts';
import type { Id } from '../../study/ids.ts';
import type { CodeRow } from '../../study/rows.ts';
import type { Language } from '../../words/index.ts';
import type { Pickable } from '../picker/rank.ts';
import { HUES, type Look, lookAt, PATTERNS } from '../text/look.ts';

/** A code with its place in the tree. A theme is a code with children. */
export interface CodeNode extends Pickable {
  readonly row: CodeRow;
  readonly depth: number;
  readonly children: readonly CodeNode[];
  readonly look: Look;
  readonly retired: boolean;
}

export interface CodeTree {
  readonly roots: readonly CodeNode[];
  /** In the order the tree is read; merged ones are not there. */
  readonly all: readonly CodeNode[];
  /** The code where the passages of this id count; undefined for what the device does not know. */
  readonly of: (code: Id) => CodeNode | undefined;
  /** What a passage can be coded with: leaves, and themes without children. Not the retired. */
  readonly pickable: readonly CodeNode[];
}

/** The colours as they are written in a code's own field; a code without one of them gets its place's. */
export const CODE_COLOURS: readonly string[] = [
  '#4560c7',
  '#a0260a',
  '#27545d',
  '#a66e00',
  '#54137f',
  '#dd4f82',
  '#631103',
  '#1194b9',
];

export const nameOf = ({ fields }: CodeRow, language: Language): string => {
  const [first, other] =
    language === 'sv' ? [fields.name_sv, fields.name_en] : [fields.name_en, fields.name_sv];
  return first || other;
};
const definitionOf = ({ fields }: CodeRow, language: Language): string =>
  (language === 'sv' ? fields.definition_sv : fields.definition_en) ||
  fields.definition_sv ||
  fields.definition_en;

const byOrder = (a: CodeRow, b: CodeRow): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** Children of a theme begin at another colour than those of the theme before, and have a pattern more for each round. */
const STEP = 3;
const lookOf = (row: CodeRow, theme: number, place: number): Look => {
  const own = CODE_COLOURS.indexOf(row.fields.colour);
  const placed = lookAt(place);
  const pattern = PATTERNS[Math.floor(place / HUES) % PATTERNS.length] ?? 'line';
  return { hue: own === -1 ? ((placed.hue - 1 + theme * STEP) % HUES) + 1 : own + 1, pattern };
};

const flat = (nodes: readonly CodeNode[]): readonly CodeNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);

/** A code whose parent is not known, or that would lie under itself, stands at the top: nothing is ever out of sight. */
export const codeTree = (view: View, language: Language): CodeTree => {
  const rows = new Map([...view.all('code')].map((row) => [row.id, row]));
  const shown = [...rows.values()].filter(({ status }) => status !== 'merged').sort(byOrder);
  const rooted = (row: CodeRow): boolean => {
    const seen = new Set<Id>([row.id]);
    for (let at = row.parent; at !== null; at = rows.get(at)?.parent ?? null) {
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return true;
  };
  const byParent = new Map<Id | null, CodeRow[]>();
  for (const row of shown) {
    const known = row.parent !== null && rows.get(row.parent)?.status !== 'merged' && rows.has(row.parent);
    const parent = known && rooted(row) ? row.parent : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), row]);
  }
  const byId = new Map<Id, CodeNode>();
  const build = (parent: Id | null, depth: number, theme: number, under: string): readonly CodeNode[] =>
    (byParent.get(parent) ?? []).map((row, place) => {
      const place0 = depth === 0 ? place : theme;
      const name = nameOf(row, language);
      const node: CodeNode = {
        id: row.id,
        name,
        theme: under,
        definition: definitionOf(row, language),
        row,
        depth,
        look: lookOf(row, depth === 0 ? 0 : place0, place),
        retired: row.status === 'retired',
        children: build(row.id, depth + 1, place0, name),
      };
      byId.set(row.id, node);
      return node;
    });
  const roots = build(null, 0, 0, '');
  const all = flat(roots);
  return {
    roots,
    all,
    of: (code) => byId.get(successorOf((id) => rows.get(id), code)),
    pickable: all.filter(({ children, retired }) => !retired && children.every((child) => child.retired)),
  };
};

/** The rest of a codebook for a code: the themes it lies under, outermost first. */
export const pathOf = (tree: CodeTree, node: CodeNode): readonly CodeNode[] => {
  const path: CodeNode[] = [];
  for (let at = node.row.parent; at !== null; ) {
    const parent = tree.of(at);
    if (!parent || path.includes(parent)) break;
    path.unshift(parent);
    at = parent.row.parent;
  }
  return path;
};

/** An order number between two siblings; either may be missing. */
export const orderBetween = (before: number | undefined, after: number | undefined): number => {
  if (before === undefined) return after === undefined ? 1 : after - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
};
