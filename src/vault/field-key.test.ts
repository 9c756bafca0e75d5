import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../study/base64.ts';
import { PASSPHRASE_WORDS } from '../study/passphrase-words.ts';
import { argon2id } from './argon2.ts';
import { COMPARED_WORDS, wordsToCompare } from './compare.ts';
import { agree, makePair, pairOf } from './device-pair.ts';
import { makeFieldKey, openContact, openKey, sealContact, sealKeyFor, verifyProof } from './field-key.ts';
import { recoveryPair } from './recovery.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const base64 = (text: string): string => toBase64(hex(text));
const name = { wave: 'w1', generation: 1 };
const weak = {
  argon2id: (passphrase: string, salt: Uint8Array<ArrayBuffer>) =>
    argon2id(passphrase, salt, { memoryKiB: 8, passes: 1 }),
};

describe('X25519', () => {
  it('agrees as in RFC 7748, section 6.1', async () => {
    const alice = await pairOf(hex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'));
    const bob = await pairOf(hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'));
    expect(alice.publicKey).toBe(base64('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'));
    expect(bob.publicKey).toBe(base64('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f'));
    const shared = hex('4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742');
    expect(await agree(alice, bob.publicKey)).toEqual(shared);
    expect(await agree(bob, alice.publicKey)).toEqual(shared);
  });

  it('agrees with nobody whose key is none', async () => {
    const own = await makePair();
    for (const key of ['', 'AAAA', base64('00'.repeat(32)), base64(`01${'00'.repeat(31)}`)])
      expect(await agree(own, key), key).toBeNull();
  });
});

describe('a copy of the field key', () => {
  it('opens on its device, from its sender, as its generation, and in no other way', async () => {
    const [lead, caller, thief] = await Promise.all([makePair(), makePair(), makePair()]);
    const key = makeFieldKey();
    const holder = { id: 'd1', key: caller.publicKey };
    const copy = await sealKeyFor(lead, holder, name, key);
    if (!copy) throw new Error('a made pair has a public key');
    const own = { id: 'd1', ...caller };
    expect(await openKey(own, lead.publicKey, name, copy.box)).toBe(key);
    expect(await openKey(own, thief.publicKey, name, copy.box)).toBeNull();
    expect(await openKey({ id: 'd1', ...thief }, lead.publicKey, name, copy.box)).toBeNull();
    expect(await openKey({ ...own, id: 'd2' }, lead.publicKey, name, copy.box)).toBeNull();
    expect(await openKey(own, lead.publicKey, { ...name, generation: 2 }, copy.box)).toBeNull();
    expect(await openKey(own, lead.publicKey, { ...name, wave: 'w2' }, copy.box)).toBeNull();
    expect(await openKey(own, lead.publicKey, name, 'AAAA')).toBeNull();
    // Nobody but the sender makes one that opens, though every public key is known.
    const forged = await sealKeyFor(thief, holder, name, makeFieldKey());
    expect(await openKey(own, lead.publicKey, name, forged?.box ?? '')).toBeNull();
  });

  it('is another each time', async () => {
    const [lead, caller] = await Promise.all([makePair(), makePair()]);
    const holder = { id: 'd1', key: caller.publicKey };
    const key = makeFieldKey();
    const boxes = await Promise.all([1, 2, 3].map(() => sealKeyFor(lead, holder, name, key)));
    expect(new Set(boxes.map((copy) => copy?.box)).size).toBe(3);
  });

  it('proves to whoever holds the key that its device belongs, and nothing else', async () => {
    const [lead, caller, thief] = await Promise.all([makePair(), makePair(), makePair()]);
    const key = makeFieldKey();
    const holder = { id: 'd1', key: caller.publicKey };
    const proof = (await sealKeyFor(lead, holder, name, key))?.proof ?? '';
    expect(await verifyProof(key, name, holder, proof)).toBe(true);
    expect(await verifyProof(key, name, { ...holder, key: thief.publicKey }, proof)).toBe(false);
    expect(await verifyProof(key, name, { ...holder, id: 'd2' }, proof)).toBe(false);
    expect(await verifyProof(makeFieldKey(), name, holder, proof)).toBe(false);
    expect(await verifyProof(key, { ...name, generation: 2 }, holder, proof)).toBe(false);
  });
});

describe('a sealed contact', () => {
  it('opens in its place only, and tells nothing of what is in it', async () => {
    const place = { ...name, contact: 'c1', case: 'k1' };
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 4 }), async (phone) => {
        const key = makeFieldKey();
        const box = await sealContact(key, place, { phone });
        expect(await openContact(key, place, box)).toEqual({ phone });
        expect(await openContact(makeFieldKey(), place, box)).toBeUndefined();
        for (const other of [
          { ...place, contact: 'c2' },
          { ...place, case: 'k2' },
          { ...place, generation: 2 },
        ])
          expect(await openContact(key, other, box)).toBeUndefined();
        expect(Buffer.from(box, 'base64').includes(Buffer.from(phone))).toBe(false);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the words that are compared', () => {
  it('are worth at least 80 bits, the same from either side, and others for any other key', async () => {
    expect(COMPARED_WORDS * Math.log2(PASSPHRASE_WORDS.length)).toBeGreaterThanOrEqual(80);
    const [one, other, third] = await Promise.all([makePair(), makePair(), makePair()]);
    const said = await wordsToCompare(weak, one.publicKey, other.publicKey);
    expect(said).toHaveLength(COMPARED_WORDS);
    expect(said.every((word) => PASSPHRASE_WORDS.includes(word))).toBe(true);
    expect(await wordsToCompare(weak, other.publicKey, one.publicKey)).toEqual(said);
    expect(await wordsToCompare(weak, one.publicKey, third.publicKey)).not.toEqual(said);
  });
});

describe('the printed recovery key', () => {
  it('is a pair of its own, the same each time it is typed', async () => {
    const code = '0123456789ABCDEFGHJKMNPQRS';
    const pair = await recoveryPair(code);
    expect(await recoveryPair(code)).toEqual(pair);
    expect((await recoveryPair('1123456789ABCDEFGHJKMNPQRS')).publicKey).not.toBe(pair.publicKey);
    const key = makeFieldKey();
    const copy = await sealKeyFor(pair, { id: 'r', key: pair.publicKey }, name, key);
    expect(await openKey({ id: 'r', ...pair }, pair.publicKey, name, copy?.box ?? '')).toBe(key);
  });
});
