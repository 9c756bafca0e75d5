import type { DraftHandle, Engine, StoreFailure } from '../../engine/types.ts';
import { beginDraft } from '../../study/draft-rules.ts';
import type { Id } from '../../study/ids.ts';
import type { Instrument } from '../../study/instrument.ts';
import type { Json } from '../../study/json.ts';
import { parseInstrument } from '../../study/parse-instrument.ts';
import { err, ok, type Result } from '../../study/result.ts';
import type { CaseRow, InstrumentRow } from '../../study/rows.ts';

/** A case to call, or a draft that was begun before. */
export type InterviewTarget = { readonly case: Id } | { readonly draft: Id };

export interface OpenedInterview {
  readonly handle: DraftHandle;
  readonly instrument: Instrument;
  /** The SurveyJS definition it was parsed from. */
  readonly definition: Json;
}

export type OpenFailure =
  | StoreFailure
  | { readonly type: 'no_draft' }
  | { readonly type: 'no_case' }
  /** Interviewed already, or closed: a second interview of a case would never be handed in. */
  | { readonly type: 'case_done' }
  | { readonly type: 'no_instrument' }
  | { readonly type: 'broken_instrument' };

const instrumentOf = (engine: Engine, hash: string | null): InstrumentRow | undefined => {
  for (const row of engine.view.get().all('instrument')) if (row.hash === hash) return row;
  return undefined;
};

/** The instrument the draft was begun with, whatever was published since. */
const withInstrument = (
  handle: DraftHandle,
  row: InstrumentRow,
): Result<OpenedInterview, { readonly type: 'broken_instrument' }> => {
  const parsed = parseInstrument(row.definition);
  return parsed.ok
    ? ok({ handle, instrument: parsed.value, definition: row.definition })
    : err({ type: 'broken_instrument' });
};

const resume = async (engine: Engine, id: Id): Promise<Result<OpenedInterview, OpenFailure>> => {
  const opened = await engine.drafts.open(id);
  if (!opened.ok) return opened;
  const row = instrumentOf(engine, opened.value.draft.get().instrument);
  const whole = row ? withInstrument(opened.value, row) : err({ type: 'no_instrument' } as const);
  if (!whole.ok) await opened.value.close();
  return whole;
};

/** A draft of the case goes on (several calls make one interview); one handed in shows that it is. */
const begunDraft = (engine: Engine, caseId: Id): Id | undefined => {
  const own = engine.drafts.list.get().filter((draft) => draft.case === caseId);
  return (own.find((draft) => draft.stage !== 'handed_in') ?? own[0])?.id;
};

/**
 * Nothing more to ask there. A case that this person marked as interviewed without having handed anything in can
 * still be interviewed: the mark may have been a slip, or the interview is written in afterwards.
 */
const isDone = (engine: Engine, row: CaseRow): boolean => {
  if (row.status !== 'interviewed') return row.status === 'closed';
  const attempt = row.completed_by === null ? undefined : engine.view.get().get('attempt', row.completed_by);
  const handedIn = engine.outbox
    .get()
    .some((item) => item.stream === 'interviews' && item.caseName === row.name);
  return attempt?.by !== engine.me.id || handedIn;
};

export const openInterview = async (
  deps: { readonly engine: Engine; readonly newId: () => Id },
  target: InterviewTarget,
): Promise<Result<OpenedInterview, OpenFailure>> => {
  const { engine } = deps;
  if ('draft' in target) return resume(engine, target.draft);
  const begun = begunDraft(engine, target.case);
  if (begun !== undefined) return resume(engine, begun);

  const view = engine.view.get();
  const row = view.get('case', target.case);
  const wave = row && view.get('wave', row.wave);
  if (!row || !wave) return err({ type: 'no_case' });
  if (isDone(engine, row)) return err({ type: 'case_done' });
  const published = instrumentOf(engine, wave.instrument);
  if (!published) return err({ type: 'no_instrument' });
  const parsed = parseInstrument(published.definition);
  if (!parsed.ok) return err({ type: 'broken_instrument' });
  const draft = beginDraft(deps.newId(), wave, row, parsed.value, published.hash);
  const stored = await engine.drafts.begin(draft);
  return stored.ok
    ? ok({ handle: stored.value, instrument: parsed.value, definition: published.definition })
    : stored;
};
