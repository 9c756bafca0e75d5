import { isObject } from '../definition-reader.ts';
import { NOTES_TYPE } from '../instrument-properties.ts';
import type { Json } from '../json.ts';
import { listAt, textAt } from './json-path.ts';

/**
 * Names under which answers are kept: areas, questions, lists, probes, and `list=value` of pre-codes. What once bore
 * one keeps it for ever: a name is taken when it stands in any version of the study or stood in the draft.
 */
export const namesIn = (definition: Json): readonly string[] => {
  const names: string[] = [];
  const take = (name: string): void => {
    if (name !== '') names.push(name);
  };
  for (const section of listAt(definition, ['sections'])) take(textAt(section, ['id']));
  for (const page of listAt(definition, ['pages'])) {
    take(textAt(page, ['questionId']));
    for (const probe of listAt(page, ['probes'])) take(textAt(probe, ['id']));
    for (const element of listAt(page, ['elements'])) {
      if (!isObject(element) || element.type === NOTES_TYPE) continue;
      const list = textAt(element, ['name']);
      take(list);
      for (const choice of listAt(element, ['choices'])) take(`${list}=${textAt(choice, ['value'])}`);
    }
  }
  take(textAt(definition, ['closingNotes']));
  return names;
};

const HIGHEST = 99;
const firstFree = (name: (number: number) => string, taken: ReadonlySet<string>, from: number): string => {
  for (let number = from; number <= HIGHEST; number++) {
    const candidate = name(number);
    if (!taken.has(candidate)) return candidate;
  }
  throw new RangeError('no number up to 99 is free');
};

const numbersAfter = (prefix: string, taken: ReadonlySet<string>): number => {
  const numbers = [...taken]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((rest) => /^[0-9]{1,2}$/.test(rest))
    .map(Number);
  return Math.min(Math.max(0, ...numbers) + 1, HIGHEST);
};

/** The number after the highest ever used; gaps only when 99 is reached. */
export const freshSection = (taken: ReadonlySet<string>): string => {
  const after = numbersAfter('A', taken);
  return firstFree((number) => `A${number}`, taken, taken.has(`A${after}`) ? 1 : after);
};

export const freshQuestion = (section: string, taken: ReadonlySet<string>): string => {
  const prefix = `${section}.`;
  const after = numbersAfter(prefix, taken);
  return firstFree((number) => prefix + number, taken, taken.has(prefix + after) ? 1 : after);
};

const LONGEST = 32;
/** A name out of words: `Ramavtal, andra` is `ramavtal_andra`. Texts without a Latin letter give ''. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (run) => (/^\p{M}+$/u.test(run) ? '' : '_'))
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST)
    .replace(/_+$/, '');

/** A name that nothing has borne: `base`, else `base_2` and so on. */
export const freshName = (base: string, taken: ReadonlySet<string>, prefix = ''): string => {
  if (!taken.has(prefix + base)) return base;
  for (let number = 2; ; number++) {
    if (!taken.has(`${prefix}${base}_${number}`)) return `${base}_${number}`;
  }
};
