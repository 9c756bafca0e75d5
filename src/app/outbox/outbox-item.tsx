import type { OutboxItem } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { BothValues } from './both-values.tsx';
import { groupOf, stateWords, titleWords } from './item-words.ts';
import css from './outbox.module.css';

export type Ask = 'mend' | 'sendNow' | 'erase';

/** What a person may do with it, given its state: nothing leaves the outbox unless the server took it or a person decided. */
const asksOf = (item: OutboxItem, now: number): readonly Ask[] => {
  const interview = item.kind === 'interview.hand_in';
  switch (item.state) {
    case 'returned':
      return interview && item.draft ? ['mend', 'erase'] : ['erase'];
    case 'conflict':
      return item.fields ? [] : ['erase'];
    case 'second':
      return ['erase'];
    case 'waiting':
      if (!interview) return [];
      return [
        ...(item.notBefore !== null && item.notBefore > now ? (['sendNow'] as const) : []),
        ...(item.draft ? (['mend'] as const) : []),
      ];
    default:
      return [];
  }
};

export const OutboxLine = ({
  item,
  now,
  online,
  onAsk,
  onSettle,
}: {
  readonly item: OutboxItem;
  readonly now: number;
  readonly online: boolean;
  readonly onAsk: (ask: Ask, item: OutboxItem) => void;
  readonly onSettle: (item: OutboxItem, keep: 'mine' | 'theirs') => void;
}) => {
  const words = useWords();
  const language = useLanguage();
  const { actions } = words.outbox;
  const label: Readonly<Record<Ask, string>> = {
    mend: item.state === 'returned' ? actions.mend : actions.open,
    sendNow: actions.sendNow,
    erase: item.kind === 'interview.hand_in' ? actions.erase : actions.discard,
  };
  return (
    <li className={css.item} data-group={groupOf(item)}>
      <div>
        <p className="b">{titleWords(item, words)}</p>
        <p className={css.state}>{stateWords(item, { now, online }, words, language)}</p>
      </div>
      <div className={css.actions}>
        {asksOf(item, now).map((ask) => (
          <Button
            key={ask}
            variant={ask === 'mend' && item.state === 'returned' ? 'primary' : 'plain'}
            onClick={() => onAsk(ask, item)}
          >
            {label[ask]}
          </Button>
        ))}
      </div>
      {item.fields ? <BothValues fields={item.fields} onSettle={(keep) => onSettle(item, keep)} /> : null}
    </li>
  );
};
