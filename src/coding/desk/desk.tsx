import { useCallback, useMemo, useRef, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Judgement } from '../../study/claims.ts';
import type { Id } from '../../study/ids.ts';
import type { Question } from '../../study/instrument.ts';
import type { MemoTarget } from '../../study/rows.ts';
import { useCommands } from '../../ui/commands.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useSource } from '../../ui/use-source.ts';
import type { Passage } from '../answer-text.tsx';
import { type CodeNode, codeTree } from '../codes/tree.ts';
import type { Range } from '../marks.ts';
import { Picker } from '../picker/picker.tsx';
import type { Asked } from '../questions.ts';
import { RedactDialog } from '../redact-dialog.tsx';
import { type Chosen, enter, snap } from '../text/choose.ts';
import { useSearch } from '../use-search.ts';
import { AnswerCard } from './answer-card.tsx';
import { applied, type Hand, recentCodes, recoded, removed, resized } from './changes.ts';
import { CodeRail } from './code-rail.tsx';
import css from './desk.module.css';
import { DeskFeed, type FeedHandle } from './desk-feed.tsx';
import { DeskHead } from './desk-head.tsx';
import { deskKeys } from './desk-keys.ts';
import {
  codebookVersion,
  inLayer,
  isCodable,
  isFrozen,
  type Layer,
  openRoundsOf,
  roundAt,
  useItems,
} from './items.ts';
import { MemoDialog } from './memo-dialog.tsx';
import { newCode } from './new-code.ts';
import { asChosen, meant, nextHeld } from './selection.ts';
import { DIGITS, SidePanel } from './side-panel.tsx';
import { useHand } from './use-hand.ts';
import { useJudging } from './use-judging.ts';
import { useLetters } from './use-letters.ts';

interface Picking {
  readonly typed: string;
  readonly recode: string | null;
}

