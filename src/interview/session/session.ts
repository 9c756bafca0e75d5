import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { DraftHandle, Engine, StoreFailure } from '../../engine/types.ts';
import type { InterviewDraft } from '../../study/draft.ts';
import type { Id } from '../../study/ids.ts';
import type { Instrument } from '../../study/instrument.ts';
import type { Json } from '../../study/json.ts';
import { createCell, type Source } from '../../study/source.ts';

/** The world of the screen, handed in so that tests choose it. */
export interface World {
  readonly newId: () => Id;
  readonly now: () => number;
  /** Uniform in [0, 1), from the system's secure source. */
  readonly random: () => number;
}

export const systemWorld: World = {
  newId: () => crypto.randomUUID(),
  now: () => Date.now(),
  random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};

/** What the interview's screens may ask of the engine. */
export type SessionEngine = 'me' | 'view' | 'drafts' | 'execute' | 'remark' | 'handIn';

export interface Training {
  readonly spoken: Readonly<Record<string, readonly string[]>>;
  /** How many utterances have been heard, by place. */
  readonly heard: Source<Readonly<Record<string, number>>>;
  /** One more at the place. */
  readonly speak: (place: string) => void;
  readonly again: () => void;
}

/** Everything the parts of one open interview share. */
export interface Session {
  readonly engine: Pick<Engine, SessionEngine>;
  readonly handle: DraftHandle;
  readonly instrument: Instrument;
  readonly definition: Json;
  readonly world: World;
  /** A pure change, applied at once. It never throws and never waits; a failure to store shows in `failure`. */
  readonly change: (change: (draft: InterviewDraft) => InterviewDraft) => void;
  /** What storing last said; null while all is well. */
  readonly failure: Source<StoreFailure | null>;
  /** Somebody trains: nothing is kept or sent. What the invented respondent says, by question. */
  readonly training?: Training;
  readonly leave: () => void;
  readonly showOutbox: () => void;
  /** Who takes over when they do not take part now; nobody: the attempt is noted here without asking when or why. */
  readonly notNow: (how: 'another' | 'no') => ((caseId: Id) => void) | undefined;
}

export const createSession = (parts: Omit<Session, 'change' | 'failure'>): Session => {
  const failure = createCell<StoreFailure | null>(null);
  const change: Session['change'] = (apply) => {
    void parts.handle.change(apply).then((stored) => failure.set(stored.ok ? null : stored.error));
  };
  return { ...parts, change, failure };
};

export const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no interview is open around this part');
  return session;
};

/**
 * Reads a part of the draft. Each part of the screen names what it needs, so that a keystroke paints the text alone:
 * `select` must give the same value (by identity) while its part of the draft is the same.
 */
export const useDraft = <T>(select: (draft: InterviewDraft) => T): T => {
  const { draft } = useSession().handle;
  const latest = useRef(select);
  latest.current = select;
  return useSyncExternalStore(draft.subscribe, () => latest.current(draft.get()));
};

export const useWriting = (): boolean => {
  const { mode } = useSession().handle;
  return useSyncExternalStore(mode.subscribe, mode.get) === 'writing';
};
