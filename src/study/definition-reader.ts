import type { Bilingual, InstrumentProblem } from './instrument.ts';
import { type InstrumentFault, reasonOf } from './instrument-fault.ts';
import type { Json } from './json.ts';

export type JsonObject = { readonly [key: string]: Json };

/**
 * Reads untrusted JSON piece by piece and notes what is wrong with its JSON Pointer, instead of stopping:
 * a person who mends a questionnaire by hand wants all the faults at once. A faulty piece reads as an empty value,
 * so what was read may only be used when `problems` is empty.
 */
export class DefinitionReader {
  readonly problems: InstrumentProblem[] = [];

  /** Readers of other files say it in words of their own. */
  note(path: string, what: InstrumentFault | string): void {
    const fault: InstrumentFault = typeof what === 'string' ? { type: 'said', value: what } : what;
    this.problems.push({ type: 'broken_instrument', path, reason: reasonOf(fault), fault });
  }

  object(value: Json | undefined, path: string): JsonObject {
    if (isObject(value)) return value;
    this.note(path, { type: value === undefined ? 'missing' : 'not_object' });
    return {};
  }

  list(value: Json | undefined, path: string, atLeastOne = true): readonly Json[] {
    if (!Array.isArray(value)) {
      this.note(path, { type: value === undefined ? 'missing' : 'not_list' });
      return [];
    }
    if (atLeastOne && value.length === 0) this.note(path, { type: 'empty_list' });
    return value;
  }

  text(value: Json | undefined, path: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.note(path, { type: value === undefined ? 'missing' : 'no_text' });
    return '';
  }

  /** Names travel into columns, file names and expressions, so they are kept plain. */
  name(value: Json | undefined, path: string): string {
    const name = this.text(value, path);
    if (name !== '' && !/^[a-z][a-z0-9_]*$/.test(name)) {
      this.note(path, { type: 'not_name', value: name });
    }
    return name;
  }

  flag(value: Json | undefined, path: string): boolean {
    if (value === undefined) return false;
    if (typeof value !== 'boolean') this.note(path, { type: 'not_flag' });
    return value === true;
  }

  /** A text of ours: both languages under their own names. */
  both(value: Json | undefined, path: string): Bilingual {
    return this.languages(value, path, 'sv');
  }

  /** A text SurveyJS localises: Swedish is its default language. */
  localised(value: Json | undefined, path: string): Bilingual {
    return this.languages(value, path, 'default');
  }

  private languages(value: Json | undefined, path: string, swedish: string): Bilingual {
    if (!isObject(value)) {
      this.note(path, { type: value === undefined ? 'missing' : 'not_both' });
      return { sv: '', en: '' };
    }
    return {
      sv: this.text(value[swedish], `${path}/${swedish}`),
      en: this.text(value.en, `${path}/en`),
    };
  }

  /** Reads each member of a list as an object and refuses a key that has been seen in it. */
  each<T>(
    value: Json | undefined,
    path: string,
    read: (member: JsonObject, path: string) => T,
    key: (item: T) => string,
    keyName: string,
    atLeastOne = true,
  ): readonly T[] {
    const seen = new Set<string>();
    return this.list(value, path, atLeastOne).map((member, index) => {
      const at = `${path}/${index}`;
      const item = read(this.object(member, at), at);
      const name = key(item);
      if (name !== '' && seen.has(name)) this.note(`${at}/${keyName}`, { type: 'twice', value: name });
      seen.add(name);
      return item;
    });
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
