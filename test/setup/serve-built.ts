import { buildIfStale, DIST } from '../../src/server/build.ts';
import { filesFrom } from '../../src/server/http.ts';
import { startWholeServer } from '../../src/server/whole-server.ts';
import { openFolder } from './child.ts';

/** `npm start` on a free port and a data folder of its own, for scripts outside the test runner. */
export const serveBuilt = async (): Promise<{
  readonly link: string;
  readonly origin: string;
  readonly dataDir: string;
  readonly stop: () => Promise<void>;
}> => {
  const built = await buildIfStale((line) => console.error(line));
  if (!built.ok) throw new Error(built.error.line);
  const folder = openFolder();
  const started = await startWholeServer({
    dataDir: folder.path,
    port: 0,
    pages: filesFrom(DIST),
    say: () => undefined,
    now: () => new Date(),
  });
  if (!started.ok) {
    folder.remove();
    throw new Error(started.error.line);
  }
  const { link, origin, stop } = started.value;
  return {
    link,
    origin,
    dataDir: folder.path,
    stop: async () => {
      await stop();
      folder.remove();
    },
  };
};
