import { useCallback } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Judgement } from '../../study/claims.ts';
import type { Id } from '../../study/ids.ts';
import type { Question } from '../../study/instrument.ts';
import { useWords } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Picker } from '../picker/picker.tsx';
import type { Asked } from '../questions.ts';
import { RedactDialog } from '../redact-dialog.tsx';
import { AnswerCard } from './answer-card.tsx';
import { CodeRail } from './code-rail.tsx';
import css from './desk.module.css';
import { DeskFeed } from './desk-feed.tsx';
import { DeskHead } from './desk-head.tsx';
import { inLayer } from './items.ts';
import { MemoDialog } from './memo-dialog.tsx';
import { SidePanel } from './side-panel.tsx';
import { useDesk } from './use-desk.ts';
import { useDeskList } from './use-desk-list.ts';

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
  const list = useDeskList(engine, questions, interview);
  const { view, me, tree, kept, items, isDone, flags, memos, layer, query, frozen } = list;
  const at = useDesk({ engine, list, interview, judgements, newId, onQuestion, onMode });
  const shownOn = useCallback(
    (answer: string, coding: (typeof items)[number]['coding']) =>
      coding.segmentsOn(answer).filter((row) => inLayer(layer, me, row)),
    [layer, me],
  );
  const nameOf = useCallback((person: string): string => view.get('person', person)?.name ?? '…', [view]);

  return (
    <>
      <CodeRail
        tree={tree}
        uses={list.uses}
        here={new Set(at.own.map(({ code }) => tree.of(code)?.id ?? code))}
        offered={at.offered}
        onPick={at.pick}
      />
      <main className={css.page}>
        <DeskHead
          asked={asked}
          item={at.item}
          interview={interview}
          place={items.length === 0 ? null : { at: at.current + 1, all: items.length }}
          round={at.round ?? list.around}
          wholeRound={list.wholeRound}
          layer={layer}
          query={query}
          searching={list.building}
          searchField={at.searchField}
          unit={at.chosen && at.held.length === 0 ? desk.unit(desk.units[at.chosen.unit]) : ''}
          onWholeRound={() => {
            list.setWholeRound(!list.wholeRound);
            at.go(0);
          }}
          onLayer={list.setLayer}
          onQuery={(next) => {
            list.setQuery(next);
            at.go(0);
          }}
          onMode={onMode}
        />
        {list.reading ? (
          <Progress label={words.coding.loading} />
        ) : items.length === 0 ? (
          <EmptyState title={query === '' ? words.coding.empty.title : words.coding.empty.notFound}>
            {query === '' ? <p>{words.coding.empty.text}</p> : null}
          </EmptyState>
        ) : (
          <DeskFeed
            handle={at.feed}
            items={items}
            render={(one, position) => (
              <AnswerCard
                item={one}
                segments={shownOn(one.answer.id, one.coding)}
                tree={tree}
                names={layer === 'all' ? nameOf : null}
                roles={asked.instrument.roles}
                state={position === at.current && at.chosen ? { chosen: at.chosen, held: at.held } : null}
                now={position === at.current}
                done={isDone(one)}
                flagged={flags.has(one.answer.id)}
                memos={memos.filter(({ on }) => on.noun === 'answer' && on.id === one.answer.id).length}
                query={query}
                title={interview !== null}
                position={position}
                size={items.length}
                picker={
                  position === at.current && at.picking ? (
                    <Picker
                      codes={tree.pickable}
                      context={at.context}
                      typed={at.picking.typed}
                      recode={at.picking.recode !== null}
                      proposes={frozen}
                      onPick={at.pick}
                      onCreate={(name) => void at.create(name)}
                      onClose={at.closePicker}
                    />
                  ) : null
                }
                onCurrent={at.onCurrent}
                onSelect={at.onSelect}
                onHold={at.onHold}
              />
            )}
          />
        )}
      </main>
      <SidePanel
        item={at.item}
        judged={at.judged}
        active={at.active}
        preCodes={at.preCodes}
        progress={{
          done: kept.filter(isDone).length,
          all: kept.length,
          passages: [...list.uses.values()].reduce((sum, n) => sum + n, 0),
          others: [],
        }}
        memos={at.memosHere}
        nameOf={nameOf}
        onJudge={at.judge}
      />
      {at.writing ? (
        <MemoDialog engine={engine} newId={newId} targets={at.writing} onClose={at.closeMemo} />
      ) : null}
      {at.redacting ? (
        <RedactDialog
          engine={engine}
          passage={at.redacting}
          questions={asked.questions}
          onClose={at.closeRedaction}
          onDone={at.afterRedaction}
        />
      ) : null}
    </>
  );
};
