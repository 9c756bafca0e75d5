import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { dataFolder } from './data-folder.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { portOf, run } from './run.ts';
import { startWholeServer } from './whole-server.ts';

/** `npm run dev`: the same server and database, with pages by Vite, which replaces modules while one edits. */
const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
// Vite puts scripts and styles into the page itself; the policy that forbids it is for the built app.
const { 'content-security-policy': _policy, ...headers } = SECURITY_HEADERS;

await run(async (say) => {
  const vite = await createServer({ root, server: { middlewareMode: true }, appType: 'spa' });
  const started = await startWholeServer({
    dataDir: dataFolder(root, process.env),
    port: portOf(process.env),
    pages: (_path, request, response) => vite.middlewares(request, response),
    headers,
    say,
    now: () => new Date(),
  });
  if (!started.ok) {
    await vite.close();
    return started;
  }
  const { stop, ...server } = started.value;
  return {
    ok: true,
    value: {
      ...server,
      stop: async () => {
        await vite.close();
        await stop();
      },
    },
  };
});
