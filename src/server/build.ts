import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../study/result.ts';
import { failure, type StartFailure } from './failure.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = join(ROOT, 'dist');
/** What the built files are made of. */
const SOURCES = ['src', 'public', 'questionnaires', 'index.html', 'vite.config.ts', 'package-lock.json'];
const STAMP = join(DIST, '.built-from');

const filesOf = (path: string): readonly string[] => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(join(path, entry.name)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
};

/** A digest over names, sizes and times of change: cheap, and a switch of branch is seen whichever way time goes. */
const fingerprint = (): string => {
  const digest = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(join(ROOT, source))) {
      const { size, mtimeMs } = statSync(file);
      digest.update(`${file}\0${size}\0${mtimeMs}\0`);
    }
  }
  // Settings that Vite writes into the built files.
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (name.startsWith('VITE_')) digest.update(`${name}=${value ?? ''}\0`);
  }
  return digest.digest('hex');
};

/** Builds the app into dist/ unless what is there was built from these very sources. */
export const buildIfStale = async (say: (line: string) => void): Promise<Result<null, StartFailure>> => {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return ok(null);
  say('Building the app (about ten seconds, only when it has changed) ...');
  try {
    await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: ROOT,
        // Whoever asks (a test run says `test`): what is built is what people get.
        env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      },
    );
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    return err(failure('build_failed', `The app could not be built:\n${output}`));
  }
  writeFileSync(STAMP, wanted);
  return ok(null);
};
