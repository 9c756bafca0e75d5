/**
 * A GUID made of a text, always the same: what has no UUID of its own (an answer, a passage that several coded) keeps
 * its GUID from export to export. A mixing hash of 128 bits; nothing here needs to withstand an attacker.
 */
export const derivedGuid = (text: string): string => {
  const hash = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    for (let part = 0; part < 4; part++) {
      const mixed =
        Math.imul((hash[part] ?? 0) ^ unit, PRIMES[part] ?? 1) ^ ((hash[(part + 1) % 4] ?? 0) >>> 15);
      hash[part] = mixed >>> 0;
    }
  }
  for (let round = 0; round < 8; round++) {
    const part = round % 4;
    hash[part] =
      (Math.imul((hash[part] ?? 0) ^ ((hash[(part + 3) % 4] ?? 0) >>> 13), PRIMES[part] ?? 1) ^ round) >>> 0;
  }
  const hex = hash.map((part) => part.toString(16).padStart(8, '0')).join('');
  // Version 8 of RFC 9562: made by a rule of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const PRIMES = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1];
