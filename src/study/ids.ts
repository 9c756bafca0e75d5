/** Ids are random UUIDs (version 4): they carry no order, no time and no author. */
export type Id = string;

/** The makers of the world's chance and time, handed in so that tests choose them. */
export interface IdDep {
  readonly newId: () => Id;
}
export interface RandomDep {
  /** Uniform in [0, 1). */
  readonly random: () => number;
}
export interface ClockDep {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isId = (value: unknown): value is Id => typeof value === 'string' && UUID.test(value);
