import { en } from './en.ts';
import { sv } from './sv.ts';

export type Language = 'sv' | 'en';
/** Texts are strings; texts with figures are functions of them. Values widen, so that English may say it in its own way. */
type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widen<T[K]> };
export type Words = Widen<typeof sv>;

export const words: Readonly<Record<Language, Words>> = { sv, en };
