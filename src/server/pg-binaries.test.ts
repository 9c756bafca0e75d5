import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeBinaries } from './pg-binaries.ts';
import { closedFolder } from './pg-user.ts';

const stranger = { uid: 64_321, gid: 64_321 };

describe('where PostgreSQL is run from', () => {
  let folder: string;
  let native: string;
  let cache: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lagesbild-binaries-'));
    chmodSync(folder, 0o755);
    native = join(folder, 'package', 'native');
    cache = join(folder, 'cache');
    for (const inner of ['bin', 'lib']) mkdirSync(join(native, inner), { recursive: true });
    writeFileSync(join(native, 'bin', 'postgres'), 'program', { mode: 0o755 });
    writeFileSync(join(native, 'lib', 'libx.so.1.2'), 'library');
    writeFileSync(
      join(native, 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }]),
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the package itself where its user may enter, with the links npm did not make', () => {
    for (const user of [null, stranger]) {
      expect(placeBinaries(native, 'pg', user, cache)).toBe(join(native, 'bin'));
    }
    expect(readFileSync(join(native, 'lib', 'libx.so.1'), 'utf8')).toBe('library');
    expect(existsSync(cache)).toBe(false);
  });

  it('is a copy where the way to the package is closed to its user', () => {
    // As npm leaves it under a mask of modes that lets nobody else in.
    for (const inner of ['', 'bin', 'lib']) chmodSync(join(native, inner), 0o700);
    chmodSync(join(native, 'bin', 'postgres'), 0o700);
    chmodSync(join(native, 'lib', 'libx.so.1.2'), 0o600);
    chmodSync(join(folder, 'package'), 0o700);
    expect(closedFolder(native, stranger)).toBe(native);
    const bin = placeBinaries(native, 'pg', stranger, cache);
    expect(bin).toBe(join(cache, 'pg', 'bin'));
    expect(closedFolder(bin, stranger)).toBeNull();
    expect(statSync(join(bin, 'postgres')).mode & 0o777).toBe(0o755);
    expect(statSync(join(cache, 'pg', 'lib', 'libx.so.1.2')).mode & 0o777).toBe(0o644);
    const link = join(cache, 'pg', 'lib', 'libx.so.1');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(link, 'utf8')).toBe('library');
  });

  it('copies once', () => {
    chmodSync(join(folder, 'package'), 0o700);
    placeBinaries(native, 'pg', stranger, cache);
    const made = statSync(join(cache, 'pg')).ino;
    placeBinaries(native, 'pg', stranger, cache);
    expect(statSync(join(cache, 'pg')).ino).toBe(made);
  });
});
