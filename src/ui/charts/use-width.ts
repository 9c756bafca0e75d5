import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Of the element that holds the chart: it is drawn anew for its place, so that its text keeps its size on a phone. */
export const useWidth = <T extends HTMLElement>(most: number): readonly [RefObject<T | null>, number] => {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(most);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const take = (): void => setWidth(Math.max(240, Math.min(most, Math.floor(element.clientWidth))));
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, [most]);
  return [ref, width];
};
