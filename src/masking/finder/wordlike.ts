import { FIRST_NAMES } from '../lists/first-names.ts';
import { WORDLIKE_HARD } from '../lists/municipality-forms.ts';
import { near } from './candidate.ts';
import type { Doc, Token } from './doc.ts';
import { lookup, type Named } from './municipality-index.ts';
import type { Hit } from './phrases.ts';

/** `certain`: masked beforehand; `mask`, `keep`: asked, leaning so; `none`: the word, not the place. */
export type Verdict = 'certain' | 'mask' | 'keep' | 'none';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
export const SEAT = words(
  'kommun kommuns kommunen kommunens stad stads staden stadens kommunhus kommunhuset kommunkoncern kommunstyrelse municipality town',
);
export const PLACE_PREPOSITION = words('i från till kring runt utanför vid in from near outside hos');
/** "Ta i vara på", "ta till vara". */
const TAKE = words('ta tar tog tagit tas tagits taga tagna tagen tagande');
/** Verbs that make the word before them somebody who acts. */
const ACTS = words(
  'har hade är var gör gjorde kan kör körde ligger köper köpte valde bytte använder använde tycker sköter driver leder ska skulle borde fick får ingår samarbetar upphandlar upphandlade säger sa brukar jobbar arbetar ställer skickade hjälper has is was runs uses did had bought',
);
const US = /^(?:vi|oss|här|we|us|here|hemma|nere|uppe|bor|jobbar|jobbade|arbetar)$/u;
const AND = /^(?:och|eller|samt|and|or|o)$/u;
const GIVEN: ReadonlySet<string> = new Set(FIRST_NAMES);

interface Scene {
  readonly token: Token;
  readonly name: string;
  /** The case's own municipality: more likely meant. */
  readonly own: boolean;
  /** No preposition alone settles it when written small. */
  readonly hard: boolean;
  readonly person: boolean;
  readonly genitive: boolean;
  readonly before: string;
  readonly beforeThat: string;
  readonly after: string;
}

/** Whether an enumeration around it holds a name that is nothing else: "Vara, Skara och Götene". */
const listed = (doc: Doc, hit: Hit<Named>): boolean => {
  const hard = WORDLIKE_HARD.has(hit.value.name);
  const named = (at: number): Named | undefined => lookup().names.get(doc.tokens[at]?.fold ?? '');
  for (const step of [-1, 1]) {
    let at = step < 0 ? hit.from : hit.to - 1;
    for (let links = 0; links < 6; links += 1) {
      const [left, right] = step < 0 ? [at - 1, at] : [at, at + 1];
      if (doc.tokens[left]?.sentence !== doc.tokens[right]?.sentence) break;
      const gap = doc.plain.slice(doc.tokens[left]?.end ?? 0, doc.tokens[right]?.start);
      at += step;
      if (!/^ ?[,/&]? ?$/u.test(gap)) break;
      if (AND.test(doc.tokens[at]?.low ?? '')) continue;
      // A comma or an "and" must stand between, unless the word is hardly ever a word.
      const linked = gap.trim() !== '' || AND.test(doc.tokens[at - step]?.low ?? '') || !hard;
      const other = linked ? named(at) : undefined;
      if (other === undefined) break;
      if (!other.wordlike && !other.short) return true;
    }
  }
  return false;
};

/** "Vara kommun", "i vara kommun"; but "det kan vara kommunens". */
const beforeSeat = ({ token, name, own, before, after }: Scene): Verdict | null => {
  if (token.upper && !token.shouted) {
    // "Vara kommunens ansvar är svårt" at the start of a sentence is the verb.
    return name === 'Vara' && token.first && /^kommunens?$/u.test(after) ? 'mask' : 'certain';
  }
  if (!/^(?:kommun|stad)s?$/u.test(after)) return null;
  if (PLACE_PREPOSITION.has(before)) return 'certain';
  // "Vara kommuns" has no other reading, "vara kommun" has ("det är svårt att vara kommun").
  if (name !== 'Vara' || after === 'kommuns') return 'mask';
  return own ? 'keep' : null;
};

/** A capital that grammar does not ask for: a place, unless a person may bear the name. */
const writtenLarge = ({ own, person, before }: Scene): Verdict => {
  if (before === 'i' || !person) return 'certain';
  if (PLACE_PREPOSITION.has(before)) return 'mask';
  return own ? 'certain' : 'none';
};

const atTheStart = ({ genitive, name, own, hard, person, after }: Scene): Verdict => {
  if (genitive && !person) return own && name === 'Vara' ? 'certain' : 'mask';
  if (ACTS.has(after)) return 'mask';
  if (name === 'Vara' || person) return 'none';
  if (hard) return own ? 'mask' : 'keep';
  return 'mask';
};

const writtenSmall = ({ token, name, own, hard, before, beforeThat, after }: Scene): Verdict => {
  if (!PLACE_PREPOSITION.has(before)) {
    if (!hard && before === 'av') return 'mask';
    if (token.low === 'varas') return own ? 'mask' : 'keep';
    if (hard) return 'none';
    return ACTS.has(after) || own ? 'mask' : 'none';
  }
  const us = US.test(beforeThat);
  const earth = name === 'Mark' || name === 'Berg'; // "i mark och vatten", "ner i berg"
  if (before === 'i' && (us || (own && !earth))) return 'certain';
  if (name === 'Vara') {
    if (before === 'i' || before === 'från' || before === 'hos') return 'mask';
    return before === 'till' ? 'keep' : 'none';
  }
  if (hard) return own || us || (before === 'i' && !earth) ? 'mask' : 'keep';
  return before === 'vid' ? 'keep' : 'mask';
};

/** Tells a municipality from the ordinary word or the person of the same name, by the words around it. */
export const judgeWordlike = (doc: Doc, hit: Hit<Named>, own: boolean): Verdict => {
  const token = doc.tokens[hit.from];
  if (token === undefined) return 'none';
  const scene: Scene = {
    token,
    name: hit.value.name,
    own,
    hard: WORDLIKE_HARD.has(hit.value.name),
    person: GIVEN.has(token.low),
    genitive: token.fold !== hit.form,
    before: near(doc, hit.from, -1),
    beforeThat: near(doc, hit.from, -2),
    after: near(doc, hit.to - 1, 1),
  };
  const seated = SEAT.has(scene.after) ? beforeSeat(scene) : null;
  if (seated !== null) return seated;
  if (scene.name === 'Vara' && PLACE_PREPOSITION.has(scene.before) && TAKE.has(scene.beforeThat))
    return 'none';
  if (listed(doc, hit)) return token.upper ? 'certain' : 'mask';
  if (token.capital) return writtenLarge(scene);
  if (token.upper && token.first && !token.shouted) return atTheStart(scene);
  return writtenSmall(scene);
};
