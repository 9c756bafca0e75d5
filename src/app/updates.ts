import { Workbox } from 'workbox-window';
import { createCell, type Source } from '../study/source.ts';

/** A new version of the program: fetched, waiting until somebody takes it. Never taken by itself, never in an interview. */
export interface Updates {
  readonly ready: Source<boolean>;
  readonly take: () => void;
}

export const noUpdates: Updates = { ready: createCell(false), take: () => undefined };

/** Registers the service worker (src/sw.ts); it waits for SKIP_WAITING, and then the page is loaded anew. */
export const registerUpdates = (window: Window): Updates => {
  if (!('serviceWorker' in window.navigator)) return noUpdates;
  const ready = createCell(false);
  const workbox = new Workbox('./sw.js');
  let taken = false;
  workbox.addEventListener('waiting', () => ready.set(true));
  // Another tab may take it: this one then goes on with what it has loaded, and is only asked to reload if it took it.
  workbox.addEventListener('controlling', () => {
    if (taken) window.location.reload();
  });
  // Without a service worker the program works, but not offline; the foot line tells about connection, not this.
  workbox.register().catch(() => undefined);
  return {
    ready,
    take: () => {
      taken = true;
      workbox.messageSkipWaiting();
    },
  };
};
