import { err, ok, type Result } from '../study/result.ts';
import { failure, type ToolFailure, type ToolInput } from './tool.ts';

/** Reads JSON lines, empty ones left out; what `answer` gives for each is written as JSON, its reason told otherwise. */
export async function* eachJsonLine(
  input: ToolInput,
  answer: (value: unknown) => Result<unknown, { readonly type: string; readonly reason: string }>,
): AsyncIterable<Result<string, ToolFailure>> {
  for await (const [line, text] of input.lines()) {
    if (text.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      yield err(failure('is not JSON', line));
      continue;
    }
    const answered = answer(value);
    yield answered.ok ? ok(JSON.stringify(answered.value)) : err(failure(answered.error.reason, line));
  }
}
