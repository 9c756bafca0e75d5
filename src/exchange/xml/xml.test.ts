import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeXml } from './decode.ts';
import { readXml } from './read.ts';
import { cleanForXml, container, element, fitsXml, textElement } from './write.ts';

const rootOf = (text: string) => {
  const read = readXml([text]);
  if (!read.ok) throw new Error(`${read.error.place}: ${read.error.reason}`);
  return read.value.root;
};
const problemOf = (text: string) => {
  const read = readXml([text]);
  return read.ok ? null : read.error;
};
const write = (pieces: Iterable<string>) => [...pieces].join('');

describe('readXml', () => {
  it('gives names without prefix, attributes, text and lines', () => {
    const root = rootOf(
      '<?xml version="1.0"?>\n<q:a xmlns:q="urn:x" one="1&#10;2">t<![CDATA[<&]]>\n <q:b/>\n</q:a>',
    );
    expect(root).toMatchObject({ name: 'a', attributes: { one: '1\n2' }, line: 2 });
    expect(root.text.startsWith('t<&')).toBe(true);
    expect(root.children).toMatchObject([{ name: 'b', line: 3, attributes: {}, children: [], text: '' }]);
  });

  it('refuses a document type and every entity that would need one', () => {
    const attack = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    expect(problemOf(attack)).toMatchObject({ type: 'xml_doctype' });
    const laughs = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>';
    expect(problemOf(laughs)).toMatchObject({ type: 'xml_doctype' });
    expect(problemOf('<a>&x;</a>')).toMatchObject({ type: 'broken_xml' });
    expect(problemOf('<a>&#0;</a>')).toMatchObject({ type: 'broken_xml' });
  });

  it('says where broken XML is broken', () => {
    expect(problemOf('<a>\n<b>\n</a>')).toMatchObject({ type: 'broken_xml', place: 'line 3, column 4' });
    for (const broken of ['', 'text', '<a', '<a></a><b/>', '<a b="1" b="2"/>', '<a b=1/>', '<x:a/>'])
      expect(problemOf(broken)).toMatchObject({ type: 'broken_xml' });
  });

  it('keeps to its limits', () => {
    const deep = `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`;
    expect(problemOf(deep)).toMatchObject({ type: 'xml_too_large' });
    const limits = { length: 100, depth: 5, elements: 3 };
    for (const text of [`<a>${' '.repeat(100)}</a>`, '<a><b/><b/><b/></a>']) {
      const read = readXml([text], undefined, limits);
      expect(!read.ok && read.error.type).toBe('xml_too_large');
    }
  });

  it('hands over what is to be harvested, and keeps the rest', () => {
    const taken: string[] = [];
    const text = '<p><s><t n="1"><s/></t><t n="2"/></s><o><t/></o></p>';
    const read = readXml(text, { within: ['s'], take: (item) => taken.push(item.attributes.n ?? '') });
    expect(taken).toEqual(['1', '2']);
    expect(read.ok && read.value.root.children.map(({ name, children }) => [name, children.length])).toEqual([
      ['s', 0],
      ['o', 1],
    ]);
  });
});

describe('decodeXml', () => {
  it('follows the mark, then the declaration', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>å</a>';
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const wide = new Uint8Array(Uint16Array.from(`\uFEFF<a>å</a>`, (letter) => letter.charCodeAt(0)).buffer);
    const plain = new TextEncoder().encode('\uFEFF<a>å</a>');
    for (const bytes of [latin, wide, plain]) {
      const decoded = decodeXml(bytes);
      expect(decoded.ok && rootOf(decoded.value.join('')).text).toBe('å');
    }
    for (const bytes of [
      Uint8Array.of(60, 97, 62, 0xff),
      new TextEncoder().encode('<?xml encoding="moon"?>'),
    ])
      expect(decodeXml(bytes)).toMatchObject({ ok: false, error: { type: 'broken_xml' } });
  });
});

describe('writing', () => {
  it('gives back every text, in elements and in attributes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(text, text, (inside, value) => {
        const root = rootOf(write(textElement('a', inside, { v: value })));
        expect([root.text, root.attributes.v]).toEqual([cleanForXml(inside), cleanForXml(value)]);
        if (fitsXml(inside)) expect(root.text).toBe(inside);
      }),
    );
    const rare = ' \t\r\n\u0085\u2028<&>"\'😀e\u0301 ';
    expect(rootOf(write(textElement('a', rare, { v: rare })))).toMatchObject({
      text: rare,
      attributes: { v: rare },
    });
  });

  it('replaces what XML forbids one for one', () => {
    for (const bad of ['\u0000', '\u0001', '\uFFFE', '\uD800', '\uDC00']) {
      expect(fitsXml(`a${bad}b`)).toBe(false);
      expect(cleanForXml(`a${bad}b`)).toBe('a\uFFFDb');
    }
    expect(fitsXml('å😀\u{10FFFF}')).toBe(true);
  });

  it('leaves out containers that would be empty', () => {
    expect(write(container('a', []))).toBe('');
    expect(write(element('a', { b: null, c: 1, d: undefined, e: true }))).toBe('<a c="1" e="true"/>');
    expect(write(container('a', element('b', {})))).toBe('<a><b/></a>');
  });
});
