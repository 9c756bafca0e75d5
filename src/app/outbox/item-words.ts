import type { OutboxItem } from '../../engine/types.ts';
import { momentWords } from '../../ui/time-words.ts';
import type { Language, Words } from '../../words/index.ts';

/** Where an item belongs on the screen: what needs a person first. */
export type OutboxGroup = 'mend' | 'waiting' | 'done';

export const groupOf = ({ state }: OutboxItem): OutboxGroup => {
  switch (state) {
    case 'returned':
    case 'conflict':
    case 'second':
    case 'unreadable':
      return 'mend';
    case 'waiting':
    case 'sending':
      return 'waiting';
    case 'confirmed':
    case 'withdrawn':
      return 'done';
  }
};

const has = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key);

/** What it is. An interview is named by its case as long as the device still knows it. */
export const titleWords = (item: OutboxItem, { outbox }: Words): string => {
  if (item.kind === 'interview.hand_in' && item.caseName) return outbox.interviewOf(item.caseName);
  return has(outbox.kinds, item.kind) ? outbox.kinds[item.kind] : outbox.kinds.other;
};

const reasonWords = (item: OutboxItem, { returned, finds }: Words['outbox']): string => {
  const reason = item.reason ?? 'malformed';
  if (reason !== 'identifies') return returned[reason];
  const find = item.find !== undefined && has(finds, item.find) ? finds[item.find] : finds.other;
  return item.at === undefined ? returned.identifiesHere(find) : returned.identifies(find, item.at);
};

const waitingWords = (
  item: OutboxItem,
  world: { readonly now: number; readonly online: boolean },
  words: Words,
  language: Language,
): string => {
  const { state } = words.outbox;
  if (item.waitsForAttempt) return state.waitsAttempt;
  if (item.notBefore !== null && item.notBefore > world.now)
    return state.waitsUntil(momentWords(item.notBefore, world.now, words.common, language));
  return world.online ? state.waitsTurn : state.waitsNetwork;
};

/** The state in words, at all times: waiting until when, sending, there, returned and why. */
export const stateWords = (
  item: OutboxItem,
  world: { readonly now: number; readonly online: boolean },
  words: Words,
  language: Language,
): string => {
  const { state } = words.outbox;
  switch (item.state) {
    case 'waiting':
      return waitingWords(item, world, words, language);
    case 'returned':
    case 'conflict':
      return reasonWords(item, words.outbox);
    case 'confirmed':
      return item.kind === 'interview.hand_in' ? state.confirmedKept : state.confirmed;
    default:
      return state[item.state];
  }
};
