import { fileURLToPath } from 'node:url';
import { buildIfStale, DIST } from './build.ts';
import { dataFolder } from './data-folder.ts';
import { filesFrom } from './http.ts';
import { portOf, run } from './run.ts';
import { startWholeServer } from './whole-server.ts';

/** `npm start`: the built app with the embedded database. */
const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

await run(async (say) => {
  const built = await buildIfStale(say);
  if (!built.ok) return built;
  return startWholeServer({
    dataDir: dataFolder(root, process.env),
    port: portOf(process.env),
    pages: filesFrom(DIST),
    say,
    now: () => new Date(),
  });
});
