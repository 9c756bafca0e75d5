import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { joined, utf8, zipped } from '../exchange/zip/write.ts';

const qdpx = (input: Uint8Array | string) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/tools/cli.ts', 'qdpx', '-'],
    { input, encoding: 'utf8' },
  );
  return { stdout, stderr, status };
};
const guid = (n: number) => `0000000${n}-0000-4000-8000-000000000000`;
const PROJECT = `<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Users><User guid="${guid(1)}" name="A"/></Users>
<CodeBook><Codes><Code guid="${guid(2)}" name="a" isCodable="true"><Code guid="${guid(3)}" name="b" isCodable="true"/></Code></Codes></CodeBook>
<Sources><TextSource guid="${guid(4)}"><PlainTextContent>hej du</PlainTextContent>
<PlainTextSelection guid="${guid(5)}" startPosition="0" endPosition="3"><Coding guid="${guid(6)}"><CodeRef targetGUID="${guid(3)}"/></Coding></PlainTextSelection>
</TextSource></Sources><Links><Link guid="${guid(7)}"/></Links></Project>`;

it('counts what a project holds, and says what would not be kept', { timeout: 60_000 }, () => {
  const counts = { users: 1, codes: 2, maxDepth: 2, sources: 1, selections: 1, codings: 1, sets: 0 };
  const warnings = ['links are not kept: 1, first at project.qde, line 5'];
  const zip = joined(zipped([{ name: 'project.qde', pieces: utf8([PROJECT]) }]));
  const { stdout, status } = qdpx(zip);
  expect(JSON.parse(stdout)).toEqual({ ...counts, warnings });
  expect(status).toBe(0);
  expect(JSON.parse(qdpx(PROJECT).stdout)).toMatchObject(counts);
});

it('refuses a broken file with the place and the reason', { timeout: 60_000 }, () => {
  expect(qdpx(PROJECT.replace('</Users>', ''))).toMatchObject({
    stdout: '',
    status: 1,
    stderr: expect.stringMatching(/^file, line 5, column \d+: .*\n$/),
  });
});
