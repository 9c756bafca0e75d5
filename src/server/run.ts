import type { Result } from '../study/result.ts';
import type { StartFailure } from './failure.ts';
import { untilStopped } from './stop-signal.ts';
import type { WholeServer } from './whole-server.ts';

/** One fixed port: what a browser keeps for the app is kept by address, port included. */
const PORT = 8417;

export const portOf = (env: NodeJS.ProcessEnv): number => {
  const wanted = Number(env.PORT);
  return env.PORT && Number.isInteger(wanted) && wanted >= 0 && wanted < 65536 ? wanted : PORT;
};

/** Starts, says where, and stays until told to stop. Exit code 1 after one line when it cannot start. */
export const run = async (
  start: (say: (line: string) => void) => Promise<Result<WholeServer, StartFailure>>,
): Promise<void> => {
  const say = (line: string): void => console.log(line);
  // Asked to stop while still starting: finish starting first, then stop in order.
  let early = false;
  const note = (): void => {
    early = true;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, note);
  const started = await start(say);
  if (!started.ok) {
    console.error(started.error.line);
    process.exit(1);
  }
  const server = started.value;
  if (!early) say(`\nLägesbild is ready: ${server.link}\n\nCtrl-C stops it; the data stays.`);
  const reason = early ? 'asked' : await untilStopped(server.ended, process.env);
  if (reason === 'database_ended') {
    console.error('PostgreSQL ended by itself: see postgres.log in the data folder. Start again to recover.');
  }
  await server.stop();
  process.exit(reason === 'database_ended' ? 1 : 0);
};
