import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Engine } from '../engine/types.ts';
import { OUTCOME_TABLE } from '../study/dispositions.ts';
import type { Id } from '../study/ids.ts';
import { readPool } from '../study/pool.ts';
import { OUTCOMES, type Outcome, type RefusalReason } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { useCommands } from '../ui/commands.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { EmptyState } from '../ui/notes.tsx';
import { useSay } from '../ui/notice.tsx';
import { numberWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { useSource } from '../ui/use-source.ts';
import { type Ask, Asking, askFor } from './asking.tsx';
import { type Booked, bookedIn } from './booked.ts';
import { callList, filterCalls, type Group } from './call-list.ts';
import { CallTable } from './call-table.tsx';
import css from './calls.module.css';
import { ClockNote } from './clock-note.tsx';
import { ContactSlot } from './contact-slot.tsx';
import { LeftDrafts } from './left-drafts.tsx';
import { NextCall, needsOverride, RARE_KEY } from './next-call.tsx';
import { PoolNote } from './pool-note.tsx';
import { Today } from './today.tsx';
import { useDialled } from './use-dialled.ts';
import { type Detail, useRecord } from './use-record.ts';

const GROUPS = ['open', 'waits', 'begun', 'done', 'all'] as const satisfies readonly (Group | 'all')[];

/** The next call, what came of it by one key, and the rest of the list. */
export const CallsScreen = ({
  engine,
  newId,
  onInterview,
  asked,
  onAsked,
}: {
  readonly engine: Engine;
  readonly newId: () => Id;
  readonly onInterview: (caseId: Id) => void;
  /** From the opening of an interview: they want another time, or do not take part. */
  readonly asked?: { readonly case: Id; readonly for: 'appointment' | 'refusal' } | undefined;
  readonly onAsked: () => void;
}) => {
  const { fieldwork, contacts } = useWords();
  const language = useLanguage();
  const say = useSay();
  const now = useNow();
  const view = useSource(engine.view);
  const drafts = useSource(engine.drafts.list);
  const lead = engine.me.role === 'lead';
  const [group, setGroup] = useState<Group | 'all'>('open');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Id | null>(null);
  const [ask, setAsk] = useState<Ask | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [overridden, setOverridden] = useState<ReadonlySet<Id>>(new Set());
  const { busy, failure, record, cancel, giveUp } = useRecord(engine, newId);
  const { clockError } = useSource(engine.status);

  const begun = useMemo(
    () => new Set(drafts.filter((draft) => draft.stage !== 'handed_in').map((draft) => draft.case)),
    [drafts],
  );
  const calls = useMemo(
    () => callList({ view, mine: lead ? null : engine.me.id, begun, now, clockError, overridden }),
    [view, lead, engine.me.id, begun, now, clockError, overridden],
  );
  const counts = useMemo(
    () => new Map(GROUPS.map((name) => [name, filterCalls(calls, name, '').length])),
    [calls],
  );
  const shown = useMemo(() => filterCalls(calls, group, search), [calls, group, search]);
  const at = Math.max(
    0,
    shown.findIndex((call) => call.row.id === chosen),
  );
  const current = shown[at];
  const over = !current || current.standing === 'over';
  const lent = current !== undefined && !needsOverride(current);
  const head = useRef<HTMLElement>(null);
  const dialled = useDialled(head, current?.row.id);
  const pool = useMemo(
    () => [...view.all('wave')].find(({ status, fields }) => status === 'open' && readPool(fields.pool).on),
    [view],
  );

  useEffect(() => {
    const call = asked && calls.find(({ row }) => row.id === asked.case);
    if (!call) return;
    setChosen(call.row.id);
    setAsk({ call, for: asked.for });
    onAsked();
  }, [asked, calls, onAsked]);

  const note = async (call: Call, outcome: Outcome, detail?: Detail): Promise<void> => {
    setAsk(null);
    if (!(await record(call, outcome, { since: dialled.since(call.row.id), ...detail }))) return;
    dialled.forget();
    // The next case comes up by the rule, unless one was looking at a case on purpose.
    setChosen(null);
    say(
      detail?.erase
        ? contacts.erasedNow(call.row.name)
        : fieldwork.noted(OUTCOME_TABLE[outcome].said[language], call.row.name),
    );
  };
  const choose = (outcome: Outcome): void => {
    if (over || busy) return;
    const question = lent ? askFor(outcome) : 'override';
    if (question) setAsk({ call: current, for: question });
    else void note(current, outcome);
  };
  const askOf = (what: Ask['for']): void =>
    over || busy ? undefined : setAsk({ call: current, for: lent ? what : 'override' });
  const end = async (call: Call, reason: RefusalReason): Promise<void> => {
    setAsk(null);
    if (!(await giveUp(call, reason))) return;
    setChosen(null);
    say(fieldwork.giveUp.done(call.row.name));
  };
  const callOff = async ({ appointment, call }: Booked): Promise<void> => {
    if (await cancel(appointment.id)) say(fieldwork.calendar.cancelled(call.row.name));
  };
  const move = (step: number): void => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))];
    if (next) setChosen(next.row.id);
  };
  const interview = (): void => {
    if (over) return;
    if (lent) onInterview(current.row.id);
    else askOf('override');
  };

  useCommands(fieldwork.title, [
    {
      key: 'Enter',
      label: lent ? (current.begun ? fieldwork.resume : fieldwork.start) : fieldwork.override.open,
      run: interview,
      disabled: over,
    },
    ...OUTCOMES.map((outcome, index) => ({
      key: String(index + 1),
      label: OUTCOME_TABLE[outcome].label[language],
      run: () => choose(outcome),
      disabled: over,
    })),
    { key: RARE_KEY, label: fieldwork.rare.open, run: () => askOf('rare'), disabled: over },
    ...(current?.begun && !over ? [{ label: fieldwork.giveUp.open, run: () => askOf('give_up') }] : []),
    { key: 'J', label: fieldwork.keys.down, run: () => move(1), repeats: true },
    { key: 'K', label: fieldwork.keys.up, run: () => move(-1), repeats: true },
    { key: '↓', label: fieldwork.keys.down, run: () => move(1), repeats: true, quiet: true },
    { key: '↑', label: fieldwork.keys.up, run: () => move(-1), repeats: true, quiet: true },
    { key: '/', label: fieldwork.keys.search, run: () => searchField.current?.focus() },
  ]);

  const notes = (
    <>
      <ClockNote now={now} clockError={clockError} />
      <LeftDrafts drafts={drafts} view={view} onInterview={onInterview} />
      {pool && !lead ? <PoolNote engine={engine} wave={pool} calls={calls} /> : null}
    </>
  );
  if (calls.length === 0) return <NoCalls engine={engine} notes={notes} />;
  return (
    <div className={css.work}>
      <main className={css.page}>
        <div className={css.wrap}>
          <h1 className="unseen">{fieldwork.title}</h1>
          {current ? (
            <NextCall
              call={current}
              now={now}
              busy={busy}
              onOutcome={choose}
              onRare={() => askOf('rare')}
              onInterview={interview}
              contact={
                <ContactSlot
                  key={current.row.id}
                  engine={engine}
                  newId={newId}
                  row={current.row}
                  onDial={dialled.note}
                />
              }
              onGiveUp={() => askOf('give_up')}
              onOverride={() => askOf('override')}
              around={head}
            />
          ) : (
            <EmptyState
              title={search === '' && group === 'open' ? fieldwork.empty.noneLeft : fieldwork.empty.filtered}
            >
              {search === '' && group === 'open' ? <p>{fieldwork.empty.noneLeftText}</p> : null}
            </EmptyState>
          )}
          {failure ? <FailureNote failure={failure} /> : null}
          <div className={css.filters}>
            <fieldset className={css.groups} aria-label={fieldwork.filters.label}>
              {GROUPS.map((name) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={group === name}
                  onClick={() => {
                    setGroup(name);
                    setChosen(null);
                  }}
                >
                  {fieldwork.filters.count(
                    fieldwork.filters[name],
                    numberWords(counts.get(name) ?? 0, language),
                  )}
                </button>
              ))}
            </fieldset>
            <input
              ref={searchField}
              className={css.search}
              type="search"
              aria-label={fieldwork.search}
              placeholder={`${fieldwork.search}  /`}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
              }}
            />
          </div>
          <CallTable
            calls={shown}
            current={current?.row.id ?? null}
            chosen={chosen !== null}
            now={now}
            people={lead ? view : null}
            onChoose={setChosen}
          />
        </div>
      </main>
      <Today
        notes={notes}
        calls={calls}
        me={lead ? null : engine.me.id}
        now={now}
        onCancel={(booked) => void callOff(booked)}
        onChoose={setChosen}
      />
      <Asking
        ask={ask}
        view={view}
        now={now}
        booked={ask ? bookedIn(calls, now).map(({ appointment }) => appointment) : []}
        onRecord={(call, outcome, detail) => void note(call, outcome, detail)}
        onInterview={onInterview}
        onGiveUp={(call, reason) => void end(call, reason)}
        onOverride={(id) => {
          setOverridden(new Set([...overridden, id]));
          setChosen(id);
          setAsk(null);
        }}
        onAsk={setAsk}
      />
    </div>
  );
};

/** Says what will be here and how it gets here. */
const NoCalls = ({ engine, notes }: { readonly engine: Engine; readonly notes: ReactNode }) => {
  const { fieldwork } = useWords();
  const view = useSource(engine.view);
  const waiting = [...view.all('case')].length > 0;
  const { empty } = fieldwork;
  const lead = engine.me.role === 'lead';
  return (
    <main className={css.page}>
      <div className={css.wrap}>
        <EmptyState title={lead ? empty.leadTitle : empty.title}>
          <p>{waiting ? empty.draft : lead ? empty.leadText : empty.text}</p>
        </EmptyState>
        {notes}
      </div>
    </main>
  );
};
