import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { ZIP_LIMITS } from './directory.ts';
import { openZip } from './read.ts';
import { joined, utf8, zipped } from './write.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string) => ({ name, pieces: utf8([text]) });
const zipOf = (files: Readonly<Record<string, string>>) =>
  joined(zipped(Object.entries(files).map(([name, text]) => file(name, text))));
const problemOf = (bytes: Uint8Array, limits = ZIP_LIMITS) => {
  const opened = openZip(bytes, limits);
  if (!opened.ok) return opened.error;
  for (const name of opened.value.names) {
    const read = opened.value.read(name);
    if (!read.ok) return read.error;
  }
  return null;
};
/** Another name of the same length, in both places where zip keeps it. */
const renamed = (bytes: Uint8Array, from: string, to: string) => {
  const copy = bytes.slice();
  const sought = bytesOf(from);
  for (let at = 0; at + sought.length <= copy.length; at++)
    if (sought.every((byte, index) => copy[at + index] === byte)) copy.set(bytesOf(to), at);
  return copy;
};

describe('crc32', () => {
  it('gives the check value of the standard', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });
});

describe('zip', () => {
  it('reads back what it wrote, and what another writer wrote', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'ö', '/', '1'), minLength: 1, maxLength: 8 });
    const files = fc.dictionary(
      name.filter((one) => !one.startsWith('/') && !one.endsWith('/')),
      fc.string({ unit: 'binary', maxLength: 300 }),
      { maxKeys: 6 },
    );
    fc.assert(
      fc.property(files, (wanted) => {
        const texts = Object.fromEntries(
          Object.entries(wanted).map(([key, text]) => [key, text.toWellFormed()]),
        );
        const other = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, bytesOf(text)]));
        for (const bytes of [zipOf(texts), zipSync(other)]) {
          const opened = openZip(bytes);
          if (!opened.ok) throw new Error(opened.error.reason);
          expect([...opened.value.names].sort()).toEqual(Object.keys(texts).sort());
          for (const [key, text] of Object.entries(texts)) {
            const read = opened.value.read(key);
            expect(read.ok && new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.value)).toBe(text);
          }
        }
      }),
    );
  });

  it('writes the same bytes for the same files, whenever', () => {
    expect(zipOf({ a: 'one', b: 'two' })).toEqual(zipOf({ a: 'one', b: 'two' }));
  });

  it('refuses names that lead out, and two of one name', () => {
    const zip = zipOf({ 'aaaa/aa.txt': 'x' });
    for (const name of ['../../a.txt', '..\\..\\a.tx', '/etc/passwd', 'C:\\aaaa.txt', 'aa/../../xx'])
      expect(problemOf(renamed(zip, 'aaaa/aa.txt', name))).toMatchObject({ type: 'unsafe_name' });
    const two = zipOf({ 'a.txt': 'x', 'b.txt': 'y' });
    expect(problemOf(renamed(two, 'b.txt', 'A.txt'))).toEqual({
      type: 'duplicate_name',
      place: 'A.txt',
      reason: 'stands twice in the archive',
    });
  });

  it('refuses a bomb before it is unpacked, and one that lies about its size while it is', () => {
    const bomb = zipSync({ bomb: new Uint8Array(4 * 2 ** 20) }, { level: 9 });
    expect(problemOf(bomb)).toMatchObject({ type: 'zip_too_large', place: 'bomb' });
    const limits = { ...ZIP_LIMITS, ratio: 5_000 };
    expect(problemOf(bomb, limits)).toBeNull();
    expect(problemOf(bomb, { ...limits, entry: 2 ** 20 })).toMatchObject({ type: 'zip_too_large' });
    expect(problemOf(bomb, { ...limits, total: 2 ** 20 })).toMatchObject({ type: 'zip_too_large' });
    const many = zipOf({ a: '', b: '', c: '' });
    expect(problemOf(many, { ...ZIP_LIMITS, entries: 2 })).toMatchObject({ type: 'zip_too_large' });
    const lying = bomb.slice();
    const size = new Uint8Array(Uint32Array.of(4 * 2 ** 20).buffer);
    for (let at = 0; at + 4 <= lying.length; at++)
      if (size.every((byte, index) => lying[at + index] === byte)) lying.set([16, 0, 0, 0], at);
    expect(problemOf(lying)).toMatchObject({ type: 'damaged_zip', place: 'bomb' });
  });

  it('refuses what is damaged, cut off, encrypted or no zip at all', () => {
    const zip = zipOf({ 'a.txt': 'hello hello hello' });
    expect(problemOf(bytesOf('PK but no zip'))).toMatchObject({ type: 'not_zip' });
    expect(problemOf(zip.slice(0, -5))).toMatchObject({ type: 'not_zip' });
    const turned = zip.slice();
    turned[38] = (turned[38] ?? 0) ^ 0xff;
    expect(problemOf(turned)).toMatchObject({ type: 'damaged_zip', place: 'a.txt' });
    const encrypted = zip.slice();
    const view = new DataView(encrypted.buffer);
    for (let at = 0; at + 4 < encrypted.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) encrypted[at + 8] = (encrypted[at + 8] ?? 0) | 1;
    expect(problemOf(encrypted)).toMatchObject({ type: 'encrypted_zip', place: 'a.txt' });
  });

  it('answers for any bytes, whatever was changed in them', () => {
    const zip = zipOf({ 'a.txt': 'hello hello hello'.repeat(20), 'b/c.txt': 'åäö' });
    const change = fc.tuple(fc.nat(zip.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(zip.length), (changes, length) => {
        const bytes = zip.slice(0, length);
        for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
        const problem = problemOf(bytes);
        expect(problem === null || problem.reason.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
