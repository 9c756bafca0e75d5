import { useEffect, useMemo, useState } from 'react';
import type { ActFailure, Engine } from '../../engine/types.ts';
import type { Judgement } from '../../study/claims.ts';
import type { Id } from '../../study/ids.ts';
import type { JudgementRow, RoundRow } from '../../study/rows.ts';
import type { RoundProgress } from '../../study/wire.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useSource } from '../../ui/use-source.ts';
import { type CodeTree, codeTree } from '../codes/tree.ts';
import { useCodings } from '../desk/items.ts';
import type { Asked } from '../questions.ts';
import type { AgreementTask } from './agreement.ts';
import { AgreementView } from './agreement-view.tsx';
import { Differ } from './differ.tsx';
import css from './rounds.module.css';
import { type CodedUnit, clustersOf, confusions, unitsOf } from './units.ts';
import { useAgreement } from './use-agreement.ts';

const NO_ROWS: readonly JudgementRow[] = [];

/** One round: how far it is while it is open; how well its coders agree, and where not, once it is closed. */
export const RoundView = ({
  engine,
  asked,
  round,
  judgements,
  newId,
}: {
  readonly engine: Engine;
  readonly asked: Asked;
  readonly round: RoundRow;
  readonly judgements: readonly Judgement[];
  readonly newId: () => Id;
}) => {
  const { rounds } = useWords();
  const view = useSource(engine.view);
  const language = useLanguage();
  const tree = useMemo(() => codeTree(view, language), [view, language]);
  const nameOf = (person: string): string => view.get('person', person)?.name ?? '…';
  return (
    <section aria-label={round.label}>
      <h1>{round.label}</h1>
      {round.state === 'open' ? (
        <>
          <p className="muted">{rounds.waiting}</p>
          <Going engine={engine} round={round} nameOf={nameOf} />
        </>
      ) : (
        <Closed
          engine={engine}
          asked={asked}
          round={round}
          judgements={judgements}
          newId={newId}
          tree={tree}
          nameOf={nameOf}
        />
      )}
    </section>
  );
};

