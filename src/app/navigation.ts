import { createCell, type Source } from '../study/source.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';

/** The address as a source, and the ways to change it. */
export interface Navigation {
  readonly route: Source<Route>;
  readonly go: (route: Route) => void;
  /** Without a step back: an address that held a code must not be left in the history. */
  readonly replace: (route: Route) => void;
}

export const createNavigation = (window: Window): Navigation => {
  const read = (): Route => parseRoute(window.location.hash);
  const route = createCell(read());
  window.addEventListener('hashchange', () => route.set(read()));
  return {
    route,
    go: (next) => {
      window.location.hash = formatRoute(next);
    },
    replace: (next) => {
      window.history.replaceState(null, '', formatRoute(next));
      route.set(next);
    },
  };
};
