import { describe, expect, it } from 'vitest';
import definition from '../../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import type { DraftHandle, DraftSummary, Engine, OutboxItem } from '../../engine/types.ts';
import type { InterviewDraft } from '../../study/draft.ts';
import type { Id } from '../../study/ids.ts';
import type { AttemptRow, CaseRow } from '../../study/rows.ts';
import { createCell } from '../../study/source.ts';
import { openInterview } from './open-interview.ts';

interface World {
  readonly status?: CaseRow['status'];
  readonly completedBy?: Id;
  readonly drafts?: readonly DraftSummary[];
  readonly outbox?: readonly Pick<OutboxItem, 'stream' | 'caseName'>[];
  readonly instrument?: unknown;
}

/** As much of an engine as opening looks at. */
const engineOf = (world: World): { engine: Engine; begun: InterviewDraft[]; closed: string[] } => {
  const begun: InterviewDraft[] = [];
  const closed: string[] = [];
  const handle = (draft: Partial<InterviewDraft>): Partial<DraftHandle> => ({
    draft: createCell(draft as InterviewDraft),
    close: async () => void closed.push(draft.id ?? ''),
  });
  const rows: Record<string, Record<string, unknown>> = {
    case: {
      c: {
        id: 'c',
        wave: 'w',
        name: 'Vara',
        stratum: 's',
        status: world.status ?? 'new',
        completed_by: world.completedBy ?? null,
      },
    },
    wave: { w: { id: 'w', instrument: 'h' } },
    instrument: { i: { hash: 'h', definition: world.instrument ?? definition } },
    attempt: { mine: { by: 'me' } as Partial<AttemptRow>, theirs: { by: 'she' } as Partial<AttemptRow> },
  };
  const engine = {
    me: { id: 'me' },
    view: createCell({
      get: (table: string, id: string) => rows[table]?.[id],
      all: (table: string) => Object.values(rows[table] ?? {}),
    }),
    outbox: createCell(world.outbox ?? []),
    drafts: {
      list: createCell(world.drafts ?? []),
      open: async (id: Id) => ({ ok: true, value: handle({ id, instrument: 'h' }) }),
      begin: async (draft: InterviewDraft) => {
        begun.push(draft);
        return { ok: true, value: handle(draft) };
      },
    },
  };
  return { engine: engine as unknown as Engine, begun, closed };
};
const summary = (id: Id, stage: DraftSummary['stage']): DraftSummary => ({
  id,
  case: 'c',
  caseName: 'Vara',
  stage,
  asked: 0,
});
const open = (world: World) => {
  const made = engineOf(world);
  return openInterview({ engine: made.engine, newId: () => 'new' }, { case: 'c' }).then((result) => ({
    ...made,
    result,
    id: result.ok ? result.value.handle.draft.get().id : result.error.type,
  }));
};

describe('opening an interview', () => {
  it('begins a draft where there is none, with the instrument in force', async () => {
    const { id, begun } = await open({});
    expect(id).toBe('new');
    expect(begun[0]).toMatchObject({ case: 'c', instrument: 'h', stage: 'opening', caseName: 'Vara' });
  });
  it('goes on with the unfinished one, and shows the one handed in', async () => {
    const drafts = [summary('sent', 'handed_in'), summary('half', 'asking')];
    expect((await open({ drafts })).id).toBe('half');
    expect((await open({ drafts: drafts.slice(0, 1), status: 'interviewed', completedBy: 'mine' })).id).toBe(
      'sent',
    );
  });
  it('begins none where the interview is done, but lets a slip of the key be mended', async () => {
    expect((await open({ status: 'closed' })).id).toBe('case_done');
    expect((await open({ status: 'interviewed', completedBy: 'theirs' })).id).toBe('case_done');
    expect((await open({ status: 'interviewed', completedBy: 'mine' })).id).toBe('new');
    const outbox = [{ stream: 'interviews', caseName: 'Vara' }] as const;
    expect((await open({ status: 'interviewed', completedBy: 'mine', outbox })).id).toBe('case_done');
  });
  it('says that the questions cannot be read, and lets go of the draft', async () => {
    expect((await open({ instrument: {} })).id).toBe('broken_instrument');
    const held = await open({ instrument: {}, drafts: [summary('half', 'asking')] });
    expect(held.id).toBe('broken_instrument');
    expect(held.closed).toEqual(['half']);
  });
});
