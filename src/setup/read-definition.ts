import type { Instrument } from '../study/instrument.ts';
import { canonicalJson, type Json, sha256Hex } from '../study/json.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import { err, ok, type Result } from '../study/result.ts';

export interface Definition {
  readonly instrument: Instrument;
  /** Canonical JSON text, as it is published. */
  readonly text: string;
  readonly hash: string;
}

export type DefinitionProblem =
  | { readonly type: 'not_json' }
  | { readonly type: 'broken_instrument'; readonly path: string; readonly reason: string };

/** A file becomes what can be published, or says where it is broken and why; a broken one never reaches the server. */
export const readDefinition = async (file: string): Promise<Result<Definition, DefinitionProblem>> => {
  let definition: Json;
  try {
    definition = JSON.parse(file);
  } catch {
    return err({ type: 'not_json' });
  }
  const parsed = parseInstrument(definition);
  if (!parsed.ok) return parsed;
  const text = canonicalJson(definition);
  return ok({ instrument: parsed.value, text, hash: await sha256Hex(text) });
};
