import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closedFolder } from '../../src/server/pg-user.ts';
import { openFolder, postgresPid, startChild } from '../setup/child.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const isRoot = process.getuid?.() === 0;
/** `nobody` on Debian; any number does, it needs no name. */
const ordinary = { uid: 65_534, gid: 65_534 };

/** A clone an ordinary user can read: this one, or a copy when the way to it is closed. */
const readableClone = (folder: string): string => {
  if (!isRoot || closedFolder(ROOT, ordinary) === null) return ROOT;
  const copy = join(folder, 'clone');
  for (const name of ['src', 'supabase', 'test', 'package.json', 'tsconfig.json', 'node_modules']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  }
  return copy;
};

describe('who may run the server', () => {
  let folder: ReturnType<typeof openFolder>;
  beforeEach(() => {
    folder = openFolder();
  });
  afterEach(() => folder.remove());

  it('an ordinary user, whose database runs as themselves', async () => {
    const home = join(folder.path, 'home');
    mkdirSync(home, { mode: 0o700 });
    if (isRoot) chownSync(home, ordinary.uid, ordinary.gid);
    const dataDir = join(home, 'data');
    const root = readableClone(folder.path);
    const child = startChild({ dataDir, root, ...(isRoot ? ordinary : {}) });
    expect(await child.link, child.stderr()).not.toBeNull();
    const owner = isRoot ? ordinary.uid : process.getuid?.();
    expect(statSync(`/proc/${postgresPid(dataDir)}`).uid).toBe(owner);
    child.process.kill('SIGTERM');
    expect(await child.exit).toBe(0);
    for (const name of ['', 'pg', 'backups']) {
      if (existsSync(join(dataDir, name))) expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0);
    }
  });

  it('root, whose database runs as another user', async () => {
    const dataDir = join(folder.path, 'data');
    const child = startChild({ dataDir });
    expect(await child.link, child.stderr()).not.toBeNull();
    const { uid } = statSync(`/proc/${postgresPid(dataDir)}`);
    if (isRoot) expect(uid).not.toBe(0);
    else expect(uid).toBe(process.getuid?.());
    child.process.kill('SIGTERM');
    expect(await child.exit).toBe(0);
  });

  it('root from a folder only root may enter, and is told where the data cannot lie', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'lagesbild-closed-'));
    try {
      const clone = join(closed, 'clone');
      for (const name of ['src', 'supabase', 'test', 'package.json', 'tsconfig.json']) {
        cpSync(join(ROOT, name), join(clone, name), { recursive: true });
      }
      symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
      const dataDir = join(folder.path, 'data');
      const child = startChild({ dataDir, root: clone });
      expect(await child.link, child.stderr()).not.toBeNull();
      child.process.kill('SIGTERM');
      expect(await child.exit).toBe(0);

      const inside = startChild({ dataDir: join(closed, 'data'), root: clone });
      const link = await inside.link;
      if (isRoot) {
        expect(await inside.exit).toBe(1);
        expect(inside.stderr().trim().split('\n')).toEqual([
          `PostgreSQL does not run as root, and its user may not enter ${closed}: choose another LAGESBILD_DATA.`,
        ]);
      } else {
        expect(link).not.toBeNull();
        inside.process.kill('SIGTERM');
        expect(await inside.exit).toBe(0);
      }
    } finally {
      rmSync(closed, { recursive: true, force: true });
    }
  });
});
