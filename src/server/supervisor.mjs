/**
 * Holds PostgreSQL for the server: when the pipe on standard input ends (the server asked, or died, even by SIGKILL),
 * PostgreSQL is shut down. Plain JavaScript with no imports of ours, so that it starts at once and outlives a half-removed clone.
 * Arguments: JSON { command, args, uid?, gid?, log }.
 */
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';

const { command, args, uid, gid, log } = JSON.parse(process.argv[2]);
/** After this long a fast shutdown has hung; an immediate one loses nothing, the next start replays the log. */
const PATIENCE = 15_000;

const out = openSync(log, 'a', 0o600);
const postgres = spawn(command, args, {
  cwd: '/',
  detached: true,
  env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...(process.platform === 'win32' ? process.env : {}) },
  stdio: ['ignore', out, out],
  ...(uid === undefined ? {} : { uid, gid }),
});
postgres.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
postgres.on('exit', (code) => process.exit(code ?? 1));

const stop = () => {
  postgres.kill('SIGINT');
  setTimeout(() => postgres.kill('SIGQUIT'), PATIENCE).unref();
};
process.stdin.on('end', stop).on('error', stop).resume();
// The terminal's Ctrl-C and a stray SIGTERM go through the server, which closes the pipe when it has finished.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
