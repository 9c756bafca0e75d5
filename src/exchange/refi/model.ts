/**
 * What a REFI-QDA 1.5 project or codebook holds, as plain values: the stop between other programs' files and our rows.
 * GUIDs are lower case and without braces. Instants are xsd:dateTime texts as they stood, null where unknown.
 */
export type Guid = string;

export interface RefiUser {
  readonly guid: Guid;
  readonly name: string;
  /** Short id in the program it came from; '' for none. */
  readonly id: string;
}

export interface RefiCode {
  readonly guid: Guid;
  readonly name: string;
  /** False for a theme that only holds others. */
  readonly codable: boolean;
  /** `#rrggbb`, lower case. */
  readonly colour: string | null;
  readonly description: string;
  readonly notes: readonly Guid[];
  readonly children: readonly RefiCode[];
}

/** Who made or changed something, and when. */
export interface Stamp {
  readonly by: Guid | null;
  readonly at: string | null;
}
export const NO_STAMP: Stamp = { by: null, at: null };

/** One coder's code on a passage: two coders of one passage are two codings. */
export interface RefiCoding {
  readonly guid: Guid;
  readonly code: Guid;
  readonly made: Stamp;
  readonly notes: readonly Guid[];
}

/** A passage: Unicode code points of the source's text, from 0, end exclusive. */
export interface RefiSelection {
  readonly guid: Guid;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly description: string;
  readonly made: Stamp;
  readonly changed: Stamp;
  readonly codings: readonly RefiCoding[];
  readonly notes: readonly Guid[];
}

export const VARIABLE_TYPES = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

export interface RefiVariable {
  readonly guid: Guid;
  readonly name: string;
  readonly type: VariableType;
  readonly description: string;
}
/** `value` as XML Schema writes a value of its type; null where it has none. */
export interface RefiValue {
  readonly variable: Guid;
  readonly type: VariableType;
  readonly value: string | null;
}

/** A text that can be coded. A note is typed the same in the standard. */
export interface RefiSource {
  readonly guid: Guid;
  readonly name: string;
  /** Lines end with LF, no byte order mark; null where the file does not hold the text. */
  readonly text: string | null;
  readonly description: string;
  readonly made: Stamp;
  readonly changed: Stamp;
  readonly selections: readonly RefiSelection[];
  /** Of the whole text. */
  readonly codings: readonly RefiCoding[];
  readonly notes: readonly Guid[];
  readonly values: readonly RefiValue[];
}

export interface RefiCase {
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly Guid[];
  readonly values: readonly RefiValue[];
  readonly sources: readonly Guid[];
  readonly selections: readonly Guid[];
}

export interface RefiSet {
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly Guid[];
  readonly sources: readonly Guid[];
  readonly notes: readonly Guid[];
}

export interface RefiProject {
  readonly name: string;
  /** The program that wrote it; '' where it does not say. */
  readonly origin: string;
  readonly description: string;
  readonly made: Stamp;
  readonly changed: Stamp;
  readonly users: readonly RefiUser[];
  readonly codes: readonly RefiCode[];
  readonly variables: readonly RefiVariable[];
  readonly cases: readonly RefiCase[];
  readonly sources: readonly RefiSource[];
  readonly memos: readonly RefiSource[];
  readonly sets: readonly RefiSet[];
  /** Of the project as a whole. */
  readonly notes: readonly Guid[];
}

export const EMPTY_PROJECT: RefiProject = {
  name: '',
  origin: '',
  description: '',
  made: NO_STAMP,
  changed: NO_STAMP,
  users: [],
  codes: [],
  variables: [],
  cases: [],
  sources: [],
  memos: [],
  sets: [],
  notes: [],
};

/** Every code, parents before children; the depth counts from 1. */
export function* codesOf(codes: readonly RefiCode[], depth = 1): Generator<readonly [RefiCode, number]> {
  for (const code of codes) {
    yield [code, depth];
    yield* codesOf(code.children, depth + 1);
  }
}
