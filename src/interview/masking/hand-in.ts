import type { Engine, StoreFailure } from '../../engine/types.ts';
import type { ReviewState } from '../../masking/index.ts';
import type { InterviewDraft } from '../../study/draft.ts';
import { type HandInProblem, toHandIn } from '../../study/draft-hand-in.ts';
import type { Id } from '../../study/ids.ts';
import type { Instrument } from '../../study/instrument.ts';
import { receiptHash } from '../../study/receipt.ts';
import { err, type Result } from '../../study/result.ts';
import { toMinute } from '../opening/use-not-now.ts';
import type { SessionEngine, World } from '../session/session.ts';
import { maskedOf } from './review-texts.ts';

export type HandInFailure = StoreFailure | HandInProblem | { readonly type: 'attempt' };

/** The attempt by which this person completed the case: made at an earlier try, or mended after a return. */
const completingAttempt = (engine: Pick<Engine, SessionEngine>, caseId: Id): Id | undefined => {
  const view = engine.view.get();
  const own = [...view.all('attempt')].filter(
    (attempt) => attempt.case === caseId && attempt.by === engine.me.id && attempt.outcome === 'interviewed',
  );
  const completedBy = view.get('case', caseId)?.completed_by;
  return (own.find((attempt) => attempt.id === completedBy) ?? own[0])?.id;
};

/**
 * The case is completed first, then the masked interview waits for that attempt's confirmation. Tried again after a
 * failure in between it takes the same attempt.
 */
export const handIn = async (
  deps: { readonly engine: Pick<Engine, SessionEngine>; readonly world: World },
  draft: InterviewDraft,
  instrument: Instrument,
  review: ReviewState,
): Promise<Result<Id, HandInFailure>> => {
  const { engine, world } = deps;
  if (draft.receipt === null) return err({ type: 'no_consent' });
  const rule = engine.view.get().get('wave', draft.wave)?.fields.completeness;
  const receipt = await receiptHash(draft.receipt);
  const payload = toHandIn(draft, instrument, maskedOf(draft, review), receipt, rule);
  if (!payload.ok) return payload;
  let attempt = completingAttempt(engine, draft.case);
  if (attempt === undefined) {
    attempt = world.newId();
    const recorded = await engine.execute('attempt.record', {
      attempt,
      case: draft.case,
      outcome: 'interviewed',
      at: draft.onPaper ?? toMinute(world.now()),
    });
    if (!recorded.ok) return err({ type: 'attempt' });
  }
  return engine.handIn(draft.id, attempt, payload.value);
};
