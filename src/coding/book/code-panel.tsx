import { useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import { questionOf } from '../../study/segments.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Progress } from '../../ui/progress.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useSource } from '../../ui/use-source.ts';
import { Swatch } from '../codes/swatch.tsx';
import type { CodeNode, CodeTree } from '../codes/tree.ts';
import { codebookVersion, isFrozen } from '../desk/items.ts';
import { useHand } from '../desk/use-hand.ts';
import css from './book.module.css';
import { CodeForm } from './code-form.tsx';
import { type Changed, historyOf } from './differences.ts';
import { Split } from './split.tsx';
import { useUsage } from './use-usage.ts';

/** One code: its words, what was proposed, where it is used, how it came to be so. */
export const CodePanel = ({
  engine,
  tree,
  node,
  newId,
  hrefOfQuestion,
}: {
  readonly engine: Engine;
  readonly tree: CodeTree;
  readonly node: CodeNode;
  readonly newId: () => Id;
  readonly hrefOfQuestion: (question: string) => string;
}) => {
  const { book } = useWords();
  const language = useLanguage();
  const view = useSource(engine.view);
  const { make } = useHand(engine);
  const [turn, setTurn] = useState(0);
  const [splitting, setSplitting] = useState(false);
  const usage = useUsage(engine, tree, node.id, turn);
  const number = (value: number): string => numberWords(value, language);
  const nameOf = (person: string): string => view.get('person', person)?.name ?? '…';
  const proposals = [...view.all('proposal')].filter(
    ({ code, state }) => code === node.id && state === 'open',
  );
  const examples = new Set(
    [...view.all('example')].filter(({ code }) => code === node.id).map(({ segment }) => segment),
  );
  const life = historyOf(node.id, view.all('code_version'));
  const said = ({ what, before, after }: Changed): string => {
    const { history, fields } = book;
    if (what === 'created') return history.created;
    if (what === 'place') return history.moved;
    const [was, now] =
      what === 'status'
        ? [statusWord(before), statusWord(after)]
        : [before || history.empty, after || history.empty];
    return `${fields[what]}. ${history.was}: ${was}. ${history.becomes}: ${now}.`;
  };
  const statusWord = (status: string): string =>
    status in book.status
      ? book.status[status as keyof typeof book.status]
      : `${book.status.merged}: ${tree.of(status)?.name ?? '…'}`;
  return (
    <main className={css.panel}>
      <h1>
        <Swatch look={node.look} /> {node.name}
        <span className="small muted">{book.status[node.row.status]}</span>
      </h1>
      <CodeForm key={node.id} engine={engine} tree={tree} node={node} frozen={isFrozen(view, engine.me.id)} />
      {proposals.length > 0 ? (
        <section>
          <h2>{book.proposals.title}</h2>
          {proposals.map((one) => (
            <div key={one.id} className={css.proposal}>
              <p className="small muted">{book.proposals.by(nameOf(one.by))}</p>
              {Object.entries(one.fields).map(([name, value]) => (
                <p key={name}>{String(value)}</p>
              ))}
              {one.note ? <p className="small">{one.note}</p> : null}
              {engine.me.role === 'lead' ? (
                <div className={css.row}>
                  {(['taken', 'declined'] as const).map((state) => (
                    <Button
                      key={state}
                      onClick={() => {
                        const { id: proposal, by: _, ...rest } = one;
                        const answer = make('proposal.put', { ...rest, proposal, state });
                        if (state === 'taken')
                          void answer.then(
                            (done) => done && make('code.edit', { code: node.id, fields: one.fields }),
                          );
                      }}
                    >
                      {state === 'taken' ? book.proposals.take : book.proposals.decline}
                    </Button>
                  ))}
                </div>
              ) : null}
            </div>
          ))}
        </section>
      ) : null}
      <section>
        <h2>{book.uses.title}</h2>
        {usage === null ? <Progress label={book.uses.counting} /> : null}
        {usage && usage.total === 0 ? <p className="muted">{book.uses.none}</p> : null}
        {usage && usage.total > 0 ? (
          <>
            <p className="num">
              {`${book.uses.passages(number(usage.total))} ${book.uses.interviews(number(usage.interviews))}`}
            </p>
            <p className="small muted num">
              {usage.byQuestion.map(([question, count]) => `${question}: ${number(count)}`).join(' · ')}
            </p>
            <p className="small muted num">
              {usage.byCoder.map(([coder, count]) => `${nameOf(coder)}: ${number(count)}`).join(' · ')}
            </p>
            <div className={css.row}>
              <Button onClick={() => setSplitting(!splitting)}>{book.split}</Button>
            </div>
            {splitting ? (
              <Split
                engine={engine}
                tree={tree}
                node={node}
                passages={usage.passages}
                codebook={codebookVersion(view)}
                newId={newId}
                onDone={() => {
                  setSplitting(false);
                  setTurn(turn + 1);
                }}
              />
            ) : (
              <ul className={css.passages}>
                {usage.passages.map(({ row, text }) => (
                  <li key={row.id}>
                    <a href={hrefOfQuestion(questionOf(row.id))} className="num">
                      {questionOf(row.id)}
                    </a>
                    <span>{text}</span>
                    <button
                      type="button"
                      aria-pressed={examples.has(row.id)}
                      onClick={() =>
                        void make('example.set', {
                          code: node.id,
                          segment: row.id,
                          on: !examples.has(row.id),
                        })
                      }
                    >
                      {examples.has(row.id) ? book.uses.noExample : book.uses.asExample}
                    </button>
                  </li>
                ))}
                {usage.total > usage.passages.length ? (
                  <li className="muted">{book.uses.more(number(usage.total - usage.passages.length))}</li>
                ) : null}
              </ul>
            )}
          </>
        ) : null}
      </section>
      <section>
        <h2>{book.history.title}</h2>
        <ol className={css.life}>
          {life.map(({ version, by, changes }) => (
            <li key={version}>
              <p className="small muted num">{book.history.step(number(version), nameOf(by))}</p>
              {changes.map((change) => (
                <p key={change.what}>{said(change)}</p>
              ))}
            </li>
          ))}
        </ol>
      </section>
    </main>
  );
};
