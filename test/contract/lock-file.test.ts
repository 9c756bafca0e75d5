import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { completeLock, type Lock } from '../setup/lock-entries.ts';

const path = fileURLToPath(new URL('../../package-lock.json', import.meta.url));

describe('package-lock.json', () => {
  const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock;

  it('names the builds of every platform, so that npm ci takes it anywhere (npm run lock mends it)', () => {
    expect(completeLock(lock).added).toEqual([]);
  });

  it('names no address of a registry', () => {
    expect(readFileSync(path, 'utf8')).not.toContain('"resolved": "http');
  });

  it('gets what a registry left out, once, for the right machine', () => {
    const small: Lock = {
      packages: {
        '': {},
        'node_modules/a': {
          version: '1.0.0',
          dev: true,
          optionalDependencies: { '@a/darwin-arm64': '1.0.0', '@a/linux-x64-musl': '1.0.0' },
        },
        'node_modules/@a/darwin-arm64': { version: '1.0.0' },
      },
    };
    const { completed, added } = completeLock(small);
    expect(added).toEqual(['@a/linux-x64-musl']);
    expect(completed.packages['node_modules/@a/linux-x64-musl']).toEqual({
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
    expect(completeLock(completed).added).toEqual([]);
  });
});
