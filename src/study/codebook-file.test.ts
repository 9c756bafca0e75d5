import { expect, it } from 'vitest';
import file from '../../questionnaires/it-sakerhet-upphandling/2025/codebook.json' with { type: 'json' };
import { readCodebook } from './codebook-file.ts';

const counter = () => {
  let n = 0;
  return () => {
    n += 1;
    return `id-${n}`;
  };
};

it('reads the codebook of 2025 whole: themes before their codes, each with what the file says', () => {
  const read = readCodebook(file, counter());
  if (!read.ok) throw new Error(read.error.at);
  expect(read.value).toHaveLength(file.themes.length + file.codes.length);
  const byKey = new Map(read.value.map((code) => [code.key, code]));
  const place = new Map(read.value.map(({ id }, at) => [id, at]));
  for (const [at, { parent }] of read.value.entries())
    if (parent !== null) expect(place.get(parent)).toBeLessThan(at);
  for (const code of file.codes) {
    const got = byKey.get(code.id);
    expect(got?.parent).toBe(byKey.get(code.parent)?.id);
    expect(got?.fields).toMatchObject({
      name_sv: code.name.sv,
      not_use: code.doNotUse,
      questions: code.questions,
      opposites: code.opposites.map((key) => byKey.get(key)?.id),
    });
  }
});

it('says where a file is no codebook', () => {
  const theme = { id: 'a', name: { sv: 'A', en: 'A' }, definition: { sv: '', en: '' }, colour: '#000000' };
  const code = {
    ...theme,
    id: 'a.b',
    parent: 'c',
    use: '',
    doNotUse: '',
    example: '',
    questions: [],
    opposites: [],
  };
  const problem = (one: unknown) => {
    const read = readCodebook(one, counter());
    return read.ok ? null : read.error;
  };
  expect(problem(null)).toEqual({ at: '', type: 'shape' });
  expect(problem({ themes: [theme], codes: [{ ...code, use: 1 }] })).toEqual({
    at: 'codes/0',
    type: 'shape',
  });
  expect(problem({ themes: [{ ...theme, name: 'A' }], codes: [] })).toEqual({
    at: 'themes/0',
    type: 'shape',
  });
  expect(problem({ themes: [theme, theme], codes: [] })).toEqual({ at: 'a', type: 'twice' });
  expect(problem({ themes: [theme], codes: [code] })).toEqual({ at: 'a.b', type: 'no_parent' });
});
