import { useMemo, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import type { RoundRow, SegmentRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { TextField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useSource } from '../../ui/use-source.ts';
import { Swatch } from '../codes/swatch.tsx';
import type { CodeTree } from '../codes/tree.ts';
import { codebookVersion } from '../desk/items.ts';
import { useHand } from '../desk/use-hand.ts';
import { Picker } from '../picker/picker.tsx';
import { CodedText } from '../text/coded-text.tsx';
import { lookAt } from '../text/look.ts';
import css from './rounds.module.css';
import { costOf, type Difference, decisionOn, settle, type Verdict } from './settling.ts';
import { type CodedUnit, clustersOf } from './units.ts';

const KEYS: readonly (readonly [Verdict, string])[] = [
  ['a', 'A'],
  ['b', 'B'],
  ['both', '3'],
  ['neither', '4'],
  ['other', '5'],
];
const NO_CONTEXT = { recent: [], offered: new Set<string>() };

/** Where two coders differ, what costs most first: both markings side by side, settled by a key. */
export const Differ = ({
  engine,
  round,
  units,
  pair,
  tree,
  nameOf,
  questionName,
  newId,
}: {
  readonly engine: Engine;
  readonly round: RoundRow;
  readonly units: readonly CodedUnit[];
  /** Places of the two in the round's list of coders. */
  readonly pair: readonly [number, number];
  readonly tree: CodeTree;
  readonly nameOf: (person: string) => string;
  readonly questionName: (question: string) => string;
  readonly newId: () => Id;
}) => {
  const { rounds } = useWords();
  const { differ } = rounds;
  const language = useLanguage();
  const view = useSource(engine.view);
  const { make } = useHand(engine);
  const [at, setAt] = useState(0);
  const [note, setNote] = useState('');
  const [picking, setPicking] = useState(false);
  const [sharper, setSharper] = useState('');
  const [first, second] = pair;
  const coders = [round.coders[first] ?? '', round.coders[second] ?? ''] as const;
  const all = useMemo(() => {
    const codeOf = (id: Id): Id => tree.of(id)?.id ?? id;
    const decisions = [...view.all('decision')];
    return units
      .flatMap(({ answer, by }): Difference[] => {
        const [a, b] = [by[first], by[second]];
        if (!a || !b) return [];
        const cost = costOf(a, b, codeOf);
        return clustersOf(a, b, codeOf).map((cluster) => ({
          answer,
          cluster,
          cost,
          decision: decisionOn(decisions, round.id, answer, cluster),
        }));
      })
      .sort(
        (a, b) =>
          b.cost - a.cost || (a.answer.id < b.answer.id ? -1 : 1) || a.cluster.start - b.cluster.start,
      );
  }, [units, first, second, tree, view, round.id]);
  const different = all.filter(({ cluster }) => !cluster.agreed);
  const agreed = all.filter(({ cluster, decision }) => cluster.agreed && !decision);
  const open = different.filter(({ decision }) => !decision).length;
  const current = Math.min(at, Math.max(0, different.length - 1));
  const one = different[current];
  const move = (by: 1 | -1): void => {
    setAt(Math.min(different.length - 1, Math.max(0, current + by)));
    setNote('');
    setSharper('');
    setPicking(false);
  };
  const put = (
    difference: Difference,
    verdict: Verdict,
    other: Id | null,
    saying?: string,
  ): Promise<boolean> => {
    const unit = units.find(({ answer }) => answer.id === difference.answer.id);
    return make(
      'decision.put',
      settle({
        round,
        answer: difference.answer,
        cluster: difference.cluster,
        coders,
        verdict,
        other,
        note: note.trim(),
        codebook: codebookVersion(view),
        decision: difference.decision,
        settled: unit?.settled ?? [],
        newId,
      }),
      saying,
    );
  };
  const decide = async (verdict: Verdict, other: Id | null = null): Promise<void> => {
    if (!one) return;
    if (verdict === 'other' && !other) return setPicking(true);
    if (await put(one, verdict, other, differ.saved(differ.verdicts[verdict]))) move(1);
  };
  const takeAgreed = async (): Promise<void> => {
    for (const each of agreed) if (!(await put(each, 'both', null))) return;
  };
  useCommands(differ.title, [
    ...KEYS.map(([verdict, key]) => ({
      key,
      label: differ.verdicts[verdict],
      run: () => void decide(verdict),
    })),
    { key: 'J', label: rounds.differ.keys, run: () => move(1), repeats: true, quiet: true },
    { key: 'K', label: rounds.differ.keys, run: () => move(-1), repeats: true, quiet: true },
  ]);
  if (!one)
    return (
      <section className={css.differ} aria-label={differ.title}>
        <h2>{differ.title}</h2>
        <p>{differ.none}</p>
      </section>
    );
  const sharpened = one.cluster.by.flat()[0]?.code;
  return (
    <section className={css.differ} aria-label={differ.title}>
      <div className={css.row}>
        <h2>{differ.title}</h2>
        <span className="small muted num" role="status">
          {differ.count(numberWords(open, language), numberWords(different.length, language))}
        </span>
        {agreed.length > 0 ? (
          <Button onClick={() => void takeAgreed()}>
            {differ.agreed(numberWords(agreed.length, language))}
          </Button>
        ) : null}
      </div>
      <p className="small muted">{differ.keys}</p>
      <p className="b">{questionName(one.answer.question)}</p>
      <div className={css.both}>
        {coders.map((coder, side) => (
          <div key={coder}>
            <h3>{`${side === 0 ? 'A' : 'B'} · ${nameOf(coder)}`}</h3>
            <Side one={one} rows={one.cluster.by[side] ?? []} tree={tree} nothing={differ.nothing} />
          </div>
        ))}
      </div>
      <div className={css.row}>
        {KEYS.map(([verdict, key]) => (
          <Button
            key={verdict}
            variant={one.decision?.verdict === verdict ? 'primary' : 'plain'}
            hint={key}
            onClick={() => void decide(verdict)}
          >
            {differ.verdicts[verdict]}
          </Button>
        ))}
      </div>
      <div className={css.anchor}>
        {picking ? (
          <Picker
            codes={tree.pickable}
            context={NO_CONTEXT}
            typed=""
            recode={false}
            proposes={false}
            onPick={(code) => {
              setPicking(false);
              void decide('other', code.id);
            }}
            onCreate={() => setPicking(false)}
            onClose={() => setPicking(false)}
          />
        ) : null}
      </div>
      {one.decision ? (
        <p className="small muted">
          {differ.settled(differ.verdicts[one.decision.verdict], nameOf(one.decision.by))}
          {one.decision.note ? ` ${one.decision.note}` : ''}
        </p>
      ) : null}
      <TextField
        label={differ.note}
        hint={differ.noteHint}
        value={note}
        onChange={setNote}
        maxLength={1000}
      />
      {sharpened ? (
        <div className={css.row}>
          <TextField
            label={`${differ.sharpen}: ${tree.of(sharpened)?.name ?? '…'}`}
            hint={tree.of(sharpened)?.definition}
            value={sharper}
            onChange={setSharper}
            maxLength={1000}
          />
          <Button
            disabled={sharper.trim() === ''}
            onClick={() =>
              void make(
                'proposal.put',
                {
                  proposal: newId(),
                  code: tree.of(sharpened)?.id ?? sharpened,
                  fields: language === 'sv' ? { definition_sv: sharper } : { definition_en: sharper },
                  note: note.trim(),
                  state: 'open',
                },
                differ.proposed,
              ).then((done) => done && setSharper(''))
            }
          >
            {differ.propose}
          </Button>
        </div>
      ) : null}
    </section>
  );
};

const Side = ({
  one,
  rows,
  tree,
  nothing,
}: {
  readonly one: Difference;
  readonly rows: readonly SegmentRow[];
  readonly tree: CodeTree;
  readonly nothing: string;
}) => {
  const spans = useMemo(
    () => rows.map((row) => ({ start: row.start, end: row.end, look: tree.of(row.code)?.look ?? lookAt(0) })),
    [rows, tree],
  );
  const strokes = useMemo(
    () => [{ start: one.cluster.start, end: one.cluster.end, className: css.here ?? '' }],
    [one],
  );
  return (
    <>
      <CodedText text={one.answer.notes} spans={spans} strokes={strokes} />
      <ul className={css.tags}>
        {rows.map((row) => (
          <li key={row.id}>
            <Swatch look={tree.of(row.code)?.look ?? lookAt(0)} />
            {tree.of(row.code)?.name ?? '…'}
          </li>
        ))}
        {rows.length === 0 ? <li className="muted">{nothing}</li> : null}
      </ul>
    </>
  );
};
