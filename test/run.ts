import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './setup/browser.ts';
import { hasOlderPostgres } from './setup/older-bin.ts';
import { countOutcome } from './setup/outcome.ts';

/**
 * `npm test`: every test there is. Fetches a browser where none is found, and ends with one line that counts:
 * `N passed, N failed`. What is named after `--` goes to Vitest (a path, `--project unit`).
 */
const root = fileURLToPath(new URL('../', import.meta.url));

const attempt = (command: string, args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], cwd: root });
    return true;
  } catch {
    return false; // said by the command itself; what counts is whether a browser is there afterwards
  }
};

const fetchBrowser = (): void => {
  console.log('No Chromium found: fetching one.');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update', '-qq']);
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  }
  if (findBrowser() === null)
    attempt(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
};

if (findBrowser() === null) fetchBrowser();
const browser = findBrowser();
if (browser === null) {
  console.error('No browser: install Chromium (or set CHROMIUM_PATH to one) and run the tests again.');
  process.exit(1);
}

if (!hasOlderPostgres)
  console.log(
    'Debian’s postgresql-15 is not installed: the contract tests run on the embedded version alone.',
  );

const folder = mkdtempSync(join(tmpdir(), 'lagesbild-run-'));
const report = join(folder, 'report.json');
const vitest = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CHROMIUM_PATH: browser } },
);
const outcome = countOutcome(existsSync(report) ? readFileSync(report, 'utf8') : null, vitest.status);
rmSync(folder, { recursive: true, force: true });
for (const line of outcome.notes) console.log(line);
console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
process.exit(outcome.failed > 0 ? 1 : 0);
