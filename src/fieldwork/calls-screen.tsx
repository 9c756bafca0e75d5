import { useMemo, useRef, useState } from 'react';
import type { Engine } from '../engine/types.ts';
import { OUTCOME_TABLE } from '../study/dispositions.ts';
import type { Id } from '../study/ids.ts';
import { OUTCOMES, type Outcome } from '../study/rows.ts';
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
import { ContactSlot } from './contact-slot.tsx';
import { NextCall, RARE_KEY } from './next-call.tsx';
import { Today } from './today.tsx';
import { type Detail, useRecord } from './use-record.ts';

const GROUPS = ['open', 'waits', 'begun', 'done', 'all'] as const satisfies readonly (Group | 'all')[];

/** The next call, what came of it by one key, and the rest of the list. */
export const CallsScreen = ({
  engine,
  newId,
  onInterview,
}: {
  readonly engine: Engine;
  readonly newId: () => Id;
  readonly onInterview: (caseId: Id) => void;
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
  const { busy, failure, record, cancel } = useRecord(engine, newId);

  const begun = useMemo(
    () => new Set(drafts.filter((draft) => draft.stage !== 'handed_in').map((draft) => draft.case)),
    [drafts],
  );
  const calls = useMemo(
    () => callList(view, lead ? null : engine.me.id, begun, now),
    [view, lead, engine.me.id, begun, now],
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

  const note = async (call: Call, outcome: Outcome, detail?: Detail): Promise<void> => {
    setAsk(null);
    if (!(await record(call, outcome, detail))) return;
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
    const asked = askFor(outcome);
    if (asked) setAsk({ call: current, for: asked });
    else void note(current, outcome);
  };
  const rare = (): void => (over || busy ? undefined : setAsk({ call: current, for: 'rare' }));
  const callOff = async ({ appointment, call }: Booked): Promise<void> => {
    if (await cancel(appointment.id)) say(fieldwork.calendar.cancelled(call.row.name));
  };
  const move = (step: number): void => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))];
    if (next) setChosen(next.row.id);
  };
  const interview = (): void => {
    if (!over) onInterview(current.row.id);
  };

  useCommands(fieldwork.title, [
    {
      key: 'Enter',
      label: current?.begun ? fieldwork.resume : fieldwork.start,
      run: interview,
      disabled: over,
    },
    ...OUTCOMES.map((outcome, index) => ({
      key: String(index + 1),
      label: OUTCOME_TABLE[outcome].label[language],
      run: () => choose(outcome),
      disabled: over,
    })),
    { key: RARE_KEY, label: fieldwork.rare.open, run: rare, disabled: over },
    { key: 'J', label: fieldwork.keys.down, run: () => move(1), repeats: true },
    { key: 'K', label: fieldwork.keys.up, run: () => move(-1), repeats: true },
    { key: '↓', label: fieldwork.keys.down, run: () => move(1), repeats: true, quiet: true },
    { key: '↑', label: fieldwork.keys.up, run: () => move(-1), repeats: true, quiet: true },
    { key: '/', label: fieldwork.keys.search, run: () => searchField.current?.focus() },
  ]);

  if (calls.length === 0) return <NoCalls engine={engine} />;
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
              onRare={rare}
              onInterview={interview}
              contact={<ContactSlot key={current.row.id} engine={engine} newId={newId} row={current.row} />}
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
        onAsk={setAsk}
      />
    </div>
  );
};

/** Says what will be here and how it gets here. */
const NoCalls = ({ engine }: { readonly engine: Engine }) => {
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
      </div>
    </main>
  );
};