/** A lead who does not code in it sees how far each is, and closes it. */
const Going = ({
  engine,
  round,
  nameOf,
}: {
  readonly engine: Engine;
  readonly round: RoundRow;
  readonly nameOf: (person: string) => string;
}) => {
  const { rounds, common } = useWords();
  const language = useLanguage();
  const say = useSay();
  const [progress, setProgress] = useState<RoundProgress | null>(null);
  const [asking, setAsking] = useState(false);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const watches = engine.me.role === 'lead' && !round.coders.includes(engine.me.id);
  useEffect(() => {
    if (!watches) return undefined;
    let here = true;
    void engine.roundProgress(round.id).then((answer) => {
      if (here && answer.ok) setProgress(answer.value);
    });
    return () => {
      here = false;
    };
  }, [engine, round.id, watches]);
  const close = async (): Promise<void> => {
    if (!(await attempt(() => engine.act('close_round', { round: round.id })))) return;
    say(rounds.close.done);
    setAsking(false);
  };
  if (engine.me.role !== 'lead') return null;
  return (
    <>
      {Object.entries(progress ?? {}).map(([person, { done }]) => (
        <p key={person} className="num">
          {rounds.progress(nameOf(person), numberWords(done, language))}
        </p>
      ))}
      <div className={css.row}>
        <Button onClick={() => setAsking(true)}>{rounds.close.button}</Button>
      </div>
      <Dialog title={rounds.close.title} open={asking} onClose={() => setAsking(false)}>
        <p>{rounds.close.text}</p>
        {failure ? <FailureNote failure={failure} /> : null}
        <DialogActions>
          <Button variant="danger" busy={busy} onClick={() => void close()}>
            {rounds.close.yes}
          </Button>
          <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
};

const taskOf = (
  round: RoundRow,
  units: readonly CodedUnit[],
  tree: CodeTree,
  judged: readonly JudgementRow[],
): AgreementTask => ({
  coders: round.coders.length,
  seed: round.seed,
  units: units.map(({ answer, by }) => ({
    question: answer.question,
    sets: by.map((rows) => rows && [...new Set(rows.map(({ code }) => tree.of(code)?.id ?? code))]),
  })),
  codes: tree.all
    .filter(({ children }) => children.length === 0)
    .map(({ id, row }) => ({ id, theme: row.parent, questions: row.fields.questions })),
  judgements: round.judgements.map((id) => {
    const rows = judged.filter(({ judgement }) => judgement === id);
    const interviews = [...new Set(rows.map(({ interview }) => interview))].sort();
    return {
      id,
      rows: interviews.map((interview) =>
        round.coders.map(
          (coder) => rows.find((row) => row.interview === interview && row.coder === coder)?.value ?? null,
        ),
      ),
    };
  }),
});

const Closed = ({
  engine,
  asked,
  round,
  judgements,
  newId,
  tree,
  nameOf,
}: Parameters<typeof RoundView>[0] & {
  readonly tree: CodeTree;
  readonly nameOf: (person: string) => string;
}) => {
  const { rounds } = useWords();
  const language = useLanguage();
  const questions = useMemo(
    () => asked.questions.filter(({ id }) => round.questions.includes(id)),
    [asked, round],
  );
  const codings = useCodings(engine, questions);
  const ready = codings.every(({ rows }) => rows !== null);
  const units = useMemo(() => (ready ? unitsOf(round, codings) : []), [ready, round, codings]);
  const [judged, setJudged] = useState(NO_ROWS);
  useEffect(() => {
    let here = true;
    const found: JudgementRow[] = [];
    void engine
      .scan('judgement', (row) => {
        if (row.round === round.id) found.push(row);
      })
      .then(() => {
        if (here) setJudged(found);
      });
    return () => {
      here = false;
    };
  }, [engine, round.id]);
  // Settling changes nothing in what the coders did: the figures are computed anew only when that changes.
  const task = ready ? taskOf(round, units, tree, judged) : null;
  const key = JSON.stringify(task);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says when it is another task
  const steady = useMemo(() => task, [key]);
  const tables = useAgreement(steady);
  const pairs = round.coders.flatMap((_, a) =>
    round.coders.slice(a + 1).map((__, b) => [a, a + b + 1] as const),
  );
  const [pair, setPair] = useState('0 1');
  const chosen = pairs.find(([a, b]) => `${a} ${b}` === pair) ?? pairs[0];
  const questionName = (id: string): string =>
    `${id} ${asked.questions.find((one) => one.id === id)?.text[language] ?? ''}`;
  const nameOfPair = ([a, b]: readonly [number, number]): string =>
    `${nameOf(round.coders[a] ?? '')} – ${nameOf(round.coders[b] ?? '')}`;
  return (
    <>
      {chosen && pairs.length > 1 ? (
        <SelectField
          label={rounds.differ.pair}
          value={pair}
          options={pairs.map((one) => ({ value: `${one[0]} ${one[1]}`, label: nameOfPair(one) }))}
          onChange={setPair}
        />
      ) : null}
      {chosen && ready ? (
        <>
          <Differ
            engine={engine}
            round={round}
            units={units}
            pair={chosen}
            tree={tree}
            nameOf={nameOf}
            questionName={questionName}
            newId={newId}
          />
          <Confused units={units} pair={chosen} tree={tree} />
        </>
      ) : null}
      {tables ? (
        <AgreementView
          tables={tables}
          codeName={(id) => tree.of(id)?.name ?? '…'}
          questionName={questionName}
          judgementName={(id) => judgements.find((one) => one.id === id)?.text[language] ?? id}
          coderNames={round.coders.map(nameOf)}
        />
      ) : (
        <Progress label={rounds.agreement.computing} />
      )}
    </>
  );
};

const MOST = 12;

const Confused = ({
  units,
  pair: [first, second],
  tree,
}: {
  readonly units: readonly CodedUnit[];
  readonly pair: readonly [number, number];
  readonly tree: CodeTree;
}) => {
  const { rounds } = useWords();
  const { differ } = rounds;
  const found = useMemo(() => {
    const codeOf = (id: Id): Id => tree.of(id)?.id ?? id;
    const clusters = units.flatMap(({ by }) => {
      const [a, b] = [by[first], by[second]];
      return a && b ? clustersOf(a, b, codeOf) : [];
    });
    return confusions(clusters, codeOf).slice(0, MOST);
  }, [units, first, second, tree]);
  if (found.length === 0) return null;
  const name = (id: Id | null): string => (id === null ? differ.nothing : (tree.of(id)?.name ?? '…'));
  const definition = (id: Id | null): string => (id === null ? '' : (tree.of(id)?.definition ?? ''));
  return (
    <table className={css.table}>
      <caption>{differ.confused}</caption>
      <thead>
        <tr>
          <th scope="col">{`A: ${differ.one}`}</th>
          <th scope="col">{`B: ${differ.other}`}</th>
          <th scope="col">{differ.times}</th>
          <th scope="col">{differ.definitions}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ a, b, count }) => (
          <tr key={`${a} ${b}`}>
            <td>{name(a)}</td>
            <td>{name(b)}</td>
            <td className="num">{count}</td>
            <td className="small muted">{[definition(a), definition(b)].filter(Boolean).join(' / ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
