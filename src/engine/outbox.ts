import type { Entry } from '../sync/journal.ts';
import type { KeptInterview } from '../sync/settle.ts';
import { fieldConflicts } from './conflicts.ts';
import type { OutboxItem } from './types.ts';

/** The journal as "Att skicka" shows it. */
const stateOf = (entry: Entry): OutboxItem['state'] => {
  switch (entry.state) {
    case 'queued':
      return 'waiting';
    case 'sent':
      return 'sending';
    case 'accepted':
      return 'confirmed';
    default:
      return entry.state;
  }
};

const whyOf = ({ answer }: Entry): Pick<OutboxItem, 'reason' | 'at' | 'find'> => {
  if (answer?.result === 'conflict') return { reason: answer.reason };
  if (answer?.result !== 'rejected') return {};
  const { reason, at, find } = answer;
  return { reason, ...(at === undefined ? {} : { at }), ...(find === undefined ? {} : { find }) };
};

const bothValues = (entry: Entry): Pick<OutboxItem, 'fields'> => {
  const fields = fieldConflicts(entry);
  return fields === null ? {} : { fields };
};

const itemOf = (entry: Entry): OutboxItem => ({
  id: entry.id,
  stream: entry.stream,
  kind: entry.kind,
  state: stateOf(entry),
  notBefore: entry.handIn?.notBefore || null,
  waitsForAttempt: entry.handIn !== undefined && !entry.handIn.attemptConfirmed,
  ...whyOf(entry),
  ...bothValues(entry),
  ...(entry.handIn?.caseName ? { caseName: entry.handIn.caseName } : {}),
  ...(entry.handIn?.draft ? { draft: entry.handIn.draft } : {}),
});

export const outboxItems = (
  entries: readonly Entry[],
  kept: readonly KeptInterview[],
  unreadable: readonly string[],
): readonly OutboxItem[] => {
  const plain = {
    stream: 'interviews',
    kind: 'interview.hand_in',
    notBefore: null,
    waitsForAttempt: false,
  } as const;
  return [
    ...entries.map(itemOf),
    ...kept.map(({ id }): OutboxItem => ({ ...plain, id, state: 'confirmed' })),
    ...unreadable.map((id): OutboxItem => ({ ...plain, id, state: 'unreadable' })),
  ];
};
