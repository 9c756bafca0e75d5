import type { QuoteMark } from '../study/answer.ts';
import type { Question } from '../study/instrument.ts';
import type { Chance } from '../study/seeded.ts';
import { ASIDES, TURNS } from './bank/asides.ts';
import type { Passage } from './bank/passage.ts';
import type { PracticeSegment } from './coders.ts';
import type { Profile } from './profile.ts';
import { bankOf } from './question-bank.ts';
import { leadOf, separatorOf, typed } from './voice.ts';

/** A stretch of the notes; only what was said can be quoted, not what the interviewer remarks on. */
interface Part {
  readonly text: string;
  readonly said: boolean;
  readonly codes: readonly string[];
}

export interface Noted {
  readonly notes: string;
  readonly pre: Readonly<Record<string, readonly string[]>>;
  readonly quotes: readonly QuoteMark[];
  /** Where what speaks of which code: known to whoever invented it, and to nobody who reads the notes. */
  readonly coded: readonly PracticeSegment[];
}

/** Composes the notes of an answered question; `used` keeps a respondent from saying the same thing twice. */
export const composeNotes = (
  question: Question,
  profile: Profile,
  used: Set<Passage>,
  chance: Chance,
): Noted => {
  const bank = bankOf(question);
  const strong = chance.next() < 0.15 + 0.7 * profile.maturity;
  const weight = (passage: Passage) =>
    used.has(passage) ? 0 : passage.lean === 'either' ? 1 : (passage.lean === 'strong') === strong ? 2 : 0.15;

  const chosen: Passage[] = [];
  const take = (passages: readonly Passage[]): void => {
    if (!passages.some((passage) => !used.has(passage))) return;
    const passage = chance.weighted(passages, weight);
    used.add(passage);
    chosen.push(passage);
  };
  take(bank.openers);
  // Most say one to three things, a few talk at length and wander into what is asked later.
  const more = Math.floor(chance.next() * (1 + 4 * profile.talk + (profile.talk > 0.85 ? 6 : 0)));
  for (let count = 0; count < more; count++) {
    take(
      count > 2 && chance.happens(0.4)
        ? bank.wander
        : bank.follow.filter((passage) => bank.fits(chosen, passage)),
    );
  }
  const parts: Part[] = chosen.map(({ text, codes }) => ({ text, codes, said: true }));
  if (chance.happens(profile.contradicts)) {
    const against = bank.follow.filter(
      (passage) => passage.lean === (strong ? 'weak' : 'strong') && !used.has(passage),
    );
    const turn = against.length > 0 ? chance.pick(against) : undefined;
    if (turn !== undefined) {
      used.add(turn);
      parts.push({
        text: `${chance.pick(TURNS)} ${turn.text.charAt(0).toLowerCase()}${turn.text.slice(1)}`,
        said: false,
        codes: turn.codes,
      });
    }
  }
  if (chance.happens(0.12 + 0.25 * profile.talk))
    parts.splice(chance.below(parts.length + 1), 0, { text: chance.pick(ASIDES), said: false, codes: [] });
  const pre = preOf(question, chosen, chance);
  // Now and then there is time for the key only.
  if (Object.keys(pre).length > 0 && chance.happens(0.03)) return { notes: '', quotes: [], coded: [], pre };
  return { ...join(parts, profile, chance), pre };
};

/** Puts the parts together as the interviewer types them, and marks a part worth quoting now and then. */
const join = (parts: readonly Part[], profile: Profile, chance: Chance): Omit<Noted, 'pre'> => {
  const quotable = parts.flatMap((part, index) => (part.said ? [index] : []));
  const quoted = quotable.length > 0 && chance.happens(0.09) ? chance.pick(quotable) : -1;
  const verbatim = chance.happens(0.5);
  const quotes: QuoteMark[] = [];
  const coded: PracticeSegment[] = [];
  let notes = '';
  parts.forEach((part, index) => {
    if (notes !== '') notes += separatorOf(profile.voice);
    notes += leadOf(profile.voice);
    const text = typed(part.text, index === quoted && verbatim ? 'plain' : profile.voice, chance);
    const mark = index === quoted && verbatim ? '”' : '';
    const start = notes.length + mark.length;
    notes += mark + text + mark;
    for (const code of part.codes) coded.push({ start, end: start + text.length, code });
    if (index === quoted) {
      quotes.push({ start, end: start + text.length, kind: verbatim ? 'verbatim' : 'notes' });
    }
  });
  return { notes, quotes, coded };
};

/** What the interviewer set while listening: most of it, at times nothing, in the order of the list. */
const preOf = (
  question: Question,
  chosen: readonly Passage[],
  chance: Chance,
): Readonly<Record<string, readonly string[]>> => {
  if (!chance.happens(0.85)) return {};
  const said = new Set(chosen.flatMap((passage) => passage.pre));
  const pre: Record<string, readonly string[]> = {};
  for (const list of question.preCodeLists) {
    const values = list.preCodes
      .map((code) => code.value)
      .filter((value) => said.has(value) && chance.happens(0.93));
    if (values.length > 0) pre[list.name] = values;
  }
  return pre;
};
