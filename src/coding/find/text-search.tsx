import { useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import type { SegmentRow } from '../../study/rows.ts';
import { answerOf } from '../../study/segments.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useSource } from '../../ui/use-source.ts';
import type { CodeNode, CodeTree } from '../codes/tree.ts';
import { codedAll } from '../desk/changes.ts';
import { codebookVersion, openRoundsOf, roundAt } from '../desk/items.ts';
import { useHand } from '../desk/use-hand.ts';
import { Picker } from '../picker/picker.tsx';
import { matchText, parseQuery } from '../query.ts';
import { CodedText } from '../text/coded-text.tsx';
import css from './find.module.css';
import { CODED_AS, type CodedAs, type Hit, hitIn, passagesOf } from './gather.ts';

const SHOWN = 200;
const AT_ONCE = 1_000;
const NO_CONTEXT = { recent: [], offered: new Set<string>() };

/** Search over answers, memos and codes; the answers found can be coded, each after a look, undone as one. */
export const TextSearch = ({
  engine,
  tree,
  newId,
  hrefOfQuestion,
}: {
  readonly engine: Engine;
  readonly tree: CodeTree;
  readonly newId: () => Id;
  readonly hrefOfQuestion: (question: string) => string;
}) => {
  const { find, desk } = useWords();
  const language = useLanguage();
  const say = useSay();
  const view = useSource(engine.view);
  const { make } = useHand(engine);
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  const [searching, setSearching] = useState<number | null>(null);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [as, setAs] = useState<CodedAs>('sentence');
  const [picking, setPicking] = useState(false);
  const number = (value: number): string => numberWords(value, language);
  const search = async (asked: string): Promise<void> => {
    if (parseQuery(asked).length === 0) return setHits(null);
    setSearching(0);
    const found: Hit[] = [];
    await engine.scan(
      'answer',
      (answer) => {
        const hit = hitIn(answer, asked);
        if (hit) found.push(hit);
      },
      setSearching,
    );
    setHits(found.sort((a, b) => (a.answer.id < b.answer.id ? -1 : 1)));
    setOff(new Set());
    setSearching(null);
  };
  const terms = parseQuery(query);
  const inText = (text: string): boolean => (matchText(text, terms)?.length ?? 0) > 0;
  const memos = hits ? [...view.all('memo')].filter(({ text }) => inText(text)) : [];
  const codes = hits ? tree.all.filter((node) => inText(`${node.name} ${node.definition}`)) : [];
  const chosen = (hits ?? []).filter(({ answer }) => !off.has(answer.id));
  const codeAll = async (node: CodeNode): Promise<void> => {
    setPicking(false);
    const own = new Map<string, SegmentRow[]>();
    await engine.scan('segment', (row) => {
      if (row.coder === engine.me.id) own.set(answerOf(row), [...(own.get(answerOf(row)) ?? []), row]);
    });
    const rounds = openRoundsOf(view, engine.me.id);
    const add = chosen.flatMap((hit) => {
      const round = roundAt(rounds, hit)?.id ?? null;
      const hand = { coder: engine.me.id, round, codebook: codebookVersion(view), newId };
      const ranges = passagesOf(hit, as).map((range) => ({ answer: hit.answer, range }));
      return codedAll(hand, ranges, node.id, (answer) => own.get(answer) ?? [], 'search')?.add ?? [];
    });
    if (add.length === 0) return say(find.already);
    const payload = { remove: [], add: add.slice(0, AT_ONCE) };
    await make('segment.change', payload, find.coded(number(payload.add.length), node.name));
  };
  const kept = [...view.all('search')];
  return (
    <section className={css.part} aria-label={find.text}>
      <h2>{find.text}</h2>
      <form
        className={css.row}
        onSubmit={(event) => {
          event.preventDefault();
          void search(query);
        }}
      >
        <TextField
          label={find.query}
          hint={find.queryHint}
          value={query}
          onChange={setQuery}
          maxLength={400}
        />
        <Button type="submit" variant="primary" busy={searching !== null}>
          {find.search}
        </Button>
        {terms.length > 0 ? (
          <Button
            onClick={() =>
              void make('search.put', { search: newId(), keep: { name: query, query, question: null } })
            }
          >
            {find.save}
          </Button>
        ) : null}
      </form>
      {kept.length > 0 ? (
        <ul className={css.kept} aria-label={find.saved}>
          {kept.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => {
                  setQuery(one.query);
                  void search(one.query);
                }}
              >
                {one.name}
              </button>
              <button
                type="button"
                aria-label={`${find.forget}: ${one.name}`}
                onClick={() => void make('search.put', { search: one.id, keep: null })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {searching !== null ? <Progress label={find.searching} share={searching} /> : null}
      {hits ? (
        <>
          <p role="status" className="num">
            {[
              find.answers(number(hits.length)),
              find.memos(number(memos.length)),
              find.codes(number(codes.length)),
            ].join(' · ')}
          </p>
          {codes.length > 0 ? <p className="small">{codes.map(({ name }) => name).join(', ')}</p> : null}
          {memos.map((memo) => (
            <p key={memo.id} className="small">
              {memo.text}
            </p>
          ))}
          {hits.length > 0 ? (
            <div className={css.row}>
              <Button variant="quiet" onClick={() => setOff(new Set())}>
                {find.all}
              </Button>
              <Button variant="quiet" onClick={() => setOff(new Set(hits.map(({ answer }) => answer.id)))}>
                {find.noneChosen}
              </Button>
              <SelectField
                label={find.unit}
                value={as}
                options={CODED_AS.map((value) => ({ value, label: desk.units[value] }))}
                onChange={setAs}
              />
              <Button disabled={chosen.length === 0} onClick={() => setPicking(true)}>
                {find.codeAll(number(chosen.length))}
              </Button>
            </div>
          ) : null}
          <div className={css.anchor}>
            {picking ? (
              <Picker
                codes={tree.pickable}
                context={NO_CONTEXT}
                typed=""
                recode={false}
                proposes={false}
                onPick={(node) => void codeAll(node)}
                onCreate={() => setPicking(false)}
                onClose={() => setPicking(false)}
              />
            ) : null}
          </div>
          <p className="small muted">{`${find.codeAllText} ${find.inRound}`}</p>
          <ul className={css.hits}>
            {hits.slice(0, SHOWN).map((hit) => (
              <li key={hit.answer.id}>
                <input
                  type="checkbox"
                  aria-label={`${hit.answer.question} ${hit.answer.notes.slice(0, 60)}`}
                  checked={!off.has(hit.answer.id)}
                  onChange={() => {
                    const next = new Set(off);
                    if (!next.delete(hit.answer.id)) next.add(hit.answer.id);
                    setOff(next);
                  }}
                />
                <a href={hrefOfQuestion(hit.answer.question)} className="num">
                  {hit.answer.question}
                </a>
                <Found hit={hit} as={as} />
              </li>
            ))}
          </ul>
          {hits.length > SHOWN ? <p className="muted">{find.first(number(SHOWN))}</p> : null}
        </>
      ) : null}
    </section>
  );
};

const NO_SPANS: readonly [] = [];
const Found = ({ hit, as }: { readonly hit: Hit; readonly as: CodedAs }) => (
  <CodedText
    text={hit.answer.notes}
    spans={NO_SPANS}
    className={css.text}
    strokes={[
      ...passagesOf(hit, as).map((range) => ({ ...range, className: css.passage ?? '' })),
      ...hit.ranges.map((range) => ({ ...range, className: css.found ?? '' })),
    ]}
  />
);
