import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joined, utf8, zipped } from '../zip/write.ts';
import { anyProject } from './project.arbitrary.ts';
import { readRefi } from './read-file.ts';
import { writeQdpx } from './write-file.ts';
import { writeProjectXml } from './write-project.ts';

const changed = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]) => {
  const copy = bytes.slice();
  for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
  return copy;
};
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
/** Every answer is a project whose passages lie in their texts, or a refusal that says where and why. */
const sound = (bytes: Uint8Array): void => {
  const read = readRefi(bytes);
  if (!read.ok) {
    expect(read.error.place).not.toBe('');
    expect(read.error.reason).not.toBe('');
    return;
  }
  for (const { text, selections } of read.value.project.sources)
    for (const { start, end } of selections)
      if (text !== null) expect(0 <= start && start <= end && end <= [...text].length).toBe(true);
};

it('answers for an archive with any bytes changed', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyProject, changes, (project, some) => sound(changed(joined(writeQdpx(project)), some))),
    { numRuns: 300 },
  );
});

it('answers for XML with any bytes changed, cut or doubled, bare or in an archive', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(anyProject, changes, fc.nat(), fc.nat(), (project, some, from, length) => {
      const xml = changed(joined(utf8(writeProjectXml(project, 'inline'))), some);
      const at = from % xml.length;
      const cut = joined([xml.subarray(0, at), xml.subarray((at + length) % xml.length)]);
      for (const bytes of [xml, cut]) {
        sound(bytes);
        sound(joined(zipped([{ name: 'project.qde', pieces: [bytes] }])));
      }
    }),
    { numRuns: 300 },
  );
});

it('answers for any bytes at all', { timeout: 60_000 }, () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), sound));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => sound(new TextEncoder().encode(`<${text}`))),
  );
});
