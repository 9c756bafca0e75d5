import type { Chance } from '../study/seeded.ts';

/** How one invented interviewer takes notes; the same in a whole interview, so that each reads as somebody's. */
export const VOICES = ['plain', 'lines', 'terse', 'third', 'brief'] as const;
export type Voice = (typeof VOICES)[number];

/** One of the alternatives of each `{a|b}`. */
export const expand = (text: string, chance: Chance): string =>
  text.replace(/\{([^{}]*)\}/g, (_, alternatives: string) => chance.pick(alternatives.split('|')));

type Table = readonly (readonly [RegExp, string])[];

/** A word ends where no letter follows (JavaScript's \b knows no å, ä, ö). */
const wordTable = (words: Readonly<Record<string, string>>): Table =>
  Object.entries(words).map(([word, other]) => [new RegExp(`(?<!\\p{L})(?:${word})(?!\\p{L})`, 'gu'), other]);

const ABBREVIATIONS = wordTable({
  leverantörerna: 'lev.',
  'leverantören|leverantörer': 'lev.',
  'upphandling|upphandlingar': 'upph.',
  'framför allt': 'ffa',
  ungefär: 'ca',
  och: 'o',
  med: 'm',
});

/** From "we" to "they": the interviewer retells. */
const RETOLD = wordTable({ Vi: 'De', vi: 'de', oss: 'dem', 'vår[at]?': 'deras', 'Vår[at]?': 'Deras' });

const replaceWords = (text: string, table: Table): string =>
  table.reduce((so, [word, other]) => so.replace(word, other), text);

/** The passage as this interviewer types it. Never changes a word in a way that could make a name. */
export const typed = (text: string, voice: Voice, chance: Chance): string => {
  const expanded = expand(text, chance);
  switch (voice) {
    case 'plain':
    case 'lines':
      return expanded;
    case 'third':
      return replaceWords(expanded, RETOLD);
    case 'terse': {
      const short = replaceWords(expanded, ABBREVIATIONS).replace(/\.$/, '');
      // Names of standards keep their capitals; a word whose second letter is small does not.
      return /^\p{Lu}\p{Ll}/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
    }
    case 'brief': {
      const end = expanded.search(/[.?!] /);
      return end > 20 && chance.happens(0.6) ? expanded.slice(0, end + 1) : expanded;
    }
  }
};

export const separatorOf = (voice: Voice): string =>
  voice === 'lines' ? '\n' : voice === 'terse' ? '; ' : ' ';
export const leadOf = (voice: Voice): string => (voice === 'lines' ? '– ' : '');
