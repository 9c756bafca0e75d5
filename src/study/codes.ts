import type { View } from './command.ts';
import type { Id } from './ids.ts';
import type { CodeRow, RoundRow } from './rows.ts';

/** Rules of the code tree and of rounds that commands, screens and figures share. */

/** Whether `code` would come to lie under itself. `parentOf` is null at the top and for what is not there. */
export const makesCycle = (parentOf: (id: Id) => Id | null, code: Id, parent: Id | null): boolean => {
  const seen = new Set<Id>([code]);
  for (let at = parent; at !== null; at = parentOf(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
};

/** Where a code's passages count: through mergers to the one that stands. */
export const successorOf = (get: (id: Id) => CodeRow | undefined, code: Id): Id => {
  const seen = new Set<Id>();
  let at = code;
  for (;;) {
    const row = get(at);
    if (row?.status !== 'merged' || row.successor === null || seen.has(at)) return at;
    seen.add(at);
    at = row.successor;
  }
};

/** In an open blind round the codebook is frozen for its coders: what they change becomes a proposal. */
export const frozenFor = (view: View, person: Id): boolean => {
  for (const round of view.all('round'))
    if (round.state === 'open' && round.blind && round.coders.includes(person)) return true;
  return false;
};

export const covers = (round: RoundRow, wave: Id, interview: Id, question: string): boolean =>
  round.wave === wave &&
  (round.questions.includes(question) || round.judgements.includes(question)) &&
  (round.interviews === null || round.interviews.includes(interview));
