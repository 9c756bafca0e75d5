import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { generatePractice } from '../../src/practice/generate.ts';
import type { Json } from '../../src/study/json.ts';
import { parseInstrument } from '../../src/study/parse-instrument.ts';
import { ok } from '../../src/study/result.ts';
import { BATCH_LIMIT, type HandIn, type SentCommand } from '../../src/study/wire.ts';
import { createRemote } from '../../src/sync/supabase-remote.ts';
import { command, newReceiptHash } from '../contract/commands.ts';
import { foundStudy, newPerson, openWave, type Person } from '../contract/people.ts';
import type { Served } from '../setup/serve-built.ts';
import { median, printTable, ratio, shown } from './figures.ts';

/** Interviews a second from the outbox to Postgres, beside the same rows inserted one by one with supabase-js. */
const INSTRUMENT = new URL(
  '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json',
  import.meta.url,
);
const SIZES = [
  { interviews: 100, runs: 5 },
  { interviews: 1000, runs: 3 },
];
/** A request an answer is so slow that a few interviews tell. */
const ROWS_OF = 20;
const STRATA = ['north', 'south', 'east', 'west', 'middle'];
const K = 5;

const perSecond = async (interviews: number, work: () => Promise<void>): Promise<number> => {
  const from = performance.now();
  await work();
  return interviews / ((performance.now() - from) / 1000);
};

const remoteOf = async (server: Served, person: Person) => {
  const { data } = await person.client.auth.getSession();
  const token = data.session?.access_token;
  if (!token) throw new Error('the interviewer is signed in');
  const holder = { current: () => null, token: async () => ok(token), replace: async () => undefined };
  return createRemote({ url: server.origin, anonKey: server.anonKey }, holder);
};

type Body = Omit<HandIn, 'receipt_hash'>;

const sendBatches = async (
  remote: Awaited<ReturnType<typeof remoteOf>>,
  commands: readonly SentCommand[],
): Promise<void> => {
  for (let at = 0; at < commands.length; at += BATCH_LIMIT) {
    const answered = await remote.push('interviews', commands.slice(at, at + BATCH_LIMIT));
    if (!answered.ok) throw new Error(`not sent: ${answered.error.type}`);
    const refused = answered.value.find(({ result }) => result !== 'accepted');
    if (refused) throw new Error(`not accepted: ${JSON.stringify(refused)}`);
  }
};

const insert = async (person: Person, table: string, row: object): Promise<void> => {
  const { error } = await person.client.from(table).insert(row);
  if (error) throw new Error(`${table}: ${error.message}`);
};

export const benchSync = async (server: Served): Promise<void> => {
  const sql = new pg.Client(server.databaseUrl);
  await sql.connect();
  const place = { url: server.origin, anonKey: server.anonKey };
  const code = new URLSearchParams(server.link.split('?')[1]).get('code') ?? '';
  const { lead } = await foundStudy(place, code, 'Bench');
  const person = await newPerson(place, lead, 'interviewer');
  const definition: Json = JSON.parse(readFileSync(INSTRUMENT, 'utf8'));
  const instrument = parseInstrument(definition);
  if (!instrument.ok) throw new Error(`the shipped instrument is broken at ${instrument.error.path}`);
  const cases = Object.fromEntries(STRATA.map((stratum) => [stratum, 1]));
  const wave = await openWave(lead, { k: K, definition, cases });
  // As many completed cases as it takes: the calls are not what is measured.
  await sql.query(
    `insert into public.tally (wave, person, completed) values ($1, $2, 1000000)
       on conflict (wave, person) do update set completed = excluded.completed`,
    [wave.id, person.id],
  );
  await sql.query(`update public.person set interviewed = true where id = $1`, [person.id]);

  const remote = await remoteOf(server, person);
  const { interviews } = generatePractice({
    seed: 'bench',
    interviews: Math.max(...SIZES.map((size) => size.interviews)),
    instrument: instrument.value,
    strata: STRATA,
  });
  const bodies: readonly Body[] = interviews.map(({ stratum, answers, background }) => ({
    wave: wave.id,
    instrument: wave.instrument,
    stratum,
    answers: answers.filter(({ question }) => question !== instrument.value.closingNotes),
    background,
  }));
  const commands = (count: number): readonly SentCommand[] =>
    bodies
      .slice(0, count)
      .map((body) => command('interview.hand_in', { ...body, receipt_hash: newReceiptHash() }));

  await sendBatches(remote, commands(BATCH_LIMIT)); // warm
  const rows: string[][] = [];
  for (const size of SIZES) {
    const ours: number[] = [];
    const whole: number[] = [];
    const answers: number[] = [];
    for (let run = 0; run < size.runs; run++) {
      const outbox = commands(size.interviews);
      ours.push(await perSecond(size.interviews, () => sendBatches(remote, outbox)));
      whole.push(
        await perSecond(size.interviews, async () => {
          for (const body of bodies.slice(0, size.interviews))
            await insert(person, 'bench_interview', { id: randomUUID(), interview: body });
        }),
      );
      answers.push(
        await perSecond(ROWS_OF, async () => {
          for (const body of bodies.slice(0, ROWS_OF)) {
            const interview = randomUUID();
            for (const answer of body.answers)
              await insert(person, 'bench_answer', { interview, question: answer.question, answer });
          }
        }),
      );
    }
    rows.push([
      `${size.interviews} (${size.runs} runs)`,
      shown(median(ours)),
      shown(median(whole)),
      shown(median(answers)),
      ratio(median(ours), median(whole)),
      ratio(median(ours), median(answers)),
    ]);
  }
  printTable(
    'Interviews of 21 answers a second, from the outbox to Postgres (median)',
    [
      'interviews',
      'Lägesbild',
      'row by row, a row an interview',
      `a row an answer (${ROWS_OF} interviews)`,
      'Lägesbild to the first',
      'to the second',
    ],
    rows,
  );
  const { rows: arrived } = await sql.query<{ n: number }>(
    'select ((select count(*) from public.waiting) + (select count(*) from public.interview))::int as n',
  );
  console.log(`\n${arrived[0]?.n} interviews are there, released by cells of ${K} as they came.`);
  await sql.end();
};
