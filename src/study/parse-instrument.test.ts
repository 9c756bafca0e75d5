import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import published from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import schema from '../../questionnaires/schema/instrument.schema.json' with { type: 'json' };
import { isObject } from './definition-reader.ts';
import { INSTRUMENT_PROPERTIES } from './instrument-properties.ts';
import type { Json } from './json.ts';
import { instrumentProblems, parseInstrument } from './parse-instrument.ts';

/** The published definition with one place changed; `undefined` takes the member away. */
const broken = (pointer: string, value: Json | undefined): Json => {
  const change = (node: Json, steps: readonly string[]): Json => {
    const [step, ...rest] = steps;
    if (step === undefined) return value ?? null;
    if (Array.isArray(node)) {
      const list: readonly Json[] = node;
      if (rest.length === 0 && value === undefined) return list.filter((_, index) => String(index) !== step);
      if (Number(step) === list.length) return [...list, value ?? null];
      return list.map((member, index) => (String(index) === step ? change(member, rest) : member));
    }
    if (!isObject(node)) throw new Error(`nothing at ${pointer}`);
    if (rest.length === 0 && value === undefined) {
      return Object.fromEntries(Object.entries(node).filter(([key]) => key !== step));
    }
    return { ...node, [step]: change(node[step] ?? null, rest) };
  };
  return change(published, pointer.split('/').slice(1));
};

