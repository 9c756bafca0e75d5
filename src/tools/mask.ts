import { type MaskInput, maskOne } from '../masking/index.ts';
import { err, ok, type Result } from '../study/result.ts';
import { failure, type Tool, type ToolFailure } from './tool.ts';

/** Masks texts as the program does where nobody can be asked. */
export const mask: Tool = {
  summary: 'mask texts: what identifies becomes typed, numbered placeholders',
  help: `Reads JSON lines: {"id": "1", "text": "…", "context": {"municipality": "Vara"}}; context is optional, the municipality
by its short name. Writes one line for each: {"id", "masked", "finds": [{"start", "end", "kind", "text"}]}.
Offsets count UTF-16 units in the text as given, the end exclusive. Uncertain finds are settled by context.`,
  options: {},
  async *run(input) {
    for await (const [line, text] of input.lines()) {
      if (text.trim() === '') continue;
      const record = readRecord(text, line);
      yield record.ok ? ok(JSON.stringify(maskOne(record.value))) : record;
    }
  },
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readRecord = (line: string, number: number): Result<MaskInput, ToolFailure> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return err(failure('is not JSON', number));
  }
  if (!isRecord(value)) return err(failure('is not a JSON object', number));
  const { id, text, context } = value;
  if (typeof id !== 'string') return err(failure('"id" must be a text', number));
  if (typeof text !== 'string') return err(failure('"text" must be a text', number));
  if (context === undefined || context === null) return ok({ id, text });
  if (!isRecord(context)) return err(failure('"context" must be an object', number));
  const { municipality } = context;
  if (municipality === undefined || municipality === null) return ok({ id, text });
  if (typeof municipality !== 'string') return err(failure('"context.municipality" must be a text', number));
  return ok({ id, text, context: { municipality } });
};
