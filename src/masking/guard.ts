import table from './guard-rules.json' with { type: 'json' };

/**
 * The last gate before anything leaves the device, and the first behind it: the server runs the same
 * rule table (guard-rules.json) in plpgsql over the same vectors (guard-vectors.json).
 */
export type GuardKind = 'personnummer' | 'email' | 'phone' | 'url';
export interface GuardFind {
  readonly kind: GuardKind;
  /** UTF-16 offsets in the text as given, end exclusive. */
  readonly start: number;
  readonly end: number;
}

interface Rule {
  readonly kind: GuardKind;
  readonly regex: RegExp;
  readonly group: number;
  readonly checked: boolean;
  readonly folded: boolean;
}

const isGuardKind = (kind: string): kind is GuardKind =>
  kind === 'personnummer' || kind === 'email' || kind === 'phone' || kind === 'url';

/** `d` gives the offsets of the group. Rules are searched in a text cut from the left, as plpgsql does it. */
const RULES: readonly Rule[] = table.rules.map((rule) => {
  if (!isGuardKind(rule.kind)) throw new TypeError(`guard-rules.json: unknown kind ${rule.kind}`);
  return {
    kind: rule.kind,
    regex: new RegExp(rule.pattern, rule.ignoreCase ? 'diu' : 'du'),
    group: rule.group,
    checked: rule.check !== null,
    folded: rule.kind === 'personnummer' || rule.kind === 'phone',
  };
});

const TRANSLATE: ReadonlyMap<string, string> = (() => {
  const to = Array.from(table.translate_to);
  const pairs = Array.from(table.translate_from, (from, i): [string, string] => [from, to[i] ?? '']);
  for (const gone of table.remove) pairs.push([gone, '']);
  return new Map(pairs);
})();

const FOLDS = table.folds.map((fold) => ({
  regex: new RegExp(fold.pattern, 'gu'),
  with: fold.keeps === 'before' ? `$1${fold.digit}` : `${fold.digit}$1`,
}));

/** A text with look-alikes made plain, and where each of its UTF-16 units came from. */
export interface Plain {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export const normalise = (raw: string): Plain => {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const char of raw) {
    const plain = TRANSLATE.get(char) ?? char;
    for (let i = 0; i < plain.length; i += 1) {
      // A pair of surrogates that stays itself keeps its two offsets; what shrank covers the whole source.
      from.push(plain === char ? at + i : at);
      to.push(plain === char ? at + i + 1 : at + char.length);
    }
    text += plain;
    at += char.length;
  }
  return { text, from, to };
};

/** Letters that stand for digits (O, l, I) beside digits; the length stays. */
export const foldDigits = (text: string): string => {
  let folded = text;
  for (let round = 0; round < table.rounds; round += 1)
    for (const fold of FOLDS) folded = folded.replace(fold.regex, fold.with);
  return folded;
};

/** The Luhn sum over the last ten digits. */
export const luhnHolds = (text: string): boolean => {
  const digits = Array.from(text.replace(/[^0-9]/gu, '').slice(-10), Number);
  if (digits.length < 10) return false;
  const sum = digits.reduce((total, digit, i) => {
    const product = i % 2 === 0 ? digit * 2 : digit;
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
};

/** Every hit of one rule in a plain text, from the left, in plain offsets. */
function* hits(rule: Rule, text: string): Generator<readonly [number, number]> {
  let cut = 0;
  while (cut < text.length) {
    const rest = text.slice(cut);
    const span = rule.regex.exec(rest)?.indices?.[rule.group];
    if (span === undefined) return;
    const [start, end] = span;
    if (!rule.checked || luhnHolds(rest.slice(start, end))) {
      yield [cut + start, cut + end];
      cut += Math.max(end, start + 1);
    } else {
      const run = /^[^0-9]*[0-9]+/u.exec(rest.slice(start, end));
      cut += start + (run === null ? 1 : run[0].length);
    }
  }
}

/** Everything the guard refuses in `raw`, in the order of its place; a stretch is told once, by the first rule. */
export const guardAll = (raw: string): readonly GuardFind[] => {
  const plain = normalise(raw);
  const folded = foldDigits(plain.text);
  const finds: GuardFind[] = [];
  for (const rule of RULES) {
    for (const [start, end] of hits(rule, rule.folded ? folded : plain.text)) {
      const find = { kind: rule.kind, start: plain.from[start] ?? 0, end: plain.to[end - 1] ?? raw.length };
      if (!finds.some((other) => find.start < other.end && other.start < find.end)) finds.push(find);
    }
  }
  return finds.sort((a, b) => a.start - b.start);
};

/** What the server would answer: the first refusal in the order of the rules, or null if the text may go. */
export const guard = (raw: string): GuardFind | null => {
  const plain = normalise(raw);
  const folded = foldDigits(plain.text);
  for (const rule of RULES) {
    for (const [start, end] of hits(rule, rule.folded ? folded : plain.text))
      return { kind: rule.kind, start: plain.from[start] ?? 0, end: plain.to[end - 1] ?? raw.length };
  }
  return null;
};
