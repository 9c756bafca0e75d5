import type { Store } from '../store/port.ts';
import type { Actor, View } from '../study/command.ts';
import { FEEDS_OF, isParted, PARTED, type Parted, type Rows, TABLES, type Table } from '../study/rows.ts';
import { type Cell, createCell, type Source } from '../study/source.ts';
import type { PulledRow } from '../study/wire.ts';
import type { Journal } from '../sync/journal.ts';
import { codingOf } from './coding.ts';
import { createPages } from './pages.ts';
import { openParted, type PartedTable, watchedSource } from './parts.ts';
import type { AnswerList, Engine, JudgementList, QuestionCoding } from './types.ts';
import { createFolder, emptyTables, type Folded, type Tables } from './view.ts';

/**
 * What is held in memory: the small tables whole, the large ones by question and only while a screen shows them.
 * Everything is read from sealed pages and folded anew when the replica or the journal changed.
 */
export interface Model extends Pick<Engine, 'answers' | 'coding' | 'judgements' | 'scan'> {
  readonly view: Source<View>;
  /** The replica changed: read again. */
  readonly reload: () => Promise<void>;
}

/** Opened together in a scan: the cores seal and unseal beside each other, and no more than these lie in memory. */
const PAGES_AT_ONCE = 32;
const SMALL = TABLES.filter((table) => !isParted(table));

export const openModel = async (store: Store, journal: Journal, actor: () => Actor): Promise<Model> => {
  const pages = createPages(store);
  const parted = Object.fromEntries(PARTED.map((table) => [table, openParted(pages, table)])) as {
    readonly [T in Parted]: PartedTable<T>;
  };
  const foldOver = createFolder(actor());
  let tables: Tables = { ...emptyTables(), ...parted, segmentsOn: parted.segment.segmentsOn };
  let folded: Folded = foldOver(tables, []);
  const view = createCell<View>(folded.view);
  /** Shows each watched list anew after a fold. */
  const shows = new Set<() => void>();

  const readSmall = async (): Promise<Partial<Tables>> => {
    const read = await Promise.all(
      SMALL.map(async (table) => {
        const rows = await pages.read(table);
        return [table, new Map<string, Rows[Table]>(rows.map((row) => [row.id, row]))] as const;
      }),
    );
    return Object.fromEntries(read) as Partial<Tables>;
  };

  const fold = (): void => {
    folded = foldOver(tables, journal.entries.get());
    view.set(folded.view);
    for (const show of shows) show();
  };
  /** Parts were read: what was folded over the tables before is void. */
  const refold = (): void => {
    tables = { ...tables };
    fold();
  };

  const answersOf = (question: string): AnswerList => {
    const rows = parted.answer.rowsOf(question);
    if (!rows) return { question, rows: null };
    const shown = [...rows.keys()].sort().flatMap((id) => {
      const answer = folded.view.get('answer', id);
      const interview = answer && folded.view.get('interview', answer.interview);
      return answer && interview ? [{ answer, interview }] : [];
    });
    return { question, rows: shown };
  };

  /** One source a name, made at the first asking. */
  const sources = <V>(
    needs: readonly Parted[],
    blankOf: (name: string) => V,
    contentOf: (name: string) => V,
  ): ((name: string) => Source<V>) => {
    const made = new Map<string, Source<V>>();
    return (name) => {
      const known = made.get(name);
      if (known) return known;
      const { cell, source }: { cell: Cell<V>; source: Source<V> } = watchedSource(blankOf(name), () => {
        let wanted = needs.length;
        const show = (): void => {
          if (wanted === 0) cell.set(contentOf(name));
        };
        shows.add(show);
        const stops = needs.map((table) =>
          parted[table].watch(name, () => {
            wanted -= 1;
            refold();
          }),
        );
        return () => {
          shows.delete(show);
          for (const stop of stops) stop();
        };
      });
      made.set(name, source);
      return source;
    };
  };

  const noCoding = (question: string): QuestionCoding => ({
    question,
    rows: null,
    segmentsOn: () => [],
    segments: () => [],
    isDone: () => false,
    done: () => [],
  });
  const questionCoding = (question: string): QuestionCoding => {
    const confirmed = parted.segment.rowsOf(question) ?? new Map();
    const { segmentsOn } = parted.segment;
    return codingOf(answersOf(question), { confirmed, segmentsOn }, folded.view, folded.overlay);
  };
  const judgementList = (judgement: string): JudgementList => ({
    judgement,
    rows: [...folded.view.all('judgement')].filter((row) => row.judgement === judgement),
  });

  const scan: Model['scan'] = async (table, visit, progress) => {
    const over = folded.overlay.get(table);
    for (const row of over?.values() ?? []) if (row) visit(row as Rows[typeof table]);
    // A row that is on its way from one's own feed to the shared one may lie in both for a moment.
    const own = new Set<string>();
    const feeds = [...FEEDS_OF[table]].reverse();
    const ids = (await Promise.all(feeds.map((feed) => store.ids('pages', `${feed}/${table}/`)))).flat();
    for (let from = 0; from < ids.length; from += PAGES_AT_ONCE) {
      const records = await Promise.all(
        ids.slice(from, from + PAGES_AT_ONCE).map((id) => store.get('pages', id)),
      );
      for (const record of records)
        for (const { id, row } of (record?.value ?? []) as readonly PulledRow[]) {
          if (over?.has(id) || own.has(id)) continue;
          if (record?.id.startsWith('own/')) own.add(id);
          visit(row as unknown as Rows[typeof table]);
        }
      progress?.(Math.min(1, (from + PAGES_AT_ONCE) / ids.length));
    }
  };

  const reload: Model['reload'] = async () => {
    const [small] = await Promise.all([readSmall(), ...PARTED.map((table) => parted[table].reload())]);
    tables = { ...tables, ...small };
    fold();
  };

  await reload();
  journal.entries.subscribe(fold);
  return {
    view,
    answers: sources<AnswerList>(['answer'], (question) => ({ question, rows: null }), answersOf),
    coding: sources(['answer', 'segment', 'done'], noCoding, questionCoding),
    judgements: sources<JudgementList>(
      ['judgement'],
      (judgement) => ({ judgement, rows: null }),
      judgementList,
    ),
    scan,
    reload,
  };
};
