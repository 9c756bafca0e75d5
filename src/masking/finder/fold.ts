/** Spellings made alike: lower case, hyphens as spaces, foreign accents off. */
const ACCENTS: Readonly<Record<string, string>> = {
  ø: 'ö',
  æ: 'ä',
  ô: 'o',
  é: 'e',
  è: 'e',
  ê: 'e',
  ü: 'y',
  á: 'a',
  à: 'a',
  ó: 'o',
  ò: 'o',
  õ: 'ö',
};
const ACCENT = /[øæôéèêüáàóòõ]/gu;
export const foldWord = (low: string): string => low.replace(ACCENT, (c) => ACCENTS[c] ?? c);
export const foldPhrase = (text: string): string => foldWord(text.toLowerCase()).replace(/-/gu, ' ');
/** Without the dots and rings of Swedish letters, as on a foreign keyboard. */
export const bare = (text: string): string => text.replace(/[åä]/gu, 'a').replace(/ö/gu, 'o');
