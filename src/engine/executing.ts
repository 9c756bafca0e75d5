import type { Store, Write } from '../store/port.ts';
import type { Actor, Command, CommandKind, Refusal, View } from '../study/command.ts';
import { KINDS, type Payloads } from '../study/commands/index.ts';
import type { Id } from '../study/ids.ts';
import { canonicalJson, sha256Hex } from '../study/json.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { Source } from '../study/source.ts';
import type { Entry, Journal } from '../sync/journal.ts';
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
import { toStoreFailure } from './one-writer.ts';
import type { Engine, StoreFailure } from './types.ts';

/** From a change somebody asks for to the queued command: checked on the view, sealed, in one transaction. */
export interface Executing extends Pick<Engine, 'execute' | 'undo' | 'redo'> {
  /** Many of one kind in one transaction, with other writes: all are queued or none. Undo does not take them back. */
  readonly executeAll: <K extends keyof Payloads>(
    kind: K,
    payloads: readonly Payloads[K][],
    also?: readonly Write[],
  ) => Promise<Result<null, Refusal | StoreFailure>>;
  /** After all that was begun before, and before all that comes. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface ExecutingParts {
  readonly world: { readonly newId: () => Id };
  readonly store: Store;
  readonly journal: Journal;
  readonly view: Source<View>;
  readonly actor: Actor;
}

interface Made {
  readonly entry: Entry;
  readonly done: Done;
}

export const openExecuting = async (parts: ExecutingParts, queued: () => void): Promise<Executing> => {
  const { world, store, journal, actor } = parts;
  let history = readHistory((await store.get('docs', HISTORY_DOC))?.value);

  const make = async <K extends keyof Payloads>(
    kind: K,
    payload: Payloads[K],
    about: Done | null,
  ): Promise<Result<Made, Refusal>> => {
    const rule: CommandKind<Payloads[K]> = KINDS[kind];
    const view = parts.view.get();
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
    const done: Done = {
      id: command.id,
      kind: (rule.takenBackBy ?? kind) as keyof Payloads,
      inverse: rule.inverse(view, command, actor),
      after: afterOf(base),
    };
    return ok({ entry, done });
  };

  const append = async <K extends keyof Payloads>(
    kind: K,
    payload: Payloads[K],
    step: Step,
    about: Done | null,
  ): ReturnType<Engine['execute']> => {
    const made = await make(kind, payload, about);
    if (!made.ok) return made;
    const { entry, done } = made.value;
    const next = stepped(history, step, done);
    const kept = await journal.commit({ put: [entry], also: [historyWrite(next)] });
    if (!kept.ok) return err(toStoreFailure(kept.error));
    history = next;
    queued();
    return ok(entry.id);
  };

  const appendAll: Executing['executeAll'] = async (kind, payloads, also = []) => {
    const entries: Entry[] = [];
    for (const payload of payloads) {
      const made = await make(kind, payload, null);
      if (!made.ok) return made;
      entries.push(made.value.entry);
    }
    const first = journal.nextSeq();
    const put = entries.map((entry, index): Entry => ({ ...entry, seq: first + index }));
    const kept = await journal.commit({ put, also });
    if (!kept.ok) return err(toStoreFailure(kept.error));
    queued();
    return ok(null);
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
    if (isStale(parts.view.get(), newest)) return err({ type: 'refused', reason: 'stale' });
    return append(newest.kind, newest.inverse as Payloads[typeof newest.kind], step, newest);
  };

  return {
    execute: (kind, payload) => inTurn(() => append(kind, payload, 'do', null)),
    executeAll: (kind, payloads, also) => inTurn(() => appendAll(kind, payloads, also)),
    undo: () => inTurn(() => takeBack('undo')),
    redo: () => inTurn(() => takeBack('redo')),
    inTurn,
  };
};
