import type { BrowserContext } from 'playwright-core';

/** What must not happen on any screen: an error in the console (policy violations are such), a bug, a request elsewhere. */
export interface Trouble {
  readonly note: (line: string) => void;
  readonly lines: () => readonly string[];
}

export const newTrouble = (): Trouble => {
  const lines: string[] = [];
  return { note: (line) => lines.push(line), lines: () => lines };
};

/** The browser's own line about a request that met no network; expected where the cable is cut, and only there. */
const NO_NETWORK =
  /^Failed to load resource: net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_(?:REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|FAILED|NETWORK_CHANGED|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING)/;

const isElsewhere = (url: string, origin: string): boolean => {
  const { protocol, origin: asked } = new URL(url);
  return protocol !== 'data:' && protocol !== 'blob:' && protocol !== 'about:' && asked !== origin;
};

export const watch = (
  context: BrowserContext,
  trouble: Trouble,
  origin: string,
  hasFailed: () => boolean = () => false,
): void => {
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() !== 'error' || (hasFailed() && NO_NETWORK.test(text))) return;
    trouble.note(`console: ${text} (${message.location().url})`);
  });
  context.on('weberror', (error) => trouble.note(`error: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    if (isElsewhere(request.url(), origin)) trouble.note(`request elsewhere: ${request.url()}`);
  });
};
