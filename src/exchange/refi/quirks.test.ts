import { describe, expect, it } from 'vitest';
import { joined, utf8, zipped } from '../zip/write.ts';
import { countingOf, usualCounting } from './counting.ts';
import { codesOf } from './model.ts';
import { readRefi } from './read-file.ts';

/** Files in the shapes that other programs write, made up here; which program does what stands beside each. */
const bytesOf = (text: string) => new TextEncoder().encode(text);
const archive = (files: Readonly<Record<string, string | Uint8Array>>) =>
  joined(
    zipped(
      Object.entries(files).map(([name, content]) => ({
        name,
        pieces: typeof content === 'string' ? utf8([content]) : [content],
      })),
    ),
  );
const guid = (n: number) => `${n.toString(16).toUpperCase().padStart(8, '0')}-AAAA-4BBB-8CCC-DDDDDDDDDDDD`;
const kept = (n: number) => guid(n).toLowerCase();
const project = (inside: string, attributes = 'name="p" origin="Other 1"') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" ${attributes}>${inside}</Project>`;
const code = (n: number, attributes = 'name="kod" isCodable="true"', inside = '') =>
  `<Code guid="${guid(n)}" ${attributes}>${inside}</Code>`;
const codebook = (inside: string) => `<CodeBook><Codes>${inside}</Codes></CodeBook>`;
const coding = (n: number, of: number, attributes = '') =>
  `<Coding guid="${guid(n)}" ${attributes}><CodeRef targetGUID="${guid(of)}"/></Coding>`;
const passage = (n: number, start: number, end: number, inside = '', attributes = '') =>
  `<PlainTextSelection guid="${guid(n)}" startPosition="${start}" endPosition="${end}" ${attributes}>${inside}</PlainTextSelection>`;
const source = (n: number, inside: string, attributes = `plainTextPath="internal://${guid(n)}.txt"`) =>
  `<TextSource guid="${guid(n)}" name="text" ${attributes}>${inside}</TextSource>`;
const users = `<Users><User guid="${guid(90)}" name="A"/><User guid="${guid(91)}" name="B"/></Users>`;

const reading = (bytes: Uint8Array) => {
  const read = readRefi(bytes);
  if (!read.ok) throw new Error(`${read.error.place}: ${read.error.reason}`);
  return read.value;
};
const refusal = (bytes: Uint8Array) => {
  const read = readRefi(bytes);
  return read.ok ? null : read.error;
};
const kindsOf = (bytes: Uint8Array) => reading(bytes).warnings.map((warning) => warning.kind);
const passagesOf = (bytes: Uint8Array) => {
  const [first] = reading(bytes).project.sources;
  const points = [...(first?.text ?? '')];
  return first?.selections.map(({ start, end }) => points.slice(start, end).join('')) ?? [];
};

describe('archives of other programs', () => {
  const xml = project(`${codebook(code(1))}<Sources>${source(2, passage(3, 0, 2, coding(4, 1)))}</Sources>`);
  it('may call the XML and the folder what they like (ATLAS.ti)', () => {
    for (const [qde, folder] of [
      ['project.qde', 'sources'],
      ['Min studie 2025.QDE', 'Sources'],
      ['wrapped/project.qde', 'wrapped/SOURCES'],
    ]) {
      const bytes = archive({ [`${qde}`]: xml, [`${folder}/${guid(2).toLowerCase()}.TXT`]: 'hej' });
      expect(passagesOf(bytes)).toEqual(['he']);
      expect(kindsOf(bytes)).toEqual([]);
    }
    expect(reading(archive({ 'project.qde': xml, 'other.qde': xml })).kind).toBe('project');
    expect(refusal(archive({ 'a.qde': xml, 'b.qde': xml }))).toMatchObject({ type: 'several_project_files' });
    expect(refusal(archive({ 'a.txt': 'x' }))).toMatchObject({ type: 'no_project_file' });
  });

  it('may name a text by another kind of path, or not hold it', () => {
    for (const path of [
      `${guid(2)}.txt`,
      `sources/${guid(2)}.txt`,
      `C:\\x\\${guid(2)}.txt`,
      `relative:///${guid(2)}.txt`,
    ]) {
      const other = project(`<Sources>${source(2, passage(3, 0, 2), `plainTextPath="${path}"`)}</Sources>`);
      expect(passagesOf(archive({ 'project.qde': other, [`sources/${guid(2)}.txt`]: 'hej' }))).toEqual([
        'he',
      ]);
    }
    const missing = reading(archive({ 'project.qde': xml }));
    expect(missing.project.sources[0]).toMatchObject({ text: null, selections: [{ start: 0, end: 2 }] });
    expect(missing.warnings).toMatchObject([{ kind: 'text_missing' }]);
    expect(
      kindsOf(archive({ 'project.qde': xml, [`sources/${guid(2)}.txt`]: 'hej', 'sources/x.pdf': '' })),
    ).toEqual(['left_out_file']);
  });

  it('may start a text with a byte order mark, or write it in 16 bits', () => {
    const wide = new Uint8Array(Uint16Array.from('\uFEFFhåj', (letter) => letter.charCodeAt(0)).buffer);
    for (const text of ['\uFEFFhåj', wide]) {
      const bytes = archive({ 'project.qde': bytesOf(`\uFEFF${xml}`), [`sources/${guid(2)}.txt`]: text });
      expect(passagesOf(bytes)).toEqual(['hå']);
      expect(reading(bytes).project.sources[0]?.text).toBe('håj');
    }
    const none = archive({ 'project.qde': xml, [`sources/${guid(2)}.txt`]: Uint8Array.of(0, 1, 2) });
    expect(refusal(none)).toMatchObject({ type: 'not_text', place: `sources/${guid(2)}.txt` });
  });
});

