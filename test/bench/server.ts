import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Served } from '../setup/serve-built.ts';

/** Starts serve.ts and gives what it says. */
export const startServer = async (): Promise<Served & { readonly stop: () => Promise<void> }> => {
  const script = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof first[0] !== 'string') throw new Error('the server did not start');
  return {
    ...(JSON.parse(first[0]) as Served),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
};
