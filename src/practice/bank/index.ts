import { a1 } from './a1.ts';
import { a2 } from './a2.ts';
import { a3 } from './a3.ts';
import { a4 } from './a4.ts';
import { a5 } from './a5.ts';
import { a6 } from './a6.ts';
import { a7 } from './a7.ts';
import type { Bank } from './passage.ts';

/** Everything the invented respondents can say, by question. */
export const BANK: Bank = { ...a1, ...a2, ...a3, ...a4, ...a5, ...a6, ...a7 };