const cases: readonly (readonly [
  what: string,
  at: string,
  value: Json | undefined,
  path: string,
  reason: RegExp,
])[] = [
  ['another default language', '/locale', 'en', '/locale', /must be "sv"/],
  ['no id', '/instrumentId', undefined, '/instrumentId', /missing/],
  ['an id with spaces', '/instrumentId', 'min studie', '/instrumentId', /not an id/],
  ['no English title', '/title', { default: 'x' }, '/title/en', /missing/],
  ['a title in one language', '/title', 'x', '/title', /both languages/],
  ['no consent version', '/consentVersion', ' ', '/consentVersion', /not empty/],
  ['an empty opening', '/opening', [], '/opening', /must not be empty/],
  ['an opening that is no list', '/opening', {}, '/opening', /must be a list/],
  ['a part that is no object', '/opening/0', 'x', '/opening/0', /must be an object/],
  [
    'a field nobody fills',
    '/opening/0/text/sv',
    '{wave.client} {municipality}',
    '/opening/0/text/sv',
    /\{wave.client\}/,
  ],
  ['fields in one language only', '/closing/1/text/en', 'The code.', '/closing/1/text', /same fields/],
  ['the same card twice', '/objections/1/id', 'sales', '/objections/1/id', /used twice/],
  ['the same role twice', '/roles/1/value', 'it', '/roles/1/value', /used twice/],
  ['a role with a capital', '/roles/1/value', 'IT', '/roles/1/value', /not a name/],
  ['a letter twice', '/spellingAlphabet/1/character', 'A', '/spellingAlphabet/1/character', /used twice/],
  [
    'a letter that is none',
    '/spellingAlphabet/1/character',
    'Å',
    '/spellingAlphabet/1/character',
    /one letter/,
  ],
  ['a section id out of form', '/sections/0/id', 'first', '/sections/0/id', /section id/],
  [
    'a section without questions',
    '/sections/7',
    { id: 'A8', title: { sv: 'x', en: 'x' }, shortTitle: { sv: 'x', en: 'x' } },
    '/sections/7',
    /no question/,
  ],
  ['a section entered twice', '/pages/3/section', 'A1', '/pages/3/section', /does not belong/],
  ['a section that is not there', '/pages/20/section', 'A9', '/pages/20/section', /does not belong/],
  ['the same question twice', '/pages/1/questionId', 'A1.1', '/pages/1/name', /must be "a1_1"/],
  ['a question id out of form', '/pages/0/questionId', '1', '/pages/0/questionId', /question id/],
  ['a page under another name', '/pages/0/name', 'first', '/pages/0/name', /must be "a1_1"/],
  ['no word on claims', '/pages/0/claimBearing', undefined, '/pages/0/claimBearing', /missing/],
  ['claims in words', '/pages/0/claimBearing', 'yes', '/pages/0/claimBearing', /true or false/],
  ['half an instruction', '/pages/0/instruction', { sv: 'x' }, '/pages/0/instruction/en', /missing/],
  ['no probes member', '/pages/0/probes', undefined, '/pages/0/probes', /missing/],
  ['the same probe twice', '/pages/0/probes/1/id', 'a1_1_scope_probe', '/pages/0/probes/1/id', /used twice/],
  [
    'a probe of another question',
    '/pages/0/probes/1/id',
    'a2_1_who',
    '/pages/0/probes/1/id',
    /must begin with "a1_1_"/,
  ],
  [
    'a probe without definition',
    '/pages/0/probes/0/definition',
    undefined,
    '/pages/0/probes/0/definition',
    /missing/,
  ],
  [
    'a condition on nothing',
    '/pages/0/probes/0/offeredIf',
    'true',
    '/pages/0/probes/0/offeredIf',
    /names no list/,
  ],
  [
    'a condition on an unknown list',
    '/pages/0/probes/0/offeredIf',
    '{a9_9_x} = 1',
    '/pages/0/probes/0/offeredIf',
    /a9_9_x/,
  ],
  [
    'a condition on an unknown pre-code',
    '/pages/1/notApplicableIf',
    "{a1_1_scope} = 'all'",
    '/pages/1/notApplicableIf',
    /"all"/,
  ],
  ['no elements', '/pages/0/elements', [], '/pages/0/elements', /must not be empty/],
  ['no notes', '/pages/0/elements/2', undefined, '/pages/0/elements', /no element of type "notes"/],
  [
    'notes twice',
    '/pages/0/elements/3',
    { type: 'notes', name: 'a1_1_notes' },
    '/pages/0/elements/3',
    /second/,
  ],
  [
    'notes under another name',
    '/pages/0/elements/2/name',
    'a1_1_text',
    '/pages/0/elements/2/name',
    /must be "a1_1_notes"/,
  ],
  [
    'an unknown kind of element',
    '/pages/0/elements/0/type',
    'html',
    '/pages/0/elements/0/type',
    /must be "checkbox"/,
  ],
  [
    'a list of another question',
    '/pages/0/elements/0/name',
    'a2_1_method',
    '/pages/0/elements/0/name',
    /must begin/,
  ],
  ['the same list twice', '/pages/0/elements/1/name', 'a1_1_method', '/pages/0', /already the name/],
  [
    'the same pre-code twice',
    '/pages/0/elements/0/choices/1/value',
    'klassa',
    '/pages/0/elements/0/choices/1/value',
    /used twice/,
  ],
  [
    'a pre-code without English',
    '/pages/0/elements/0/choices/1/text/en',
    undefined,
    '/pages/0/elements/0/choices/1/text/en',
    /missing/,
  ],
  [
    'a pre-code without definition',
    '/pages/0/elements/0/choices/1/definition',
    undefined,
    '/pages/0/elements/0/choices/1/definition',
    /missing/,
  ],
  [
    'exclusive where one may be set',
    '/pages/0/elements/1/choices/0/exclusive',
    true,
    '/pages/0/elements/1/choices/0/exclusive',
    /many may be set/,
  ],
  ['notes after the closing', '/closingNotes', 'a1_1_notes', '/closingNotes', /already the name/],
];

describe('parseInstrument', () => {
  it.each(cases)('refuses %s with its place', (_what, at, value, path, reason) => {
    const problems = instrumentProblems(broken(at, value));
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.find((problem) => problem.path === path && reason.test(problem.reason))).toBeDefined();
    expect(parseInstrument(broken(at, value))).toEqual({ ok: false, error: problems[0] });
  });

  it('refuses what is no definition at all', () => {
    for (const value of [null, 1, 'x', [], {}]) expect(parseInstrument(value).ok).toBe(false);
  });

  it('never throws, whatever is put anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases.map(([, at]) => at)), fc.jsonValue(), (at, value) => {
        instrumentProblems(broken(at, value as Json));
      }),
      { numRuns: 200 },
    );
  });

  it('knows the same properties as the schema', () => {
    const required: Record<string, readonly string[]> = {
      survey: schema.required,
      page: schema.definitions.question.required,
      choiceitem: schema.definitions.choice.required,
    };
    const known: Record<string, object> = {
      survey: schema.properties,
      page: schema.definitions.question.properties,
      choiceitem: schema.definitions.choice.properties,
    };
    for (const property of INSTRUMENT_PROPERTIES) {
      expect(Object.keys(known[property.class] ?? {})).toContain(property.name);
      expect(required[property.class]?.includes(property.name)).toBe(property.required);
    }
  });
});
