import { canonicalJson } from './json.ts';

/** What counts as a complete and as a partial interview: areas answered, at least. Fixed before the first call. */
export interface CompletenessRule {
  readonly complete: number;
  readonly partial: number;
}

/** All areas but one, and more than half: 6 and 4 of seven. */
export const defaultCompleteness = (areas: number): CompletenessRule => ({
  complete: Math.max(1, areas - 1),
  partial: Math.min(Math.max(1, areas - 1), Math.floor(areas / 2) + 1),
});

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100;

/**
 * The wave's rule for an instrument of so many areas. Text that is empty or not understood is the default; a rule that
 * asks for more areas than there are means all of them, and partial never asks for more than complete.
 */
export const completenessRule = (text: string | undefined, areas: number): CompletenessRule => {
  const base = defaultCompleteness(areas);
  let given: Partial<Readonly<Record<keyof CompletenessRule, unknown>>> = {};
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value === 'object' && value !== null) given = value;
  } catch {
    return base; // '' is the default
  }
  const most = Math.max(1, areas);
  const complete = Math.min(most, isCount(given.complete) ? given.complete : base.complete);
  return { complete, partial: Math.min(complete, isCount(given.partial) ? given.partial : base.partial) };
};

/** '' where the rule is the default's, so that a wave that never chose follows its instrument. */
export const writeCompleteness = (rule: CompletenessRule, areas: number): string =>
  canonicalJson(rule) === canonicalJson(defaultCompleteness(areas)) ? '' : canonicalJson({ ...rule });
