import { isObject } from '../definition-reader.ts';
import type { Json } from '../json.ts';
import { err, ok, type Result } from '../result.ts';

export type ImportProblem =
  | { readonly type: 'not_json' }
  /** JSON, and not a questionnaire of this kind: it lacks `pages` or `sections`. */
  | { readonly type: 'not_an_instrument' };

/**
 * A file as a definition to edit. Faults inside it are no reason to refuse: the editor lists them, and they are mended
 * there. What is no questionnaire at all is refused, and the draft stays as it is.
 */
export const readInstrumentFile = (text: string): Result<Json, ImportProblem> => {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    if (cause instanceof SyntaxError) return err({ type: 'not_json' });
    throw cause;
  }
  if (!isObject(value)) return err({ type: 'not_an_instrument' });
  const { pages, sections } = value;
  const isList = (list: Json | undefined): boolean => Array.isArray(list) && list.every(isObject);
  return isList(pages) && isList(sections) ? ok(value) : err({ type: 'not_an_instrument' });
};

/** As the files in questionnaires/ are written. */
export const writeInstrumentFile = (definition: Json): string => `${JSON.stringify(definition, null, 2)}\n`;
