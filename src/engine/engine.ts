import type { Store } from '../store/port.ts';
import type { Actor } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import { err, ok } from '../study/result.ts';
import { createCell } from '../study/source.ts';
import { type Entry, openJournal } from '../sync/journal.ts';
import { keptInterviews } from '../sync/kept.ts';
import { createPump, HAS_SENT, LONGEST_DELAY_MS } from '../sync/pump.ts';
import type { Remote } from '../sync/remote.ts';
import type { SessionHolder } from '../sync/session.ts';
import { settleConflict } from './conflicts.ts';
import { openContacts } from './contacts.ts';
import { openDrafts } from './drafts.ts';
import { openExecuting } from './executing.ts';
import { confirmAttempts, createHandIns } from './hand-ins.ts';
import { PUMP_LOCK } from './key-sharing.ts';
import { openKeys } from './keys.ts';
import { openModel } from './model.ts';
import { outboxItems } from './outbox.ts';
import { openPapers } from './papers.ts';
import type { Engine, Status } from './types.ts';
import type { World } from './world.ts';

/** An unlocked account: its store, its remote, and who it is. */
export interface EngineParts {
  readonly account: string;
  readonly store: Store;
  readonly remote: Remote;
  readonly holder: SessionHolder;
  readonly me: Engine['me'];
  readonly signInAgain: Engine['signInAgain'];
  readonly backup: Engine['backup'];
}

/** An interview's upload must not tell when its call ended. */
const SHORTEST_DELAY_MS = 15 * 60_000;

/** What one tab tells the others of the same account. */
type TabMessage =
  | { readonly type: 'journal' }
  | { readonly type: 'replica' }
  | { readonly type: 'keys' }
  | { readonly type: 'draft' | 'paper'; readonly id: string };

