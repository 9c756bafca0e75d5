import type { QuestionCoding } from '../../src/engine/types.ts';
import type { NewSegment } from '../../src/study/commands/segment-change.ts';
import type { AnswerRow, CodeFields, SegmentRow } from '../../src/study/rows.ts';
import type { Source } from '../../src/study/source.ts';
import { assign, expectOk, type Home, interview, inviteAndJoin, openWave, type Person } from './people.ts';

/** People who code, over the engine. */
export const fieldsOf = (name: string): CodeFields => ({
  name_sv: name,
  name_en: '',
  definition_sv: '',
  definition_en: '',
  use: '',
  not_use: '',
  example: '',
  colour: '#1f6f8b',
  memo: '',
  questions: [],
  opposites: [],
});

/** Keeps a source watched, as an open screen does, and waits until it has read its pages. */
export const watch = async <T extends { readonly rows: unknown }>(source: Source<T>): Promise<() => T> => {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (source.get().rows !== null) resolve();
    };
    source.subscribe(look);
    look();
  });
  return source.get;
};

export const openDesk = (person: Person, question = 'A1.1'): Promise<() => QuestionCoding> =>
  watch(person.engine.coding(question));

export const segmentOn = (answer: AnswerRow, code: string, start = 0, end = 4): NewSegment => ({
  id: `${crypto.randomUUID()}/${answer.question}`,
  interview: answer.interview,
  start,
  end,
  revision: answer.revision,
  code,
  codebook: 0,
});

/** A wave of which `n` interviews are released, and everybody has pulled them. */
export const releaseInterviews = async (home: Home, lead: Person, readers: readonly Person[], n: number) => {
  const ina = await inviteAndJoin(home, lead, 'interviewer');
  const { wave, cases } = await openWave(lead, { k: 3, strata: ['norr'], cases: n });
  await assign(lead, cases, ina);
  for (const [at, one] of cases.entries()) await interview(ina, one, wave, `Svar nummer ${at} om krav.`);
  await ina.engine.sync();
  ina.device.advance(3 * 3_600_000);
  await ina.engine.sync();
  expectOk(await lead.engine.act('close_wave', { wave: wave.id }));
  for (const reader of readers) await reader.engine.sync();
  await ina.engine.close();
  return wave;
};

export const allSegments = async (person: Person): Promise<readonly SegmentRow[]> => {
  const rows: SegmentRow[] = [];
  await person.engine.scan('segment', (row) => rows.push(row));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
};
