import type { FindKind } from '../types.ts';
import { fill, seeded } from './fillers.ts';
import { TEST_HARD, TEST_TEMPLATES } from './templates-test.ts';
import { TUNE_HARD, TUNE_TEMPLATES } from './templates-tune.ts';

export interface Sample {
  readonly id: string;
  readonly text: string;
  readonly context: { readonly municipality?: string };
  readonly gold: readonly { readonly start: number; readonly end: number; readonly kind: FindKind }[];
}

/** How often a template with a slot is filled. */
const TIMES = 9;
const MARKUP = /\{([a-z0-9:]+)\}|\[\[([a-z_]+)\|([^\]]+)\]\]/gu;
const OWN = / @([^@]+)$/u;

const sample = (id: string, template: string, half: 'tune' | 'test', random: () => number): Sample => {
  const own = OWN.exec(template)?.[1];
  const body = template.replace(OWN, '');
  const gold: { start: number; end: number; kind: FindKind }[] = [];
  let text = '';
  let at = 0;
  for (const match of body.matchAll(MARKUP)) {
    text += body.slice(at, match.index);
    at = match.index + match[0].length;
    const filled =
      match[1] === undefined
        ? { kind: match[2] as FindKind, text: match[3] ?? '' }
        : fill(match[1], half, random);
    text += ('before' in filled ? filled.before : undefined) ?? '';
    gold.push({ start: text.length, end: text.length + filled.text.length, kind: filled.kind });
    text += filled.text;
  }
  text += body.slice(at);
  // A slot may begin the sentence: what is written small in the middle gets its capital there.
  const cased =
    /^\p{Ll}/u.test(text) && body.startsWith('{') && !/^\{[a-z]+:low/u.test(body)
      ? text.charAt(0).toUpperCase() + text.slice(1)
      : text;
  return { id, text: cased, context: own === undefined ? {} : { municipality: own }, gold };
};

const half = (name: 'tune' | 'test', templates: string, hard: string, seed: number): readonly Sample[] => {
  const random = seeded(seed);
  const samples: Sample[] = [];
  const rows = (text: string): readonly string[] => text.trim().split('\n');
  rows(templates).forEach((template, i) => {
    const times = template.includes('{') ? TIMES : 1;
    for (let n = 0; n < times; n += 1)
      samples.push(sample(`${name}-t${i + 1}-${n + 1}`, template, name, random));
  });
  rows(hard).forEach((template, i) => {
    samples.push(sample(`${name}-h${i + 1}`, template, name, random));
  });
  return samples;
};

/** The corpus, the same every time. */
export const generateCorpus = (): { readonly tune: readonly Sample[]; readonly test: readonly Sample[] } => ({
  tune: half('tune', TUNE_TEMPLATES, TUNE_HARD, 20250101),
  test: half('test', TEST_TEMPLATES, TEST_HARD, 20250202),
});

export const toJsonLines = (samples: readonly Sample[]): string =>
  `${samples.map((sample) => JSON.stringify(sample)).join('\n')}\n`;
