import { openModel } from '../../../src/engine/model.ts';
import { AccountDb } from '../../../src/store/schema.ts';
import { createStore } from '../../../src/store/store.ts';
import type { NewSegment } from '../../../src/study/commands/segment-change.ts';
import { canonicalJson } from '../../../src/study/json.ts';
import type { PulledRow } from '../../../src/study/wire.ts';
import { type Entry, openJournal } from '../../../src/sync/journal.ts';
import { createVault } from '../../../src/vault/vault.ts';

/** What the desk asks of a device that holds 10 000 interviews: the engine's own store, journal and model, no screen. */
export interface DeskTimes {
  /** From the key to a question with all that is coded on it. */
  readonly opened: number;
  readonly segments: number;
  /** A code applied: until every source has told its watchers, and until it is stored for good. */
  readonly folded: readonly number[];
  readonly stored: readonly number[];
  /** The same with 5 000 commands waiting. */
  readonly foldedBehind: readonly number[];
  readonly storedBehind: readonly number[];
  /** Every segment of every question in passing. */
  readonly scanned: number;
  readonly heapMb: number;
}

const ACCOUNT = 'bench';
const INTERVIEWS = 10_000;
const QUESTIONS = Array.from({ length: 21 }, (_, at) => `A${Math.floor(at / 3) + 1}.${(at % 3) + 1}`);
const ROWS_A_PAGE = { answer: 130, segment: 240, interview: 250 } as const;
const NOTES =
  'Vi ställer krav på säkerhet i varje upphandling, men det är sällan någon som följer upp dem sedan. ';
const CODERS = ['c1', 'c2'].map((name) => `${name}000000-0000-4000-8000-000000000000`);
const CODES = Array.from(
  { length: 80 },
  (_, at) => `${String(at).padStart(8, '0')}-0000-4000-8000-000000000000`,
);
const idAt = (n: number): string => `${n.toString(16).padStart(8, '0')}-1111-4111-8111-111111111111`;

const kdf = { argon2id: async () => new Uint8Array(32).fill(7) };
const openStore = async () => {
  const db = new AccountDb(ACCOUNT);
  // The same key each time: what Argon2id costs is measured elsewhere.
  const { key } = await createVault(kdf, ACCOUNT, 'x');
  return { db, key };
};

const interviewRow = (n: number): PulledRow => {
  const background = { role: 'it', language: 'sv', mode: 'telephone', completeness: 'complete' };
  const row = { id: idAt(n), wave: 'w', stratum: 'norr', instrument: 'h', month: '2026-11', ...background };
  return { table: 'interview', id: row.id, row };
};
const answerRow = (n: number, question: string): PulledRow => {
  const id = `${idAt(n)}/${question}`;
  const said = {
    state: 'answered',
    pre: { a: ['b'] },
    notes: NOTES.repeat(1 + (n % 4)),
    probes: [],
    quotes: [],
  };
  return { table: 'answer', id, row: { id, interview: idAt(n), wave: 'w', question, ...said, revision: 1 } };
};
const segmentRow = (n: number, question: string): PulledRow => {
  const id = `${n.toString(16).padStart(8, '0')}-2222-4222-8222-222222222222/${question}`;
  const place = { start: n % 40, end: 45 + (n % 40), revision: 1, codebook: 1 };
  const coded = { code: CODES[n % CODES.length] ?? '', coder: CODERS[n % 2] ?? '' };
  return { table: 'segment', id, row: { id, interview: idAt(n % INTERVIEWS), ...place, ...coded } };
};

