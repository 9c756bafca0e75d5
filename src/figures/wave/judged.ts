import type { ClaimSet } from '../../study/claims.ts';
import type { Id } from '../../study/ids.ts';
import type { DecisionRow, JudgementRow } from '../../study/rows.ts';
import { type Column, NOT_ASKED, NOT_SHOWN } from './wave-data.ts';

/**
 * One column a judgement that somebody has made. What was settled holds; else what all who judged say; where they differ
 * and nobody has settled it, the interview stands with those whose notes do not tell.
 */
export const judgementColumns = (
  rows: {
    readonly claims: ClaimSet | null;
    readonly judgements: readonly JudgementRow[];
    readonly decisions: readonly DecisionRow[];
  },
  placeOf: ReadonlyMap<Id, number>,
  interviews: number,
): readonly Column[] => {
  const said = new Map<string, Set<string>>();
  for (const { interview, judgement, value } of rows.judgements) {
    const key = `${interview}/${judgement}`;
    said.set(key, (said.get(key) ?? new Set()).add(value));
  }
  for (const { interview, question, value } of rows.decisions)
    if (value !== null) said.set(`${interview}/${question}`, new Set([value]));
  const made = new Set(rows.judgements.map(({ judgement }) => judgement));
  const { judgements = [], notShown = '' } = rows.claims ?? {};
  return judgements
    .filter(({ id }) => made.has(id))
    .map((judgement): Column => {
      const categories = judgement.values.map(({ value }) => value).filter((value) => value !== notShown);
      const of = new Uint8Array(interviews).fill(NOT_ASKED);
      for (const [interview, at] of placeOf) {
        const values = said.get(`${interview}/${judgement.id}`);
        if (!values) continue;
        const category = values.size === 1 ? categories.indexOf([...values][0] ?? '') : -1;
        of[at] = category === -1 ? NOT_SHOWN : category;
      }
      return { id: judgement.id, kind: 'judgement', question: judgement.questions[0] ?? '', categories, of };
    });
};
