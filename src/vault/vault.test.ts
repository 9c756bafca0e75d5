import { describe, expect, it } from 'vitest';
import { argon2id } from './argon2.ts';
import { seal, unseal } from './box.ts';
import { KDF_FLOOR, normalizePassphrase } from './kdf.ts';
import { authPassword, createVault, rewrap, unlockVault } from './vault.ts';

const weak = {
  argon2id: (passphrase: string, salt: Uint8Array<ArrayBuffer>) =>
    argon2id(passphrase, salt, { memoryKiB: 8, passes: 1 }),
};
const place = { table: 'docs', id: 'a', version: 1 };
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('Argon2id', () => {
  it('is the function of RFC 9106 as the reference implementation computes it', async () => {
    // Reference: argon2 command line, `echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32`.
    const salt = new TextEncoder().encode('somesalt');
    expect(hex(await argon2id('password', salt, { memoryKiB: 65_536, passes: 2 }))).toBe(
      '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
    );
  });

  it('costs at least 64 MiB and three passes in the product', () => {
    expect(KDF_FLOOR.memoryKiB).toBeGreaterThanOrEqual(64 * 1024);
    expect(KDF_FLOOR.passes).toBeGreaterThanOrEqual(3);
  });
});

describe('the vault', () => {
  it('opens with its passphrase however it is spaced, and with no other', async () => {
    const { key, wrap } = await createVault(weak, 'acc', 'Sju små  ord om höst');
    const box = await seal(key, place, { notes: 'hemligt' });
    const opened = await unlockVault(weak, 'acc', wrap, ' sju SMÅ ord om höst ');
    expect(opened.ok && (await unseal(opened.value, place, box))).toEqual({ notes: 'hemligt' });
    expect(await unlockVault(weak, 'acc', wrap, 'sju små ord om vår')).toEqual({
      ok: false,
      error: { type: 'wrong_passphrase' },
    });
  });

  it('does not open for another account', async () => {
    const { wrap } = await createVault(weak, 'acc', 'x');
    expect((await unlockVault(weak, 'other', wrap, 'x')).ok).toBe(false);
  });

  it('takes a new passphrase without encrypting anything again', async () => {
    const { key, wrap } = await createVault(weak, 'acc', 'old');
    const box = await seal(key, place, 1);
    const anew = await rewrap(weak, 'acc', key, 'new');
    const opened = await unlockVault(weak, 'acc', anew, 'new');
    expect(opened.ok && (await unseal(opened.value, place, box))).toBe(1);
    expect(anew.salt).not.toEqual(wrap.salt);
  });

  it('gives the server a password that is neither passphrase nor vault key', async () => {
    const password = await authPassword(weak, 'Lo@Example.se', 'fem ord');
    expect(password).toMatch(/^[0-9a-f]{64}$/);
    expect(await authPassword(weak, ' lo@example.se ', 'Fem  ord')).toBe(password);
    expect(await authPassword(weak, 'bo@example.se', 'fem ord')).not.toBe(password);
  });
});

describe('boxes', () => {
  it('open only in their place, and never with one bit changed', async () => {
    const { key } = await createVault(weak, 'acc', 'x');
    const box = await seal(key, place, 'text');
    expect(await unseal(key, { ...place, id: 'b' }, box)).toBeUndefined();
    expect(await unseal(key, { ...place, version: 2 }, box)).toBeUndefined();
    for (const at of [0, 12, box.length - 1]) {
      const broken = box.slice();
      broken[at] = (broken[at] ?? 0) ^ 1;
      expect(await unseal(key, place, broken)).toBeUndefined();
    }
    expect(await unseal(key, place, box.slice(0, 5))).toBeUndefined();
  });

  it('never repeat a nonce', async () => {
    const { key } = await createVault(weak, 'acc', 'x');
    const nonces = await Promise.all(
      Array.from({ length: 500 }, async () => hex((await seal(key, place, 1)).slice(0, 12))),
    );
    expect(new Set(nonces).size).toBe(500);
  });

  it('normalise a passphrase as people type it', () => {
    expect(normalizePassphrase('  Å ängen\tlyser ')).toBe('å ängen lyser');
  });
});
