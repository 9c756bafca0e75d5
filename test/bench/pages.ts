import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { filesFrom, serve } from '../../src/server/http.ts';

/** Builds and serves the pages that ours are measured beside; they are never shipped. */
export const servePages = async (): Promise<{
  readonly origin: string;
  readonly stop: () => Promise<void>;
}> => {
  const root = fileURLToPath(new URL('./pages/', import.meta.url));
  const outDir = mkdtempSync(join(tmpdir(), 'lagesbild-bench-'));
  await build({
    root,
    configFile: false,
    plugins: [react()],
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: ['bare.html', 'stock.html', 'passages.html', 'desk.html'].map((page) => join(root, page)),
      },
    },
  });
  const http = await serve({
    port: 0,
    api: async () => new Response(null, { status: 404 }),
    anonKey: '',
    pages: filesFrom(outDir),
    // Other people's pages are not held to our policy.
    headers: {},
  });
  if (!http.ok) throw new Error(http.error.line);
  return {
    origin: http.value.origin,
    stop: async () => {
      await http.value.stop();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
};
