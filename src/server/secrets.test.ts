import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSecrets, openSecrets } from './secrets.ts';

describe('the secrets of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lagesbild-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const path = (): string => join(folder, 'secrets.json');

  it('are made once, for the owner alone', () => {
    const first = openSecrets(folder);
    expect(first.ok).toBe(true);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(openSecrets(folder)).toEqual(first);
  });

  it('differ from folder to folder', () => {
    expect(makeSecrets()).not.toEqual(makeSecrets());
  });

  it.each(['unsafe-secret-change-me', 'super-secret-jwt-token-with-at-least-32-characters-long', 'short'])(
    'refuse the secret %s, which everybody knows or could find',
    (jwtSecret) => {
      writeFileSync(path(), JSON.stringify({ ...makeSecrets(), jwtSecret }), { mode: 0o600 });
      expect(openSecrets(folder)).toMatchObject({ ok: false, error: { type: 'bad_secrets' } });
    },
  );

  it('refuse a file that others can read, and say how to close it', () => {
    openSecrets(folder);
    chmodSync(path(), 0o644);
    expect(openSecrets(folder)).toMatchObject({
      ok: false,
      error: { line: expect.stringContaining('chmod 600') },
    });
  });

  it.each(['', '{}', '[]', 'null', '{"jwtSecret":1}'])('refuse a file that holds %j', (text) => {
    writeFileSync(path(), text, { mode: 0o600 });
    expect(openSecrets(folder)).toMatchObject({ ok: false, error: { type: 'bad_secrets' } });
  });
});
