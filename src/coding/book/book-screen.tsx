import { useMemo } from 'react';
import type { ActFailure, Engine } from '../../engine/types.ts';
import { readCodebook } from '../../study/codebook-file.ts';
import type { CodeMove } from '../../study/commands/code-move.ts';
import type { Id } from '../../study/ids.ts';
import type { Json } from '../../study/json.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { cx } from '../../ui/cx.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useSource } from '../../ui/use-source.ts';
import { Swatch } from '../codes/swatch.tsx';
import { codeTree } from '../codes/tree.ts';
import { newCode } from '../desk/new-code.ts';
import { useHand } from '../desk/use-hand.ts';
import css from './book.module.css';
import { CodePanel } from './code-panel.tsx';
import { moved, under, type Way } from './moves.ts';

const WAYS: readonly (readonly [Way, string])[] = [
  ['up', 'Shift+↑'],
  ['down', 'Shift+↓'],
  ['in', 'Shift+→'],
  ['out', 'Shift+←'],
];

/** The codebook: the tree, moved by drag or by keys, and beside it the code at hand. */
export const BookScreen = ({
  engine,
  at,
  newId,
  loadCodebook,
  hrefOf,
  hrefOfQuestion,
  onCode,
}: {
  readonly engine: Engine;
  readonly at: Id | null;
  readonly newId: () => Id;
  readonly loadCodebook: () => Promise<Json>;
  readonly hrefOf: (code: Id) => string;
  readonly hrefOfQuestion: (question: string) => string;
  readonly onCode: (code: Id) => void;
}) => {
  const { book, coding } = useWords();
  const language = useLanguage();
  const say = useSay();
  const view = useSource(engine.view);
  const { make, run } = useHand(engine);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const tree = useMemo(() => codeTree(view, language), [view, language]);
  const node = at === null ? undefined : tree.of(at);
  const put = (move: CodeMove | null): void => {
    if (move) void make('code.move', move, book.moved);
    else say(book.cannot);
  };
  const add = async (under_: Id | null): Promise<void> => {
    const code = newCode(tree, newId(), book.newName, null, language, under_);
    if (await make('code.create', code)) onCode(code.code);
  };
  const begin = async (): Promise<void> => {
    const read = readCodebook(await loadCodebook(), newId);
    if (!read.ok) throw new Error(`the shipped codebook is broken at ${read.error.at}`);
    await attempt(() =>
      engine.act('import_codebook', { label: book.empty.label, note: '', codes: read.value }),
    );
  };
  const step = (by: 1 | -1): void => {
    const next = tree.all[Math.max(0, node ? tree.all.indexOf(node) + by : 0)];
    if (next) onCode(next.id);
  };
  useCommands(book.title, [
    ...WAYS.map(([way, key]) => ({
      key,
      label: book.move[way],
      run: () => (node ? put(moved(tree, node, way)) : say(book.choose)),
    })),
    { key: 'J', label: coding.keys.down, run: () => step(1), repeats: true, quiet: true },
    { key: 'K', label: coding.keys.up, run: () => step(-1), repeats: true, quiet: true },
    { label: book.add, run: () => void add(null) },
    { label: book.addUnder, run: () => void add(node?.id ?? null) },
    { key: 'Ctrl+Z', label: book.history.title, run: () => void run(engine.undo()), quiet: true },
  ]);
  return (
    <div className={css.work}>
      <nav className={css.tree} aria-label={book.tree}>
        <div className={css.row}>
          <Button onClick={() => void add(null)}>{book.add}</Button>
          {node ? <Button onClick={() => void add(node.id)}>{book.addUnder}</Button> : null}
        </div>
        <ul>
          {tree.all.map((one) => (
            <li
              key={one.id}
              className={cx(css[`depth${Math.min(4, one.depth)}`], one.retired && css.retired)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                const dragged = tree.of(event.dataTransfer.getData('text/plain'));
                if (dragged) put(under(tree, dragged, one.id));
              }}
            >
              <a
                href={hrefOf(one.id)}
                aria-current={one.id === node?.id ? 'page' : undefined}
                draggable
                onDragStart={(event) => event.dataTransfer.setData('text/plain', one.id)}
              >
                <Swatch look={one.look} />
                {one.name}
                {one.row.status === 'active' ? null : (
                  <span className="tiny muted">{book.status[one.row.status]}</span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {node ? (
        <CodePanel
          key={node.id}
          engine={engine}
          tree={tree}
          node={node}
          newId={newId}
          hrefOfQuestion={hrefOfQuestion}
        />
      ) : (
        <main className={css.panel}>
          {tree.all.length === 0 ? (
            <EmptyState
              title={book.empty.title}
              action={
                engine.me.role === 'lead' ? (
                  <Button variant="primary" busy={busy} onClick={() => void begin()}>
                    {book.empty.start}
                  </Button>
                ) : null
              }
            >
              <p>{book.empty.text}</p>
              {failure ? <FailureNote failure={failure} /> : null}
            </EmptyState>
          ) : (
            <p className="muted">{book.choose}</p>
          )}
        </main>
      )}
    </div>
  );
};