export const openEngine = async (world: World, parts: EngineParts): Promise<Engine> => {
  const { store, remote, me, account } = parts;
  const actor: Actor = { id: me.id, role: me.role };
  const tabs = world.channel(`lagesbild-${account}`);
  const tell = (message: TabMessage): void => tabs.post(message);

  const journal = await openJournal(store, () => tell({ type: 'journal' }));
  const saving = createCell<Pick<Status, 'saving' | 'savedAt'>>({ saving: 'saved', savedAt: null });
  const room = await openDrafts(world, store, account, saving, (id) => tell({ type: 'draft', id }));
  const papers = openPapers({ world, store, saving }, account, (id) => tell({ type: 'paper', id }));
  const model = await openModel(store, journal, () => actor);
  const delay = (): number =>
    me.practice ? 0 : SHORTEST_DELAY_MS + (LONGEST_DELAY_MS - SHORTEST_DELAY_MS) * world.random();
  const hasSent = (await store.get('docs', HAS_SENT)) !== null;

  const outbox = createCell(
    outboxItems(journal.entries.get(), await keptInterviews(store), journal.unreadable.get()),
  );
  let turn = 0;
  const showOutbox = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const kept = await keptInterviews(store);
    // A later look may have been quicker.
    if (mine === turn) outbox.set(outboxItems(journal.entries.get(), kept, journal.unreadable.get()));
  };
  journal.entries.subscribe(() => void showOutbox());

  const call: Engine['act'] = async (kind, args) => {
    const answer = await remote.act(kind, world.newId(), args);
    if (!answer.ok) return answer;
    return answer.value.ok ? ok(answer.value.value) : err({ type: 'refused', reason: answer.value.reason });
  };
  const act: Engine['act'] = async (kind, args) => {
    const answer = await call(kind, args);
    if (!answer.ok) return answer;
    pump.dispatch({ type: 'nudge' });
    await pump.idle();
    return answer;
  };

  const { executeAll, inTurn, ...executing } = await openExecuting(
    { world, store, journal, view: model.view, actor },
    () => {
      saving.set({ saving: 'saved', savedAt: world.now() });
      pump.dispatch({ type: 'tick' });
    },
  );
  const keyRoom = await openKeys({
    world,
    store,
    me,
    view: model.view,
    act,
    call,
    destroyed: async (waves, device, write) => {
      const told = await executeAll(
        'key.destroyed',
        waves.map((wave) => ({ wave, device })),
        [write],
      );
      return told.ok ? told : err({ type: 'taken_over' });
    },
    fetch: () => pump.dispatch({ type: 'nudge' }),
    changed: () => tell({ type: 'keys' }),
  });
  const contacts = openContacts({
    view: model.view,
    entries: journal.entries,
    ring: keyRoom.ring,
    state: keyRoom.keys.state,
    put: (payloads) => executeAll('contact.put', payloads),
  });

  const pump = createPump({ ...pick(world), delay }, { store, journal, remote, hasSent }, async (changed) => {
    if (changed) await model.reload();
    await showOutbox();
    if (changed) tell({ type: 'replica' });
    return keyRoom.tend();
  });

  tabs.listen((message) => {
    const { type, id } = message as TabMessage & { readonly id?: string };
    if (type === 'journal') void journal.reload();
    if (type === 'replica') void model.reload();
    if (type === 'keys') void keyRoom.reload();
    if (type === 'draft') void room.reload(id);
    if (type === 'paper' && id !== undefined) void papers.reload(id);
  });

  /** A confirmed, withdrawn or discarded interview took its draft along: the list of drafts must not show it. */
  let draftsWaiting = draftIds(journal.entries.get());
  journal.entries.subscribe(() => {
    const now = draftIds(journal.entries.get());
    const gone = [...draftsWaiting].some((id) => !now.has(id));
    draftsWaiting = now;
    if (gone) void room.reload();
  });

  const statusNow = (): Status => {
    const entries = journal.entries.get();
    const waiting = entries.filter(({ state }) => state === 'queued' || state === 'sent');
    const { pulling, pulled, lastPull, clockError, retryAt, hasSent: sent, failure } = pump.status.get();
    return {
      online: world.online.get() && failure?.type !== 'offline',
      session: failure?.type === 'signed_out' || parts.holder.current() === null ? 'signed_out' : 'signed_in',
      ...saving.get(),
      waiting: {
        interviews: waiting.filter(({ kind }) => kind === 'interview.hand_in').length,
        other: waiting.filter(({ kind }) => kind !== 'interview.hand_in').length,
      },
      returned: entries.filter(({ state }) => state === 'returned' || state === 'conflict').length,
      hasSent: sent,
      pulling,
      pulled: pulling ? pulled : null,
      lastPull,
      clockError,
      retryAt,
      outdated: failure?.type === 'garbled',
    };
  };
  const status = createCell(statusNow());
  const stops = [saving, pump.status, journal.entries, world.online].map((source) =>
    source.subscribe(() => status.set(statusNow())),
  );

  stops.push(
    world.online.subscribe(() => pump.dispatch({ type: 'network', online: world.online.get() })),
    world.visible.subscribe(() => {
      pump.dispatch({ type: 'visible', visible: world.visible.get() });
      if (world.visible.get()) pump.dispatch({ type: 'nudge' });
    }),
    world.lead(`${PUMP_LOCK}${account}`, () => pump.dispatch({ type: 'lead', leads: true })),
  );
  if (me.role === 'interviewer') pump.dispatch({ type: 'feeds', feeds: ['study'] });
  pump.dispatch({ type: 'network', online: world.online.get() });

  await confirmAttempts(store, journal);

  const handIns = createHandIns({ world, store, journal, room, delay, practice: me.practice }, () =>
    pump.dispatch({ type: 'tick' }),
  );

  return {
    me,
    view: model.view,
    outbox,
    status,
    drafts: room.drafts,
    papers: papers.papers,
    ...executing,
    keys: keyRoom.keys,
    contacts,
    act,
    overview: (wave) => remote.overview(wave),
    ...handIns,
    settleConflict: (id, keep) =>
      inTurn(async () => {
        const done = await settleConflict({ journal, newId: world.newId }, id, keep);
        pump.dispatch({ type: 'tick' });
        return done;
      }),
    answers: model.answers,
    coding: model.coding,
    judgements: model.judgements,
    scan: model.scan,
    roundProgress: (round) => remote.roundProgress(round),
    sync: async () => {
      pump.dispatch({ type: 'nudge' });
      await pump.idle();
    },
    signInAgain: async (passphrase) => {
      const signed = await parts.signInAgain(passphrase);
      if (signed.ok) pump.dispatch({ type: 'session', signedIn: true });
      return signed;
    },
    backup: parts.backup,
    close: async () => {
      await room.closeAll();
      await papers.closeAll();
      pump.stop();
      for (const stop of stops) stop();
      await pump.idle();
      tabs.close();
      store.close();
    },
  };
};

const draftIds = (entries: readonly Entry[]): ReadonlySet<Id> =>
  new Set(entries.flatMap(({ handIn }) => handIn?.draft ?? []));

const pick = ({ now, random, wakeAt, newId }: World): Pick<World, 'now' | 'random' | 'wakeAt' | 'newId'> => ({
  now,
  random,
  wakeAt,
  newId,
});
