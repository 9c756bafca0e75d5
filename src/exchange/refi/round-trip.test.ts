import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { joined } from '../zip/write.ts';
import { lossesOf } from './losses.ts';
import { EMPTY_PROJECT, type RefiProject } from './model.ts';
import { anyProject } from './project.arbitrary.ts';
import { readRefi } from './read-file.ts';
import { writeCodebookXml } from './write-codebook.ts';
import { writeQdc, writeQdpx } from './write-file.ts';
import { type TextPlace, writeProjectXml } from './write-project.ts';

const reading = (bytes: Uint8Array) => {
  const read = readRefi(bytes);
  if (!read.ok) throw new Error(`${read.error.place}: ${read.error.reason}`);
  return read.value;
};
const written = (project: RefiProject, texts?: TextPlace) => joined(writeQdpx(project, texts));
const schema = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const faultsOf = async (contents: readonly string[], rng: string) => {
  const { errors } = await validateXML({
    xml: contents.map((text, index) => ({ fileName: `${index}.xml`, contents: text })),
    schema: schema(rng),
    extension: 'relaxng',
  });
  return errors.map((error) => error.message);
};

describe('a project written and read', () => {
  it('is the same, with its texts in files or inline, and nothing is told', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyProject, fc.constantFrom('inline' as const, 'files' as const), (project, texts) => {
        expect(lossesOf(project, 'project')).toEqual([]);
        const { project: back, kind, warnings } = reading(written(project, texts));
        expect(back).toEqual(project);
        expect(kind).toBe('project');
        expect(warnings.filter((warning) => warning.kind !== 'coded_theme')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps two coders of one passage apart, over emoji and combining characters', () => {
    const [user, other, code, source] = ['1', '2', '3', '4'].map(
      (n) => `0000000${n}-0000-4000-8000-000000000000`,
    );
    const text = 'e\u0301 👨‍👩‍👧 och 😀 säger nej';
    const start = [...text.slice(0, text.indexOf('😀'))].length;
    const coding = (guid: string, by: string | undefined) => ({
      guid,
      code: code ?? '',
      made: { by: by ?? '', at: '2026-11-24T10:00:00Z' },
      notes: [],
    });
    const project: RefiProject = {
      ...EMPTY_PROJECT,
      name: 'Två kodare',
      users: [user, other].map((guid, index) => ({ guid: guid ?? '', name: `Kodare ${index + 1}`, id: '' })),
      codes: [
        {
          guid: code ?? '',
          name: 'nej',
          codable: true,
          colour: null,
          description: '',
          notes: [],
          children: [],
        },
      ],
      sources: [
        {
          guid: source ?? '',
          name: 'A1.1',
          text,
          description: '',
          made: { by: null, at: null },
          changed: { by: null, at: null },
          selections: [
            {
              guid: '00000005-0000-4000-8000-000000000000',
              name: '',
              start,
              end: start + 1,
              description: '',
              made: { by: null, at: null },
              changed: { by: null, at: null },
              codings: [
                coding('00000006-0000-4000-8000-000000000000', user),
                coding('00000007-0000-4000-8000-000000000000', other),
              ],
              notes: [],
            },
          ],
          codings: [],
          notes: [],
          values: [],
        },
      ],
    };
    const xml = [...writeProjectXml(project, 'inline')].join('');
    expect(xml).toContain(`startPosition="${start}" endPosition="${start + 1}"`);
    expect(xml.match(/<Coding [^>]*creatingUser=/g)).toHaveLength(2);
    const back = reading(written(project)).project;
    expect(back).toEqual(project);
    const [passage] = back.sources[0]?.selections ?? [];
    expect([...(back.sources[0]?.text ?? '')].slice(passage?.start, passage?.end).join('')).toBe('😀');
  });

  it('is valid, and so is its codebook', { timeout: 60_000 }, async () => {
    const projects = fc.sample(anyProject, { numRuns: 60, seed: 5 });
    const texts = (index: number) => (index % 2 === 0 ? 'inline' : 'files');
    expect(
      await faultsOf(
        [...projects, EMPTY_PROJECT].map((project, index) =>
          [...writeProjectXml(project, texts(index))].join(''),
        ),
        'project.rng',
      ),
    ).toEqual([]);
    const codebooks = projects.filter((project) => project.codes.length > 0);
    expect(codebooks.length).toBeGreaterThan(20);
    expect(
      await faultsOf(
        codebooks.map((project) => [...writeCodebookXml(project)].join('')),
        'codebook.rng',
      ),
    ).toEqual([]);
    const broken = '<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Users/></Project>';
    expect(await faultsOf([broken], 'project.rng')).not.toEqual([]);
  });
});

describe('a codebook written and read', () => {
  it('has the same codes and sets of codes, and what it cannot hold is told', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const qdc = writeQdc(project);
        if (!qdc.ok) {
          expect(project.codes).toEqual([]);
          return;
        }
        const back = reading(joined(qdc.value));
        const bare = (codes: RefiProject['codes']): RefiProject['codes'] =>
          codes.map((code) => ({ ...code, notes: [], children: bare(code.children) }));
        expect(back.kind).toBe('codebook');
        expect(back.project.codes).toEqual(bare(project.codes));
        expect(back.project.sets).toEqual(project.sets.map((set) => ({ ...set, sources: [], notes: [] })));
        const told = lossesOf(project, 'codebook').map(({ detail }) => detail);
        expect(told.includes('users')).toBe(project.users.length > 0);
        expect(told.includes('sources')).toBe(project.sources.length > 0);
      }),
    );
  });
});

describe('what XML cannot hold', () => {
  it('is replaced one for one and told before', () => {
    const guid = '00000001-0000-4000-8000-000000000000';
    const [source] =
      fc.sample(
        anyProject.filter((project) => project.sources.length > 0),
        { numRuns: 1, seed: 1 },
      )[0]?.sources ?? [];
    if (source === undefined) throw new Error('no source was drawn');
    const project = {
      ...EMPTY_PROJECT,
      sources: [{ ...source, guid, name: 'x', text: 'a\u0001b', selections: [] }],
    };
    expect(lossesOf(project, 'project')).toMatchObject([
      { kind: 'character_replaced', place: 'x', count: 1 },
    ]);
    for (const texts of ['inline', 'files'] as const)
      expect(reading(written(project, texts)).project.sources[0]?.text).toBe('a\u{FFFD}b');
  });
});