describe('positions', () => {
  const crlf = 'rad ett\r\nrad två 😀\r\nrad tre';
  const file = (origin: string, inside: string, text = crlf) =>
    archive({
      'project.qde': project(`<Sources>${source(2, inside)}</Sources>`, `name="p" origin="${origin}"`),
      [`sources/${guid(2)}.txt`]: text,
    });

  it('count a line end once from ATLAS.ti and as it stands from others', () => {
    expect(passagesOf(file('ATLAS.ti 24', passage(3, 18, 25)))).toEqual(['rad tre']);
    expect(passagesOf(file('MAXQDA 2022', passage(3, 20, 27)))).toEqual(['rad tre']);
    expect(reading(file('NVivo', '')).warnings).toMatchObject([{ kind: 'line_ends', detail: '2', count: 1 }]);
    expect(reading(file('NVivo', '')).project.sources[0]?.text).toBe('rad ett\nrad två 😀\nrad tre');
  });

  it('are read otherwise where the names of the passages quote them so', () => {
    const quoting = (start: number, end: number) => passage(3, start, end, '', 'name="rad tre"');
    // Line ends once, though not from ATLAS.ti; UTF-16 units; a counted mark; a bare LF that counted as two.
    expect(passagesOf(file('QualCoder', quoting(18, 25)))).toEqual(['rad tre']);
    expect(passagesOf(file('QualCoder', quoting(21, 28)))).toEqual(['rad tre']);
    expect(passagesOf(file('QualCoder', quoting(21, 28), `\uFEFF${crlf}`))).toEqual(['rad tre']);
    expect(passagesOf(file('QualCoder', quoting(20, 27), crlf.replaceAll('\r', '')))).toEqual(['rad tre']);
    expect(kindsOf(file('QualCoder', quoting(18, 25)))).toContain('counted_otherwise');
    expect(kindsOf(file('QualCoder', quoting(20, 27)))).not.toContain('counted_otherwise');
    expect(countingOf('NVivo', [{ raw: crlf, start: 0, end: 3, name: 'annat' }])).toEqual(
      usualCounting('NVivo'),
    );
  });

  it('outside the text are told and left out, and what is no position is refused', () => {
    const bytes = file('x', passage(3, 0, 3) + passage(4, 5, 4) + passage(5, 0, 99) + passage(6, -1, 3));
    expect(passagesOf(bytes)).toEqual(['rad']);
    expect(reading(bytes).warnings).toMatchObject([
      { kind: 'line_ends' },
      { kind: 'selection_outside', count: 3 },
    ]);
    expect(reading(bytes).held).toEqual({ sources: 1, selections: 4, codings: 0 });
    for (const bad of [
      'startPosition="x" endPosition="1"',
      'startPosition="1"',
      'startPosition="1.5" endPosition="2"',
    ])
      expect(refusal(file('x', `\n<PlainTextSelection guid="${guid(3)}" ${bad}/>`))).toMatchObject({
        place: 'project.qde, line 3',
      });
  });
});

