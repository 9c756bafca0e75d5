import { useEffect, useRef, useState } from 'react';
import type { SearchReply, SearchRequest } from './search.worker.ts';

/** What the search says: null while everything is shown. `building`: asked before the index is there. */
export interface Found {
  readonly positions: ReadonlySet<number> | null;
  readonly building: boolean;
}

/**
 * Searches the texts in a worker. Until an answer comes the last one stands, so that the list does not blink while one
 * types; answers to older questions are dropped.
 */
export const useSearch = (texts: readonly string[], query: string): Found => {
  const worker = useRef<Worker | null>(null);
  const round = useRef(0);
  const [positions, setPositions] = useState<ReadonlySet<number> | null>(null);
  const [built, setBuilt] = useState(false);
  const wanted = query.trim() !== '';
  // Nobody who only reads pays for an index: the worker starts with the first search.
  const [started, setStarted] = useState(false);
  useEffect(() => {
    if (wanted) setStarted(true);
  }, [wanted]);
  useEffect(() => {
    if (!started) return undefined;
    const own = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
    own.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if (data.type === 'built') setBuilt(true);
      else if (data.round === round.current) setPositions(data.positions && new Set(data.positions));
    });
    worker.current = own;
    return () => {
      own.terminate();
      worker.current = null;
    };
  }, [started]);
  useEffect(() => {
    if (!started) return;
    setBuilt(false);
    post(worker.current, { type: 'texts', texts });
  }, [started, texts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other texts are another question to ask
  useEffect(() => {
    if (!started) return;
    round.current += 1;
    if (wanted) post(worker.current, { type: 'find', round: round.current, query });
    else setPositions(null);
  }, [started, texts, query, wanted]);
  return { positions, building: wanted && !built };
};

const post = (worker: Worker | null, request: SearchRequest): void => worker?.postMessage(request);
