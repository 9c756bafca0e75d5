import { randomUUID } from 'node:crypto';
import type { NewSegment } from '../../src/study/commands/segment-change.ts';
import type { AnswerRow, CodeFields, Feed, Rows, Table } from '../../src/study/rows.ts';
import type { Acts, CommandAnswer, SentCommand } from '../../src/study/wire.ts';
import { answered, command, complete, handIn, only, sendHandIn } from './commands.ts';
import { newPerson, type Person, value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** A study in which three interviews are released and two people code, for every suite about coding. */
export interface CodingScene extends Scene {
  readonly other: Person;
  readonly codes: readonly string[];
  readonly answers: readonly AnswerRow[];
}

export const NOTES = 'Vi ställer krav i varje upphandling, men följer sällan upp dem.';

export const fieldsOf = (name: string, more: Partial<CodeFields> = {}): CodeFields => ({
  name_sv: name,
  name_en: name,
  definition_sv: `När det handlar om ${name}.`,
  definition_en: '',
  use: '',
  not_use: '',
  example: '',
  colour: '#1f6f8b',
  memo: '',
  questions: ['A1.1'],
  opposites: [],
  ...more,
});

export const newCodeCommand = (
  name: string,
  more: { readonly code?: string; readonly parent?: string | null; readonly key?: string | null } = {},
): SentCommand =>
  command('code.create', {
    code: more.code ?? randomUUID(),
    key: more.key ?? null,
    parent: more.parent ?? null,
    order: 1,
    fields: fieldsOf(name),
  });

export const openCodingScene = async (): Promise<CodingScene> => {
  const scene = await openScene({ k: 3, cases: { north: 12 } });
  const { home, lead, interviewer, coder, wave } = scene;
  await complete(lead, interviewer, wave.cases.slice(0, 6));
  await interviewer.push(
    'interviews',
    wave.cases
      .slice(0, 6)
      .map(() => sendHandIn(handIn(wave, { answers: { 'A1.1': answered(NOTES), 'A1.2': answered(NOTES) } }))),
  );
  const other = await newPerson(home, lead, 'coder', 'Other coder');
  const codes = [randomUUID(), randomUUID(), randomUUID()];
  const import_ = codes.map((id, at) => ({
    id,
    key: `tema.kod_${at}`,
    parent: null,
    order: at,
    fields: fieldsOf(`kod ${at}`),
  }));
  value(await lead.act('import_codebook', { label: 'Början', note: '', codes: import_ }));
  const { rows } = await coder.pull('interviews');
  const answers = rows
    .filter(({ table }) => table === 'answer')
    .map(({ row }) => row as unknown as AnswerRow);
  return { ...scene, other, codes, answers: answers.sort((a, b) => (a.id < b.id ? -1 : 1)) };
};

/** A round over a wave's first question, open to nobody unless told. */
export const roundOf = (
  wave: string,
  more: Partial<Acts['create_round']['args']> = {},
): Acts['create_round']['args'] => ({
  round: randomUUID(),
  wave,
  label: 'Runda',
  unit: 'answer',
  questions: ['A1.1'],
  judgements: [],
  interviews: null,
  share: 1,
  seed: 'frö',
  coders: [],
  blind: true,
  calibration: false,
  ...more,
});

export const segmentOn = (answer: AnswerRow, code: string, more: Partial<NewSegment> = {}): NewSegment => ({
  id: `${randomUUID()}/${answer.question}`,
  interview: answer.interview,
  start: 3,
  end: 15,
  revision: answer.revision,
  code,
  codebook: 1,
  ...more,
});

export const change = (add: readonly NewSegment[], remove: readonly string[] = []): SentCommand =>
  command('segment.change', { add, remove });

export const send = async (person: Person, sent: SentCommand): Promise<CommandAnswer> =>
  only(await person.push('coding', [sent]));

/** Everything of a table that a person can see, from nothing, by id; a tombstone counts in its own feed, as on a device. */
export const seen = async <T extends Table>(
  person: Person,
  table: T,
): Promise<ReadonlyMap<string, Rows[T]>> => {
  const feeds = await Promise.all((['coding', 'own'] as const).map((feed) => rowsIn(person, feed, table)));
  return new Map(feeds.flatMap((rows) => [...rows]));
};

const rowsIn = async <T extends Table>(
  person: Person,
  feed: Feed,
  table: T,
): Promise<ReadonlyMap<string, Rows[T]>> => {
  const found = new Map<string, Rows[T]>();
  let cursor = '';
  for (let more = true; more; ) {
    const page = await person.pull(feed, cursor);
    ({ cursor, more } = page);
    for (const { table: of, id, row } of page.rows) {
      if (of !== table) continue;
      if (row === null) found.delete(id);
      else found.set(id, row as unknown as Rows[T]);
    }
  }
  return found;
};
