import { useEffect, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import type { SegmentRow } from '../../study/rows.ts';
import { answerOf, questionOf } from '../../study/segments.ts';
import type { CodeTree } from '../codes/tree.ts';

/** Where a code is used: counts over everything that may be seen, and the first passages with their texts. */
export interface Usage {
  readonly total: number;
  readonly interviews: number;
  readonly byQuestion: readonly (readonly [string, number])[];
  readonly byCoder: readonly (readonly [Id, number])[];
  readonly passages: readonly { readonly row: SegmentRow; readonly text: string }[];
}
const SHOWN = 50;

const counted = (rows: readonly SegmentRow[], keyOf: (row: SegmentRow) => string): Usage['byCoder'] => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
};

/** null while it is counted. `turn` changes when it shall be counted anew. */
export const useUsage = (engine: Engine, tree: CodeTree, code: Id, turn: number): Usage | null => {
  const [usage, setUsage] = useState<Usage | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tree changes at each key press; a code's uses seldom
  useEffect(() => {
    let here = true;
    const count = async (): Promise<void> => {
      const rows: SegmentRow[] = [];
      await engine.scan('segment', (row) => {
        if (row.code === code || tree.of(row.code)?.id === code) rows.push(row);
      });
      const shown = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, SHOWN);
      const wanted = new Set(shown.map(answerOf));
      const texts = new Map<string, string>();
      if (wanted.size > 0)
        await engine.scan('answer', (answer) => {
          if (wanted.has(answer.id)) texts.set(answer.id, answer.notes);
        });
      if (!here) return;
      setUsage({
        total: rows.length,
        interviews: new Set(rows.map(({ interview }) => interview)).size,
        byQuestion: counted(rows, ({ id }) => questionOf(id)).toSorted((a, b) => (a[0] < b[0] ? -1 : 1)),
        byCoder: counted(rows, ({ coder }) => coder),
        passages: shown.map((row) => ({
          row,
          text: (texts.get(answerOf(row)) ?? '').slice(row.start, row.end),
        })),
      });
    };
    setUsage(null);
    void count();
    return () => {
      here = false;
    };
  }, [engine, code, turn]);
  return usage;
};
