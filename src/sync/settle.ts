import type { Write } from '../store/port.ts';
import type { Id } from '../study/ids.ts';
import type { CommandAnswer } from '../study/wire.ts';
import type { Entry } from './journal.ts';

/**
 * What the server's answers do to the journal: a pure function, so that every combination can be tried.
 * An entry goes only when the server took exactly what this device holds (the hashes agree), or its author's receipt
 * was used; all else stays for a person.
 */
export interface Settled {
  readonly put: readonly Entry[];
  readonly remove: readonly Id[];
  readonly also: readonly Write[];
}

/** The masked copy, kept until a server backup later than its confirmation is reported. It names no case. */
export interface KeptInterview {
  readonly id: Id;
  readonly payload: string;
  readonly hash: string;
  /** Server's clock, ISO. */
  readonly confirmedAt: string;
}
export const keptId = (id: Id): string => `kept/${id}`;

const confirmInterview = (entry: Entry, at: string): Settled => {
  const kept: KeptInterview = { id: entry.id, payload: entry.payload, hash: entry.hash, confirmedAt: at };
  const draft: Write[] = entry.handIn?.draft
    ? [{ table: 'drafts', id: entry.handIn.draft, value: undefined }]
    : [];
  return {
    put: [],
    remove: [entry.id],
    also: [{ table: 'docs', id: keptId(entry.id), value: kept }, ...draft],
  };
};

const withdrawInterview = (entry: Entry): Settled => {
  const { handIn, ...rest } = entry;
  const draft: Write[] = handIn?.draft ? [{ table: 'drafts', id: handIn.draft, value: undefined }] : [];
  return { put: [{ ...rest, payload: '', state: 'withdrawn' }], remove: [], also: draft };
};

/** Whether a completing attempt was its case's first outlives the entry: the interview may be handed in days later. */
export const attemptDocId = (attempt: Id): string => `attempt/${attempt}`;
export interface AttemptDoc {
  readonly first: boolean;
}

/** A note to the lead travels like an interview; once taken nothing of it stays here. */
export const REMARK = 'remark.send';

const acceptCommand = (entry: Entry, answer: CommandAnswer & { readonly first?: boolean }): Settled => {
  const accepted: Entry = { ...entry, state: 'accepted' };
  if (answer.first === undefined) return { put: [accepted], remove: [], also: [] };
  const doc: AttemptDoc = { first: answer.first };
  return {
    put: [accepted],
    remove: [],
    also: [{ table: 'docs', id: attemptDocId(attemptOf(entry)), value: doc }],
  };
};

/** An attempt's id is in its payload; the command's own id is another. */
const attemptOf = (entry: Entry): Id => (JSON.parse(entry.payload) as { readonly attempt: Id }).attempt;

const settleOne = (entry: Entry, answer: CommandAnswer): Settled => {
  const put = (change: Partial<Entry>): Settled => ({ put: [{ ...entry, ...change }], remove: [], also: [] });
  switch (answer.result) {
    case 'accepted':
    case 'duplicate':
      if (answer.hash !== entry.hash) return put({ state: 'conflict', answer });
      if (entry.kind === REMARK) return { put: [], remove: [entry.id], also: [] };
      return entry.stream === 'interviews'
        ? confirmInterview(entry, answer.at ?? '')
        : acceptCommand(entry, answer);
    case 'conflict':
      return put({ state: 'conflict', answer });
    case 'rejected':
      return put({ state: 'returned', answer });
    case 'withdrawn':
      return entry.stream === 'interviews' ? withdrawInterview(entry) : put({ state: 'returned', answer });
  }
};

/** What a settled attempt means for the interview that waits for it. */
const settleDependent = (entry: Entry, about: Entry, answer: CommandAnswer): Entry | null => {
  const refused = answer.result === 'rejected' || answer.result === 'conflict';
  if (about.kind === 'attempt.record' && entry.handIn?.attempt === attemptOf(about)) {
    if (refused) return { ...entry, state: 'returned', answer };
    if (answer.result === 'withdrawn' || answer.first === undefined) return null;
    if (!answer.first) return { ...entry, state: 'second' };
    return { ...entry, handIn: { ...entry.handIn, attemptConfirmed: true } };
  }
  // What took back a refused command has nothing left to take back.
  if (entry.undoes === answer.id && refused && entry.state === 'queued')
    return { ...entry, state: 'returned', answer };
  return null;
};

/** `answers` may be fewer, more or in another order than asked; unknown ids are passed over, unanswered ones stay sent. */
export const settle = (entries: readonly Entry[], answers: readonly CommandAnswer[]): Settled => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const put = new Map<Id, Entry>();
  const remove: Id[] = [];
  const also: Write[] = [];
  for (const answer of answers) {
    const entry = byId.get(answer.id);
    if (entry?.state !== 'sent') continue;
    const settled = settleOne(entry, answer);
    for (const one of settled.put) put.set(one.id, one);
    remove.push(...settled.remove);
    also.push(...settled.also);
    for (const other of entries) {
      const dependent = settleDependent(put.get(other.id) ?? other, entry, answer);
      if (dependent) put.set(dependent.id, dependent);
    }
  }
  return { put: [...put.values()], remove, also };
};
