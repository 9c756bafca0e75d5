import type { ParseArgsConfig } from 'node:util';
import type { Result } from '../study/result.ts';

/** What went wrong, for standard error: the line of the input (from 1) where it is known. */
export interface ToolFailure {
  readonly type: 'tool_failure';
  readonly line?: number;
  readonly message: string;
}
export const failure = (message: string, line?: number): ToolFailure =>
  line === undefined ? { type: 'tool_failure', message } : { type: 'tool_failure', line, message };

export interface ToolInput {
  /** Option values by their long name, as texts; a switch that is on holds ''. */
  readonly options: Readonly<Record<string, string>>;
  /** Words before the file: `instrument diff a.json b.json` has `['diff', 'a.json']`. */
  readonly before: readonly string[];
  /** The whole of the file named, or of standard input. */
  readonly text: () => Promise<string>;
  /** The same as it lies there, for files that are no text. */
  readonly bytes: () => Promise<Uint8Array>;
  /** The same line by line, without its end, numbered from 1. */
  readonly lines: () => AsyncIterable<readonly [line: number, text: string]>;
}

/** A tool gives lines out; a failed one does not stop those after it, but the command then ends with 1. */
export interface Tool {
  readonly summary: string;
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Most words before the file; none where absent. */
  readonly words?: number;
  readonly run: (input: ToolInput) => AsyncIterable<Result<string, ToolFailure>>;
}
