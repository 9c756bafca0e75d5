import { useMemo, useRef, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Judgement } from '../../study/claims.ts';
import type { Id } from '../../study/ids.ts';
import type { MemoTarget } from '../../study/rows.ts';
import { useCommands } from '../../ui/commands.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import type { Passage } from '../answer-text.tsx';
import type { CodeNode } from '../codes/tree.ts';
import type { Range } from '../marks.ts';
import { type Chosen, enter, snap } from '../text/choose.ts';
import { applied, type Hand, recentCodes, recoded, removed, resized } from './changes.ts';
import type { FeedHandle } from './desk-feed.tsx';
import { deskKeys } from './desk-keys.ts';
import { codebookVersion, inLayer, roundAt } from './items.ts';
import { newCode } from './new-code.ts';
import { asChosen, meant, nextHeld } from './selection.ts';
import { DIGITS } from './side-panel.tsx';
import type { DeskList } from './use-desk-list.ts';
import { useHand } from './use-hand.ts';
import { useJudging } from './use-judging.ts';
import { useLetters } from './use-letters.ts';

interface Picking {
  readonly typed: string;
  readonly recode: string | null;
}

/** What the hands do at the desk: where they are, what they hold, and every key. */
export const useDesk = ({
  engine,
  list,
  interview,
  judgements,
  newId,
  onQuestion,
  onMode,
}: {
  readonly engine: Engine;
  readonly list: DeskList;
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
  const { view, me, tree, rounds, frozen, items, isDone, flags, memos } = list;

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

  const current = Math.min(at, Math.max(0, items.length - 1));
  const item = items[current];
  const text = item?.answer.notes ?? '';
  const round = item ? roundAt(rounds, item) : null;
  const hand: Hand = { coder: me, round: round?.id ?? null, codebook: codebookVersion(view), newId };

  const judged = useJudging(engine, judgements, item, rounds);
  const active = Math.max(
    0,
    judged.findIndex(({ value }) => value === null),
  );
  // A pre-code is another's reading of the answer: it waits until one has one's own.
  const mayShowPreCodes = judged.every(({ value }) => value !== null);

  const own = item ? item.coding.segmentsOn(item.answer.id).filter((row) => inLayer('mine', me, row)) : [];
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

  return {
    item,
    current,
    round,
    own,
    chosen,
    held,
    picking,
    context,
    offered,
    judged,
    active,
    preCodes: preCodes && mayShowPreCodes,
    memosHere: item ? memosOn(item.answer.id, item.interview.id) : [],
    writing,
    redacting,
    feed,
    searchField,
    pick,
    create,
    judge,
    go,
    onSelect,
    onHold,
    onCurrent,
    closePicker: () => setPicking(null),
    closeMemo: () => setWriting(null),
    closeRedaction: () => setRedacting(null),
    afterRedaction: () => {
      setRedacting(null);
      select(null);
      say(words.coding.redact.done);
    },
  };
};