/** Fills the replica as pulls would have left it; said apart, since a first sync is measured as one. */
const fill = async (segmentsAQuestion: number): Promise<void> => {
  await new AccountDb(ACCOUNT).delete();
  const { db, key } = await openStore();
  const store = createStore(db, key);
  let pages = 0;
  const write = async (prefix: string, size: number, count: number, make: (n: number) => PulledRow) => {
    for (let from = 0; from < count; from += size * 20) {
      const writes = [];
      for (let at = from; at < Math.min(count, from + size * 20); at += size) {
        const rows = Array.from({ length: Math.min(size, count - at) }, (_, n) => make(at + n));
        pages += 1;
        writes.push({ table: 'pages' as const, id: `${prefix}${pages}`, value: rows, expect: 0, fence: 0 });
      }
      await store.commit(writes);
    }
  };
  await write('interviews/interview/', ROWS_A_PAGE.interview, INTERVIEWS, interviewRow);
  for (const question of QUESTIONS) {
    await write(`interviews/answer/${question}/`, ROWS_A_PAGE.answer, INTERVIEWS, (n) =>
      answerRow(n, question),
    );
    await write(`coding/segment/${question}/`, ROWS_A_PAGE.segment, segmentsAQuestion, (n) =>
      segmentRow(n, question),
    );
  }
  const codes = CODES.map((id): PulledRow => {
    const fields = { name_sv: id, name_en: '', questions: [], opposites: [] };
    return {
      table: 'code',
      id,
      row: { id, key: null, parent: null, order: 1, status: 'active', fields, rev: {} },
    };
  });
  await store.commit([{ table: 'pages', id: 'coding/code/1', value: codes, expect: 0 }]);
  // The key that sealed it all, for the page that opens it.
  const raw = await crypto.subtle.exportKey('raw', key);
  sessionStorage.setItem('key', [...new Uint8Array(raw)].join());
  db.close();
};

const entryOf = (seq: number, n: number): Entry => {
  const segment: NewSegment = {
    id: `${crypto.randomUUID()}/A4.1`,
    interview: idAt(n % INTERVIEWS),
    ...{ start: 3, end: 20, revision: 1, code: CODES[n % 80] ?? '', codebook: 1 },
  };
  const payload = canonicalJson({ add: [segment], remove: [] });
  const head = { id: crypto.randomUUID(), seq, stream: 'coding', kind: 'segment.change' } as const;
  return { ...head, payload, hash: 'h'.repeat(64), state: 'queued' };
};

const run = async (): Promise<DeskTimes> => {
  const raw = new Uint8Array((sessionStorage.getItem('key') ?? '').split(',').map(Number));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt', 'decrypt']);
  const began = performance.now();
  const store = createStore(new AccountDb(ACCOUNT), key);
  const journal = await openJournal(store, () => undefined);
  const model = await openModel(store, journal, () => ({ id: CODERS[0] ?? '', role: 'coder' }));
  const source = model.coding('A4.1');
  await new Promise<void>((resolve) => {
    source.subscribe(() => {
      if (source.get().rows) resolve();
    });
  });
  const shown = source.get();
  for (const { answer } of shown.rows ?? []) shown.segmentsOn(answer.id);
  const opened = performance.now() - began;
  const segments = [...shown.segments()].length;

  let notified = 0;
  source.subscribe(() => {
    source.get().segmentsOn(`${idAt(1)}/A4.1`);
    notified = performance.now();
  });
  /** From the sealed record's hand-over to the store; sealing is the store's, and in it. */
  const apply = async (n: number): Promise<readonly [number, number]> => {
    const entry = entryOf(journal.nextSeq(), n);
    const start = performance.now();
    const before = { at: 0 };
    const stop = journal.entries.subscribe(() => {
      before.at ||= performance.now();
    });
    await journal.commit({ put: [entry] });
    stop();
    return [notified - start, performance.now() - start];
  };
  const times = async (count: number) => {
    const made: (readonly [number, number])[] = [];
    for (let n = 0; n < count; n++) made.push(await apply(n));
    return made.slice(5);
  };
  const few = await times(35);
  const waiting = Array.from({ length: 5_000 }, (_, n) => entryOf(100 + n, n));
  await journal.commit({ put: waiting });
  const many = await times(35);

  const scanBegan = performance.now();
  let scannedRows = 0;
  await model.scan('segment', () => {
    scannedRows += 1;
  });
  const scanned = performance.now() - scanBegan;
  const { usedJSHeapSize } = (performance as unknown as { memory: { usedJSHeapSize: number } }).memory;
  if (scannedRows < segments) throw new Error('the scan passed fewer segments than one question has');
  await journal.commit({ remove: journal.entries.get().map(({ id }) => id) });
  return {
    opened,
    segments,
    folded: few.map(([folded]) => folded),
    stored: few.map(([, stored]) => stored),
    foldedBehind: many.map(([folded]) => folded),
    storedBehind: many.map(([, stored]) => stored),
    scanned,
    heapMb: usedJSHeapSize / 1e6,
  };
};

declare global {
  interface Window {
    desk: { readonly fill: typeof fill; readonly run: typeof run };
  }
}
window.desk = { fill, run };
