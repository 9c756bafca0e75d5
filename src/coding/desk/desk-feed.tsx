import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { placeOf } from '../../ui/keys.ts';
import { useWords } from '../../ui/language.tsx';
import css from './desk.module.css';
import type { DeskItem } from './items.ts';

export interface FeedHandle {
  readonly show: (at: number) => void;
}

const LINE = 40;
const guess = (item: DeskItem | undefined): number =>
  120 + LINE * Math.ceil((item?.answer.notes.length ?? 0) / 62);

/** Only what is near the window is in the page, so that ten thousand answers scroll like ten. */
export const DeskFeed = ({
  handle,
  items,
  render,
}: {
  readonly handle: RefObject<FeedHandle | null>;
  readonly items: readonly DeskItem[];
  readonly render: (item: DeskItem, position: number) => ReactNode;
}) => {
  const { desk } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guess(items[index]),
    getItemKey: (index) => items[index]?.answer.id ?? index,
    overscan: 4,
  });
  useImperativeHandle(handle, () => ({ show: (at) => virtual.scrollToIndex(at, { align: 'start' }) }), [
    virtual,
  ]);
  // The link that led here would press itself on Space; whoever types in a field goes on typing.
  useEffect(() => {
    if (placeOf(document.activeElement) !== 'text') scroller.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={scroller} className={css.scroller} aria-label={desk.title} tabIndex={0}>
      <div className={css.feed} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((place) => {
          const item = items[place.index];
          return item ? (
            <div
              key={place.key}
              ref={virtual.measureElement}
              data-index={place.index}
              className={css.place}
              style={{ transform: `translateY(${place.start}px)` }}
            >
              {render(item, place.index)}
            </div>
          ) : null;
        })}
      </div>
    </section>
  );
};
