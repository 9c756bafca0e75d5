import { buildIndex, type SearchIndex } from './search-index.ts';

/** Holds the index beside the screen's thread: building it over thousands of answers must not hold up a key press. */
export type SearchRequest =
  | { readonly type: 'texts'; readonly texts: readonly string[] }
  | { readonly type: 'find'; readonly round: number; readonly query: string };
export type SearchReply =
  | { readonly type: 'built' }
  | { readonly type: 'found'; readonly round: number; readonly positions: readonly number[] | null };

let index: SearchIndex = buildIndex([]);
const reply = (message: SearchReply): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  switch (data.type) {
    case 'texts':
      index = buildIndex(data.texts);
      reply({ type: 'built' });
      return;
    case 'find':
      reply({ type: 'found', round: data.round, positions: index.find(data.query) });
  }
});