describe('XML of other programs', () => {
  const xml = (text: string) => bytesOf(text);

  it('may have GUIDs in braces, empty containers, no dates, another namespace', () => {
    const loose = project(
      `<Users/>${codebook(`<Code guid="{${guid(1)}}" name="a" isCodable="true"/>`)}<Cases/><Sets/><Notes/>` +
        `<Sources>${source(2, `<PlainTextContent>hej</PlainTextContent>${passage(3, 0, 1, coding(4, 1))}`, '')}</Sources>`,
    );
    const read = reading(xml(loose));
    expect(read.warnings).toEqual([]);
    expect(read.project.sources[0]?.selections[0]?.codings[0]).toEqual({
      guid: kept(4),
      code: kept(1),
      made: { by: null, at: null },
      notes: [],
    });
    expect(kindsOf(xml(loose.replace('urn:QDA-XML:project:1.0', 'http://other')))).toEqual([
      'other_namespace',
    ]);
    expect(kindsOf(xml(loose.replace('xmlns="urn:QDA-XML:project:1.0"', '')))).toEqual(['other_namespace']);
    expect(reading(xml(project('<CodeBook><Codes/></CodeBook>'))).project.codes).toEqual([]);
    expect(reading(xml('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/><Sets/></CodeBook>')).kind).toBe(
      'codebook',
    );
  });

  it('may write dates and users in a form of their own', () => {
    const odd = `creationDateTime="24.11.2026" creatingUser="Anna"`;
    const read = reading(
      xml(
        project(
          `${users}${codebook(code(1))}<Sources>${source(2, coding(4, 1, odd) + coding(5, 1, `creatingUser="${guid(7)}"`), '')}</Sources>`,
        ),
      ),
    );
    expect(read.project.sources[0]?.codings.map((one) => one.made)).toEqual([
      { by: null, at: null },
      { by: kept(7), at: null },
    ]);
    expect(new Set(read.warnings.map(({ kind }) => kind))).toEqual(
      new Set(['bad_date', 'text_missing', 'unknown_user']),
    );
  });

  it('may give colours with alpha or as rgb(), leave out isCodable, and code a theme (MAXQDA, requal)', () => {
    const colours = [
      '#ABC',
      '#FF102030',
      '#10203080',
      'rgb(1, 2, 255)',
      'rgba(1,2,3,0.5)',
      'red',
      'rgb(1,2,256)',
    ];
    const codes = colours.map((colour, at) => code(at + 1, `name="k${at}" color="${colour}"`)).join('');
    const read = reading(
      xml(
        project(
          `${codebook(code(20, 'name="t" isCodable="false"', codes))}<Sources>${source(30, coding(31, 20), '')}</Sources>`,
        ),
      ),
    );
    const all = [...codesOf(read.project.codes)].map(([one, depth]) => [one.colour, one.codable, depth]);
    expect(all).toEqual([
      [null, false, 1],
      ...['#aabbcc', '#102030', '#102030', '#0102ff', '#010203', null, null].map((colour) => [
        colour,
        true,
        2,
      ]),
    ]);
    const told = read.warnings.filter(({ kind }) => kind === 'bad_colour' || kind === 'colour_alpha');
    expect(told.map(({ detail }) => detail)).toEqual([
      '#FF102030',
      '#10203080',
      'rgba(1,2,3,0.5)',
      'red',
      'rgb(1,2,256)',
    ]);
    expect(read.warnings.map(({ kind }) => kind)).toContain('coded_theme');
  });

  it('may put memos in Description, comments on passages without a code, two memos of one name (ATLAS.ti, MAXQDA, NVivo)', () => {
    const note = (n: number) =>
      `<Note guid="${guid(n)}" name="Memo" creatingUser="${guid(90)}"><PlainTextContent>nr ${n}</PlainTextContent></Note>`;
    const text = `<Description>källans memo</Description><PlainTextContent>hej</PlainTextContent>`;
    const remark = passage(3, 0, 1, '<Description>kommentar</Description>');
    const { project: read, warnings } = reading(
      xml(
        project(
          `${users}<Sources>${source(2, text + remark, '')}</Sources><Notes>${note(8)}${note(9)}</Notes>`,
        ),
      ),
    );
    expect(warnings).toEqual([]);
    expect(read.sources[0]).toMatchObject({
      description: 'källans memo',
      selections: [{ description: 'kommentar', codings: [] }],
    });
    expect(read.memos.map(({ name, text: content }) => [name, content])).toEqual([
      ['Memo', 'nr 8'],
      ['Memo', 'nr 9'],
    ]);
  });

  it('may hold variables on cases or on sources, with values that are not of their type', () => {
    const value = (type: string, inside: string) =>
      `<VariableValue><VariableRef targetGUID="${guid(5)}"/><${type}>${inside}</${type}></VariableValue>`;
    const { project: read, warnings } = reading(
      xml(
        project(
          `<Variables><Variable guid="${guid(5)}" name="v" typeOfVariable="Integer"/><Variable guid="${guid(6)}" name="w" typeOfVariable="Colour"/></Variables>` +
            `<Cases><Case guid="${guid(7)}" name="c">${value('IntegerValue', ' 12 ')}<SourceRef targetGUID="${guid(2)}"/><SourceRef targetGUID="${guid(99)}"/></Case></Cases>` +
            `<Sources>${source(2, `<PlainTextContent/>${value('BooleanValue', 'maybe')}`, '')}</Sources>`,
        ),
      ),
    );
    expect(read.cases[0]).toMatchObject({ values: [{ type: 'Integer', value: '12' }], sources: [kept(2)] });
    expect(read.sources[0]?.values).toEqual([{ variable: kept(5), type: 'Boolean', value: null }]);
    expect(warnings.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['bad_value', 'BooleanValue maybe'],
      ['bad_value', 'typeOfVariable Colour'],
      ['unknown_reference', 'SourceRef'],
    ]);
  });

  it('may hold what we cannot keep, which is counted and told', () => {
    const pdf = `<PDFSource guid="${guid(2)}" name="rapport"><PDFSelection guid="${guid(3)}" page="0" firstX="0" firstY="0" secondX="1" secondY="1">${coding(4, 1)}</PDFSelection><Representation guid="${guid(5)}"><PlainTextContent>hej</PlainTextContent>${passage(6, 0, 3, coding(7, 1))}</Representation></PDFSource>`;
    const others = `<AudioSource guid="${guid(8)}"><AudioSelection guid="${guid(9)}" begin="0" end="1"/></AudioSource><VideoSource guid="${guid(10)}"/><PictureSource guid="${guid(11)}"/>`;
    const {
      project: read,
      warnings,
      held,
    } = reading(
      xml(
        project(
          `${codebook(code(1))}<Sources>${pdf}${others}</Sources><Links><Link guid="${guid(12)}"/><Link guid="${guid(13)}"/></Links><Graphs><Graph guid="${guid(14)}"/></Graphs>`,
        ),
      ),
    );
    expect(read.sources).toMatchObject([
      { guid: kept(2), name: 'rapport', text: 'hej', selections: [{ guid: kept(6) }] },
    ]);
    expect(held).toEqual({ sources: 4, selections: 3, codings: 2 });
    expect(warnings.map(({ kind, count }) => [kind, count])).toEqual([
      ['pdf_layout', 1],
      ['audio_source', 1],
      ['video_source', 1],
      ['picture_source', 1],
      ['links', 2],
      ['graphs', 1],
    ]);
  });

  it('is refused, with place and reason, where it would have to be guessed at', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['<Survey/>', 'not_refi', 'file, line 1'],
      [project('\n<CodeBook>'), 'broken_xml', 'file, line 3, column 20'],
      [project(codebook(`\n<Code name="x" isCodable="true"/>`)), 'missing_attribute', 'file, line 3'],
      [project(codebook(`<Code guid="1" name="x"/>`)), 'bad_guid', 'file, line 2'],
      [project(codebook(code(1) + code(1))), 'duplicate_guid', 'file, line 2'],
      [
        project(`<Sources>${source(2, '', '')}\n${source(2, '', '')}</Sources>`),
        'duplicate_guid',
        'file, line 3',
      ],
      ['<!DOCTYPE Project><Project name="x"/>', 'xml_doctype', 'file, line 1, column 18'],
    ];
    for (const [text, type, place] of cases) expect(refusal(bytesOf(text))).toMatchObject({ type, place });
    const lost = project(
      `<Sources>${source(2, `<PlainTextContent>x</PlainTextContent>${coding(3, 77)}`, '')}</Sources>`,
    );
    expect(reading(bytesOf(lost)).warnings).toMatchObject([{ kind: 'unknown_code', count: 1 }]);
  });

  it('takes sets of a codebook by guid and of a project by targetGUID, either way round', () => {
    const set = (attribute: string) =>
      `<Sets><Set guid="${guid(5)}" name="s"><MemberCode ${attribute}="${guid(1)}"/></Set></Sets>`;
    for (const attribute of ['guid', 'targetGUID']) {
      const qdc = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code(1)}</Codes>${set(attribute)}</CodeBook>`;
      for (const text of [qdc, project(codebook(code(1)) + set(attribute))])
        expect(reading(bytesOf(text)).project.sets[0]?.codes).toEqual([kept(1)]);
    }
  });
});
