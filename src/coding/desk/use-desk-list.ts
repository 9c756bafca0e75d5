import { useMemo, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import type { Question } from '../../study/instrument.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useSource } from '../../ui/use-source.ts';
import { codeTree } from '../codes/tree.ts';
import { useSearch } from '../use-search.ts';
import {
  type DeskItem,
  inLayer,
  isCodable,
  isFrozen,
  type Layer,
  openRoundsOf,
  roundAt,
  useItems,
} from './items.ts';

/** What lies on the desk: which answers, in which round, what of the coding is shown, and the marks that go with them. */
export const useDeskList = (engine: Engine, questions: readonly Question[], interview: Id | null) => {
  const language = useLanguage();
  const view = useSource(engine.view);
  const me = engine.me.id;
  const tree = useMemo(() => codeTree(view, language), [view, language]);
  const rounds = useMemo(() => openRoundsOf(view, me), [view, me]);
  const everything = useItems(engine, questions, interview);
  const [wholeRound, setWholeRound] = useState(true);
  const [layer, setLayer] = useState<Layer>('mine');
  const [query, setQuery] = useState('');

  const codable = useMemo(() => (everything ?? []).filter(isCodable), [everything]);
  const inRound = useMemo(() => codable.filter((one) => roundAt(rounds, one)), [codable, rounds]);
  const kept = inRound.length > 0 && wholeRound ? inRound : codable;
  const texts = useMemo(() => kept.map(({ answer }) => answer.notes), [kept]);
  const found = useSearch(texts, query);
  const items = useMemo(
    () => (found.positions === null ? kept : kept.filter((_, place) => found.positions?.has(place))),
    [kept, found.positions],
  );
  const isDone = (one: DeskItem): boolean =>
    one.coding.isDone(one.answer.id, me, roundAt(rounds, one)?.id ?? null);
  const flags = useMemo(
    () => new Set([...view.all('flag')].filter(({ by }) => by === me).map(({ answer }) => answer)),
    [view, me],
  );
  const memos = useMemo(() => [...view.all('memo')], [view]);
  /** How often each code is used in what lies here. */
  const uses = useMemo(() => {
    const counts = new Map<string, number>();
    for (const coding of new Set(kept.map((one) => one.coding)))
      for (const row of coding.segments())
        if (inLayer(layer, me, row)) {
          const code = tree.of(row.code)?.id ?? row.code;
          counts.set(code, (counts.get(code) ?? 0) + 1);
        }
    return counts;
  }, [kept, layer, me, tree]);
  return {
    view,
    me,
    tree,
    rounds,
    frozen: isFrozen(view, me),
    reading: everything === null,
    kept,
    items,
    /** The round that holds some of these answers, or none. */
    around: inRound.length > 0 ? (rounds[0] ?? null) : null,
    building: found.building,
    isDone,
    flags,
    memos,
    uses,
    wholeRound,
    setWholeRound,
    layer,
    setLayer,
    query,
    setQuery,
  };
};
export type DeskList = ReturnType<typeof useDeskList>;
