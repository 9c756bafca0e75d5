import type { DraftHandle, Engine } from '../../engine/types.ts';
import type { InterviewDraft } from '../../study/draft.ts';
import type { Id } from '../../study/ids.ts';
import { err, ok } from '../../study/result.ts';
import { createCell } from '../../study/source.ts';
import type { SessionEngine } from '../session/session.ts';

/**
 * An interview that enters no study: the draft lives in memory alone, and what the screens ask of the engine is done
 * nowhere. Written out one by one, so that a new door of the engine is closed here until somebody thinks of it.
 */
export const openNowhere = (
  engine: Engine,
  newId: () => Id,
  draft: InterviewDraft,
): { readonly engine: Pick<Engine, SessionEngine>; readonly handle: DraftHandle } => {
  const cell = createCell(draft);
  const mode = createCell<'writing' | 'watching'>('writing');
  const handle: DraftHandle = {
    draft: cell,
    mode,
    change: async (change) => {
      cell.set(change(cell.get()));
      return ok(null);
    },
    takeOver: async () => ok(null),
    close: async () => undefined,
  };
  return {
    handle,
    engine: {
      me: engine.me,
      // Read only: the wave's texts are read out as they would be.
      view: engine.view,
      drafts: {
        list: createCell([]),
        begin: async () => err({ type: 'storage_closed' }),
        open: async () => err({ type: 'no_draft' }),
        erase: async () => ok(null),
      },
      execute: async () => ok(newId()),
      remark: async () => ok(newId()),
      handIn: async () => {
        cell.update((now) => ({ ...now, stage: 'handed_in' }));
        return ok(newId());
      },
    },
  };
};
