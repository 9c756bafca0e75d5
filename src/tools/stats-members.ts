import { type BadInput, badInput } from '../figures/shares/input.ts';
import { ok, type Result } from '../study/result.ts';

/** Reads one member of a request; the reason starts with its name. */
export type Read<Value> = (value: unknown, name: string) => Result<Value, BadInput>;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const number: Read<number> = (value, name) =>
  typeof value === 'number'
    ? ok(value)
    : badInput(`"${name}" ${value === undefined ? 'is missing' : 'must be a number'}`);

export const seed: Read<string | number> = (value, name) =>
  typeof value === 'string' || typeof value === 'number'
    ? ok(value)
    : badInput(`"${name}" must be a text or a number`);

export const probability: Read<number | null> = (value, name) =>
  value === null ? ok(null) : number(value, name);

export const list =
  <Item>(item: Read<Item>): Read<readonly Item[]> =>
  (value, name) => {
    if (!Array.isArray(value))
      return badInput(`"${name}" ${value === undefined ? 'is missing' : 'must be a list'}`);
    const items: Item[] = [];
    for (const [at, each] of value.entries()) {
      const read = item(each, `${name}[${at}]`);
      if (!read.ok) return read;
      items.push(read.value);
    }
    return ok(items);
  };

/** A member that may be left out; it then stays left out, so that the figure's own default holds. */
export const optional =
  <Value>(read: Read<Value>): Read<Value | undefined> =>
  (value, name) =>
    value === undefined || value === null ? ok(undefined) : read(value, name);

type Shape = Readonly<Record<string, Read<unknown>>>;
type Given<Of> = Of extends Read<infer Value> ? Value : never;
/** Members whose value may be undefined may be missing. */
type Members<Of extends Shape> = {
  readonly [Name in keyof Of as undefined extends Given<Of[Name]> ? never : Name]: Given<Of[Name]>;
} & {
  readonly [Name in keyof Of as undefined extends Given<Of[Name]> ? Name : never]?: Exclude<
    Given<Of[Name]>,
    undefined
  >;
};

/** An object with these members and no others: a misspelt one would silently leave its default in force. */
export const members =
  <Of extends Shape>(shape: Of): Read<Members<Of>> =>
  (value, name) => {
    const within = name === '' ? '' : `${name}.`;
    if (!isRecord(value)) return badInput(`${name === '' ? 'the line' : `"${name}"`} must be an object`);
    const strange = Object.keys(value).find((member) => !Object.hasOwn(shape, member));
    if (strange !== undefined) return badInput(`"${within}${strange}" is not known here`);
    const read: Record<string, unknown> = {};
    for (const [member, reader] of Object.entries(shape)) {
      const part = reader(value[member], `${within}${member}`);
      if (!part.ok) return part;
      if (part.value !== undefined) read[member] = part.value;
    }
    return ok(read as Members<Of>);
  };