/** The coding desk over a list of answers: select, type two letters, Enter. */
export const Desk = ({
  engine,
  asked,
  questions,
  interview,
  judgements,
  newId,
  onQuestion,
  onMode,
}: {
  readonly engine: Engine;
  readonly asked: Asked;
  readonly questions: readonly Question[];
  /** One interview as a whole; null: one question across interviews. */
  readonly interview: Id | null;
  readonly judgements: readonly Judgement[];
  readonly newId: () => Id;
  readonly onQuestion: (step: 1 | -1) => void;
  readonly onMode: (interview: Id | null, question: string | null) => void;
}) => {
  const words = useWords();
  const { desk } = words;
  const language = useLanguage();
  const say = useSay();
  const { run, make } = useHand(engine);
  const view = useSource(engine.view);
  const me = engine.me.id;
  const tree = useMemo(() => codeTree(view, language), [view, language]);
  const rounds = useMemo(() => openRoundsOf(view, me), [view, me]);
  const everything = useItems(engine, questions, interview);

  const [wholeRound, setWholeRound] = useState(true);
  const [layer, setLayer] = useState<Layer>('mine');
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [held, setHeld] = useState<readonly string[]>([]);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [used, setUsed] = useState<readonly Id[]>([]);
  const [preCodes, setPreCodes] = useState(false);
  const [toWords, setToWords] = useState(true);
  const [writing, setWriting] = useState<readonly MemoTarget[] | null>(null);
  const [redacting, setRedacting] = useState<Passage | null>(null);
  const feed = useRef<FeedHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);

  const codable = useMemo(() => (everything ?? []).filter(isCodable), [everything]);
  const inRound = useMemo(() => codable.filter((one) => roundAt(rounds, one)), [codable, rounds]);
  const kept = inRound.length > 0 && wholeRound ? inRound : codable;
  const texts = useMemo(() => kept.map(({ answer }) => answer.notes), [kept]);
  const found = useSearch(texts, query);
  const items = useMemo(
    () => (found.positions === null ? kept : kept.filter((_, place) => found.positions?.has(place))),
    [kept, found.positions],
  );
  const current = Math.min(at, Math.max(0, items.length - 1));
  const item = items[current];
  const text = item?.answer.notes ?? '';
  const round = item ? roundAt(rounds, item) : null;
  const frozen = isFrozen(view, me);
  const hand: Hand = { coder: me, round: round?.id ?? null, codebook: codebookVersion(view), newId };

  const judged = useJudging(engine, judgements, item, rounds);
  const active = Math.max(
    0,
    judged.findIndex(({ value }) => value === null),
  );
  // A pre-code is another's reading of the answer: it waits until one has one's own.
  const mayShowPreCodes = judged.every(({ value }) => value !== null);

  const shownOn = useCallback(
    (answer: string, coding: (typeof items)[number]['coding']) =>
      coding.segmentsOn(answer).filter((row) => inLayer(layer, me, row)),
    [layer, me],
  );
  const own = item ? item.coding.segmentsOn(item.answer.id).filter((row) => inLayer('mine', me, row)) : [];
  const isDone = (one: (typeof items)[number]): boolean =>
    one.coding.isDone(one.answer.id, me, roundAt(rounds, one)?.id ?? null);

  const select = (next: Chosen | null, holding: readonly string[] = []): void => {
    setChosen(next);
    setHeld(holding);
    setPicking(null);
  };
  const go = (to: number): void => {
    setAt(to);
    select(null);
    feed.current?.show(to);
  };
  const step = (by: 1 | -1): boolean => {
    const to = current + by;
    if (to < 0 || to >= items.length) {
      if (by === 1) say(desk.said.last);
      return false;
    }
    go(to);
    return true;
  };
  const setDone = async (done: boolean): Promise<void> => {
    if (!item || isDone(item) === done) return;
    await make('done.set', { answer: item.answer.id, round: round?.id ?? null, done });
  };
  const change = (payload: Parameters<typeof make<'segment.change'>>[1], saying: string): Promise<boolean> =>
    make('segment.change', payload, saying);

  const pick = (node: CodeNode): void => {
    setPicking(null);
    setUsed((before) => [...before, node.id]);
    if (!item) return;
    const swapped = picking?.recode ? own.find(({ id }) => id === picking.recode) : undefined;
    if (swapped) {
      void change(recoded(hand, swapped, node.id), desk.said.recoded(node.name));
      select(chosen);
      return;
    }
    if (!chosen) {
      say(desk.said.selectFirst);
      return;
    }
    const payload = applied(hand, item.answer, own, chosen, node.id);
    if (payload) void change(payload, desk.said.applied(node.name));
    else say(desk.said.already(node.name));
  };
  const create = async (name: string): Promise<void> => {
    setPicking(null);
    if (!item || !chosen) return;
    const code = newCode(tree, newId(), name, item.question.id, language);
    const saying = frozen ? desk.pick.proposed(name) : desk.pick.created(name);
    if (!(await make('code.create', code, saying))) return;
    setUsed((before) => [...before, code.code]);
    await make('segment.change', applied(hand, item.answer, own, chosen, code.code));
  };
  const openPicker = (typed: string, recode: string | null = null): void => {
    if (chosen) setPicking({ typed, recode });
    else say(desk.said.selectFirst);
  };
  const meantRows = meant(own, held, chosen);
  const heldMoved = held.length > 0 && chosen !== null && resized(hand, meantRows, chosen) !== null;
  const judge = (judgement: Judgement, value: string | null): void => {
    if (!item) return;
    const label = judgement.values.find((one) => one.value === value)?.text[language];
    void make(
      'judgement.set',
      {
        interview: item.interview.id,
        judgement: judgement.id,
        round: roundAt(rounds, item, judgement.id)?.id ?? null,
        value,
      },
      label ? desk.said.judged(label) : undefined,
    );
  };
  const flags = useMemo(
    () => new Set([...view.all('flag')].filter(({ by }) => by === me).map(({ answer }) => answer)),
    [view, me],
  );
  const memos = useMemo(() => [...view.all('memo')], [view]);
  const memosOn = (answer: string, ofInterview: string) =>
    memos.filter(
      ({ on }) =>
        (on.noun === 'answer' && on.id === answer) ||
        (on.noun === 'interview' && on.id === ofInterview) ||
        (on.noun === 'segment' && own.some(({ id }) => id === on.id)),
    );

  useLetters(chosen !== null && picking === null, (letter) => openPicker(letter));
  const commands = deskKeys(
    {
      text,
      chosen,
      holding: heldMoved,
      choose: (next) => select(next, next === null ? [] : held),
      leave: (by) => {
        if (!item) return;
        if (by === 1) void setDone(true);
        const next = items[current + by];
        if (!step(by) || !next) return;
        select(enter(next.answer.notes, chosen?.unit ?? 'sentence', by));
      },
      go: step,
      question: onQuestion,
      pick: (how) => {
        const [first] = meantRows;
        if (how === 'new') openPicker('');
        else if (first) openPicker('', first.id);
        else say(desk.said.noPassage);
      },
      enter: () => {
        if (heldMoved && chosen)
          void change(resized(hand, meantRows, chosen), desk.said.resized).then(() => select(chosen));
        else openPicker('');
      },
      hold: (by) => {
        const next = nextHeld(own, held, by);
        if (next) select(asChosen(next.range), next.ids);
        else say(desk.said.noPassage);
      },
      remove: () => {
        if (meantRows.length === 0) say(desk.said.noPassage);
        else void change(removed(meantRows), desk.said.removed(meantRows.length)).then(() => setHeld([]));
      },
      quote: () => {
        const [row] = meantRows;
        if (!row) say(desk.said.noPassage);
        else
          void make(
            'segment.mark',
            { segment: row.id, quote: row.quote !== true },
            row.quote ? desk.said.unquoted : desk.said.quoted,
          );
      },
      flag: () => {
        if (!item) return;
        const on = !flags.has(item.answer.id);
        void make('flag.set', { answer: item.answer.id, on }, on ? desk.said.flagged : desk.said.unflagged);
      },
      memo: () => {
        if (!item) return;
        const [row] = meantRows;
        setWriting([
          ...(row
            ? ([
                { noun: 'segment', id: row.id },
                { noun: 'code', id: row.code },
              ] as const)
            : []),
          { noun: 'answer', id: item.answer.id },
          { noun: 'interview', id: item.interview.id },
        ]);
      },
      redact: () => {
        if (item && chosen) setRedacting({ answer: item.answer.id, start: chosen.start, end: chosen.end });
        else say(words.coding.redact.selectFirst);
      },
      undo: () => void run(engine.undo(), desk.said.undone).then(() => setHeld([])),
      redo: () => void run(engine.redo(), desk.said.redone).then(() => setHeld([])),
      done: () => void setDone(true).then(() => step(1)),
      search: () => searchField.current?.focus(),
      preCodes: () => (mayShowPreCodes ? setPreCodes(!preCodes) : say(desk.judge.why)),
      snap: () => {
        setToWords(!toWords);
        say(toWords ? desk.said.snapOff : desk.said.snapOn);
      },
      mode: () => onMode(interview === null ? (item?.interview.id ?? null) : null, item?.question.id ?? null),
    },
    words,
  );
  useCommands(desk.title, [
    ...commands,
    ...(judged[active]?.judgement.values ?? []).slice(0, DIGITS.length).map((one, place) => ({
      key: DIGITS[place] ?? '',
      label: `${desk.judge.title}: ${one.text[language]}`,
      disabled: chosen !== null,
      run: () => {
        const judgement = judged[active]?.judgement;
        if (judgement) judge(judgement, one.value);
      },
    })),
  ]);

  const offered = useMemo(
    () =>
      new Set(
        tree.all
          .filter(({ row }) => item && row.fields.questions.includes(item.question.id))
          .map(({ id }) => id),
      ),
    [tree, item],
  );
  const context = useMemo(() => ({ recent: recentCodes(used), offered }), [used, offered]);
  const uses = useMemo(() => {
    const counts = new Map<string, number>();
    const codings = new Set(kept.map(({ coding }) => coding));
    for (const coding of codings)
      for (const row of coding.segments())
        if (inLayer(layer, me, row)) {
          const code = tree.of(row.code)?.id ?? row.code;
          counts.set(code, (counts.get(code) ?? 0) + 1);
        }
    return counts;
  }, [kept, layer, me, tree]);
  const nameOf = useCallback((person: string): string => view.get('person', person)?.name ?? '…', [view]);
  const onSelect = (position: number, range: Range): void => {
    const notes = items[position]?.answer.notes ?? '';
    const clean = snap(notes, range, toWords);
    setAt(position);
    select(clean && asChosen(clean));
  };
  const onHold = (position: number, ids: readonly string[]): void => {
    const row = items[position]?.coding
      .segmentsOn(items[position]?.answer.id ?? '')
      .find(({ id }) => ids.includes(id));
    setAt(position);
    select(row ? asChosen(row) : null, row?.coder === me ? ids : []);
  };
  const onCurrent = (position: number): void => {
    if (position !== current) go(position);
  };

  return (
    <>
      <CodeRail
        tree={tree}
        uses={uses}
        here={new Set(own.map(({ code }) => tree.of(code)?.id ?? code))}
        offered={offered}
        onPick={pick}
      />
      <main className={css.page}>
        <DeskHead
          asked={asked}
          item={item}
          interview={interview}
          place={items.length === 0 ? null : { at: current + 1, all: items.length }}
          round={round ?? (inRound.length > 0 ? rounds[0] : undefined) ?? null}
          wholeRound={wholeRound}
          layer={layer}
          query={query}
          searching={found.building}
          searchField={searchField}
          unit={chosen && held.length === 0 ? desk.unit(desk.units[chosen.unit]) : ''}
          onWholeRound={() => {
            setWholeRound(!wholeRound);
            setAt(0);
          }}
          onLayer={setLayer}
          onQuery={(next) => {
            setQuery(next);
            go(0);
          }}
          onMode={onMode}
        />
        {everything === null ? (
          <Progress label={words.coding.loading} />
        ) : items.length === 0 ? (
          <EmptyState title={query === '' ? words.coding.empty.title : words.coding.empty.notFound}>
            {query === '' ? <p>{words.coding.empty.text}</p> : null}
          </EmptyState>
        ) : (
          <DeskFeed
            handle={feed}
            items={items}
            render={(one, position) => (
              <AnswerCard
                item={one}
                segments={shownOn(one.answer.id, one.coding)}
                tree={tree}
                names={layer === 'all' ? nameOf : null}
                roles={asked.instrument.roles}
                state={position === current && chosen ? { chosen, held } : null}
                now={position === current}
                done={isDone(one)}
                flagged={flags.has(one.answer.id)}
                memos={memos.filter(({ on }) => on.noun === 'answer' && on.id === one.answer.id).length}
                query={query}
                title={interview !== null}
                position={position}
                size={items.length}
                picker={
                  position === current && picking ? (
                    <Picker
                      codes={tree.pickable}
                      context={context}
                      typed={picking.typed}
                      recode={picking.recode !== null}
                      proposes={frozen}
                      onPick={pick}
                      onCreate={(name) => void create(name)}
                      onClose={() => setPicking(null)}
                    />
                  ) : null
                }
                onCurrent={onCurrent}
                onSelect={onSelect}
                onHold={onHold}
              />
            )}
          />
        )}
      </main>
      <SidePanel
        item={item}
        judged={judged}
        active={active}
        preCodes={preCodes && mayShowPreCodes}
        progress={{
          done: kept.filter(isDone).length,
          all: kept.length,
          passages: [...uses.values()].reduce((sum, n) => sum + n, 0),
          others: [],
        }}
        memos={item ? memosOn(item.answer.id, item.interview.id) : []}
        nameOf={nameOf}
        onJudge={judge}
      />
      {writing ? (
        <MemoDialog engine={engine} newId={newId} targets={writing} onClose={() => setWriting(null)} />
      ) : null}
      {redacting ? (
        <RedactDialog
          engine={engine}
          passage={redacting}
          questions={asked.questions}
          onClose={() => setRedacting(null)}
          onDone={() => {
            setRedacting(null);
            select(null);
            say(words.coding.redact.done);
          }}
        />
      ) : null}
    </>
  );
};
