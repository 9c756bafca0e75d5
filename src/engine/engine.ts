import type { Store } from '../store/port.ts';
import type { Actor, Command, CommandKind } from '../study/command.ts';
import { KINDS, type Payloads } from '../study/commands/index.ts';
import type { Id } from '../study/ids.ts';
import { canonicalJson, sha256Hex } from '../study/json.ts';
import { err, ok } from '../study/result.ts';
import { createCell } from '../study/source.ts';
import { type Entry, openJournal } from '../sync/journal.ts';
import { keptInterviews } from '../sync/kept.ts';
import { createPump, HAS_SENT, LONGEST_DELAY_MS } from '../sync/pump.ts';
import type { Remote } from '../sync/remote.ts';
import type { SessionHolder } from '../sync/session.ts';
import { settleConflict } from './conflicts.ts';
import { openDrafts } from './drafts.ts';
import { confirmAttempts, createHandIns } from './hand-ins.ts';
import {
  afterOf,
  type Done,
  HISTORY_DOC,
  historyWrite,
  isStale,
  readHistory,
  type Step,
  stepped,
} from './history.ts';
import { PUMP_LOCK } from './key-sharing.ts';
import { openModel } from './model.ts';
import { toStoreFailure } from './one-writer.ts';
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

  const pump = createPump({ ...pick(world), delay }, { store, journal, remote, hasSent }, async (changed) => {
    if (changed) await model.reload();
    await showOutbox();
    if (changed) tell({ type: 'replica' });
  });

  tabs.listen((message) => {
    const { type, id } = message as TabMessage & { readonly id?: string };
    if (type === 'journal') void journal.reload();
    if (type === 'replica') void model.reload();
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
    const { pulling, pulled, lastPull, retryAt, hasSent: sent, failure } = pump.status.get();
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

  let history = readHistory((await store.get('docs', HISTORY_DOC))?.value);

  const append = async <K extends keyof Payloads>(
    kind: K,
    payload: Payloads[K],
    step: Step,
    about: Done | null,
  ): ReturnType<Engine['execute']> => {
    const rule: CommandKind<Payloads[K]> = KINDS[kind];
    const view = model.view.get();
    const known = about && Object.keys(about.after).length > 0 ? about.after : null;
    const base = known ?? rule.base?.(view, payload);
    const command: Command<Payloads[K]> = {
      id: world.newId(),
      kind,
      payload,
      ...(base ? { base } : {}),
      ...(about ? { undoes: about.id } : {}),
    };
    const allowed = rule.check(view, command, actor);
    if (!allowed.ok) return allowed;
    const text = canonicalJson(payload);
    const { payload: _, ...head } = command;
    const entry: Entry = {
      ...head,
      seq: journal.nextSeq(),
      stream: rule.stream,
      payload: text,
      hash: await sha256Hex(text),
      state: 'queued',
    };
    const made: Done = {
      id: command.id,
      kind: (rule.takenBackBy ?? kind) as keyof Payloads,
      inverse: rule.inverse(view, command, actor),
      after: afterOf(base),
    };
    const next = stepped(history, step, made);
    const kept = await journal.commit({ put: [entry], also: [historyWrite(next)] });
    if (!kept.ok) return err(toStoreFailure(kept.error));
    history = next;
    saving.set({ saving: 'saved', savedAt: world.now() });
    pump.dispatch({ type: 'tick' });
    return ok(command.id);
  };

  /** One at a time: each is checked on the view that the one before has left, and comes behind it. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };

  const takeBack = async (step: 'undo' | 'redo'): ReturnType<Engine['undo']> => {
    const newest = (step === 'undo' ? history.done : history.undone).at(-1);
    if (!newest) return err({ type: 'nothing_to_undo' });
    if (newest.inverse === null) return err({ type: 'no_inverse' });
    if (isStale(model.view.get(), newest)) return err({ type: 'refused', reason: 'stale' });
    return append(newest.kind, newest.inverse as Payloads[typeof newest.kind], step, newest);
  };

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
    execute: (kind, payload) => inTurn(() => append(kind, payload, 'do', null)),
    undo: () => inTurn(() => takeBack('undo')),
    redo: () => inTurn(() => takeBack('redo')),
    act: async (kind, args) => {
      const answer = await remote.act(kind, world.newId(), args);
      if (!answer.ok) return answer;
      if (!answer.value.ok) return err({ type: 'refused', reason: answer.value.reason });
      pump.dispatch({ type: 'nudge' });
      await pump.idle();
      return ok(answer.value.value);
    },
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
