import type { Store } from '../store/port.ts';
import { readPartition } from '../store/replica.ts';
import type { Actor, View } from '../study/command.ts';
import type { Rows, Table } from '../study/rows.ts';
import { type Cell, createCell, type Source } from '../study/source.ts';
import type { Journal } from '../sync/journal.ts';
import type { AnswerList } from './types.ts';
import { emptyTables, foldView, type Tables } from './view.ts';

/**
 * What is held in memory: the small tables whole, answers by question and only while a screen shows them.
 * Everything is read from sealed pages and folded anew when the replica or the journal changed.
 */
export interface Model {
  readonly view: Source<View>;
  readonly answers: (question: string) => Source<AnswerList>;
  /** The replica changed: read again. */
  readonly reload: () => Promise<void>;
}

const SMALL = [
  'study',
  'wave',
  'instrument',
  'person',
  'invitation',
  'case',
  'attempt',
  'appointment',
  'contact',
  'device',
  'field_key',
  'sealed_key',
  'destruction',
  'certificate',
  'draw',
  'replicate',
  'interview',
] as const;

const mapById = <T extends Table>(rows: readonly Rows[T][]): ReadonlyMap<string, Rows[T]> =>
  new Map(rows.map((row) => [row.id, row]));

interface Shown {
  readonly cell: Cell<AnswerList>;
  readonly source: Source<AnswerList>;
  watchers: number;
  rows: ReadonlyMap<string, Rows['answer']> | null;
}

export const openModel = async (store: Store, journal: Journal, actor: () => Actor): Promise<Model> => {
  let tables: Tables = emptyTables();
  const view = createCell<View>(foldView(tables, [], actor()));
  const shownByQuestion = new Map<string, Shown>();

  const readSmall = async (): Promise<void> => {
    const read = await Promise.all(
      SMALL.map(
        async <T extends Table>(table: T) => [table, mapById(await readPartition(store, table))] as const,
      ),
    );
    tables = { ...tables, ...(Object.fromEntries(read) as unknown as Tables) };
  };

  const fold = (): void => {
    const answer = new Map<string, Rows['answer']>();
    for (const { rows } of shownByQuestion.values())
      if (rows) for (const [id, row] of rows) answer.set(id, row);
    tables = { ...tables, answer };
    const folded = foldView(tables, journal.entries.get(), actor());
    view.set(folded);
    for (const [question, shown] of shownByQuestion) show(question, shown, folded);
  };

  const show = (question: string, shown: Shown, folded: View): void => {
    if (!shown.rows) return;
    const rows = [...shown.rows.keys()].sort().flatMap((id) => {
      const answer = folded.get('answer', id);
      const interview = answer && folded.get('interview', answer.interview);
      return answer && interview ? [{ answer, interview }] : [];
    });
    shown.cell.set({ question, rows });
  };

  const readQuestion = async (question: string, shown: Shown): Promise<void> => {
    const rows = mapById<'answer'>(await readPartition(store, 'answer', question));
    if (shown.watchers > 0) shown.rows = rows;
  };

  const answers: Model['answers'] = (question) => {
    const known = shownByQuestion.get(question);
    if (known) return known.source;
    const cell = createCell<AnswerList>({ question, rows: null });
    const shown: Shown = {
      cell,
      watchers: 0,
      rows: null,
      source: {
        get: cell.get,
        subscribe: (listener) => {
          const stop = cell.subscribe(listener);
          shown.watchers += 1;
          if (shown.watchers === 1) void readQuestion(question, shown).then(fold);
          return () => {
            stop();
            shown.watchers -= 1;
            // Answers of a question nobody looks at do not stay in memory.
            if (shown.watchers === 0) {
              shown.rows = null;
              cell.set({ question, rows: null });
            }
          };
        },
      },
    };
    shownByQuestion.set(question, shown);
    return shown.source;
  };

  const reload: Model['reload'] = async () => {
    const watched = [...shownByQuestion].filter(([, { watchers }]) => watchers > 0);
    await Promise.all([readSmall(), ...watched.map(([question, shown]) => readQuestion(question, shown))]);
    fold();
  };

  await reload();
  journal.entries.subscribe(fold);
  return { view, answers, reload };
};
