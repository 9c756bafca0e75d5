import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from './lock.ts';
import { markOf } from './processes.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lagesbild-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is held by one at a time and free again after release', () => {
    const first = takeLock(folder);
    expect(first.ok).toBe(true);
    expect(takeLock(folder)).toMatchObject({ ok: false, error: { type: 'data_in_use' } });
    if (first.ok) first.value.release();
    expect(takeLock(folder).ok).toBe(true);
  });

  it('is taken over from a process that is gone', () => {
    writeFileSync(join(folder, 'lock'), '4194304\nlong ago\n');
    expect(takeLock(folder).ok).toBe(true);
  });

  it('is taken over from an earlier process whose number somebody else was given', () => {
    writeFileSync(join(folder, 'lock'), `${process.ppid}\nanother boot/1\n`);
    expect(takeLock(folder).ok).toBe(true);
  });

  it('is refused while another process lives', () => {
    const parent = markOf(process.ppid);
    writeFileSync(join(folder, 'lock'), `${parent?.pid}\n${parent?.began}\n`);
    expect(takeLock(folder)).toMatchObject({
      ok: false,
      error: { line: `Another Lägesbild (process ${process.ppid}) is using the data in ${folder}.` },
    });
  });

  it('is taken over when its file was cut short', () => {
    writeFileSync(join(folder, 'lock'), '');
    expect(takeLock(folder).ok).toBe(true);
  });

  it('leaves nothing but itself in the folder, and releases only its own', () => {
    const mine = takeLock(folder);
    expect(readdirSync(folder)).toEqual(['lock']);
    writeFileSync(join(folder, 'lock'), '1\nsomebody else\n');
    if (mine.ok) mine.value.release();
    expect(existsSync(join(folder, 'lock'))).toBe(true);
  });
});
