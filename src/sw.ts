import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
};

// Every built file, the lazily loaded chunks too: after one visit the app starts with no network.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// The page of the very first visit too: its next screen must open with no network, without being loaded anew.
clientsClaim();

// Every route lives behind the hash, so any page that is opened is the one page. The API is not a page.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/(?:rest|auth)\//] }),
);

// Where the backend is: fresh when there is a network, and as last heard when there is none.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/config.json',
  new NetworkFirst({ cacheName: 'config', networkTimeoutSeconds: 2 }),
);

// An update waits until the app says so: it is offered between interviews, never during one.
self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: unknown };
  if (type === 'SKIP_WAITING') void self.skipWaiting();
});
