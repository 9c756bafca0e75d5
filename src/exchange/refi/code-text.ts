import type { CodeFields, CodeRow } from '../../study/rows.ts';

/**
 * A code of ours has more fields than the standard's one description. They are written there as sections a person can
 * read, each under its name in brackets, the definition first and without one; a file of ours is read back whole.
 */
type Section = Exclude<keyof CodeFields, 'definition_sv' | 'name_sv' | 'colour'> | 'key' | 'status' | 'order';
const SECTIONS: readonly Section[] = [
  'key',
  'status',
  'order',
  'name_en',
  'definition_en',
  'use',
  'not_use',
  'example',
  'memo',
  'questions',
  'opposites',
];
const HEADING = /^\\*\[([a-z_]+)\]$/;

export type CodeText = Pick<CodeRow, 'key' | 'status' | 'order'> & {
  readonly fields: Omit<CodeFields, 'name_sv' | 'colour'>;
};

export const writeCodeText = ({ key, status, order, fields }: CodeText): string => {
  const values: Readonly<Record<Section, string>> = {
    key: key ?? '',
    status: status === 'active' ? '' : status,
    order: String(order),
    name_en: fields.name_en,
    definition_en: fields.definition_en,
    use: fields.use,
    not_use: fields.not_use,
    example: fields.example,
    memo: fields.memo,
    questions: fields.questions.join(' '),
    opposites: fields.opposites.join(' '),
  };
  const sections = SECTIONS.filter((section) => values[section] !== '');
  return [
    guarded(fields.definition_sv),
    ...sections.flatMap((section) => [`[${section}]`, guarded(values[section])]),
  ].join('\n');
};

/** Lines that look like a heading get a backslash more than they had. */
const guarded = (text: string): string =>
  text
    .split('\n')
    .map((line) => (HEADING.test(line) ? `\\${line}` : line))
    .join('\n');
const unguarded = (lines: readonly string[]): string =>
  lines.map((line) => (line.startsWith('\\') && HEADING.test(line) ? line.slice(1) : line)).join('\n');

export const readCodeText = (text: string): CodeText => {
  const parts = new Map<string, string[]>();
  let lines: string[] = [];
  parts.set('definition_sv', lines);
  for (const line of text.split('\n')) {
    const section = line.startsWith('\\') ? undefined : HEADING.exec(line)?.[1];
    if (section !== undefined && SECTIONS.some((one) => one === section)) {
      lines = [];
      parts.set(section, lines);
    } else lines.push(line);
  }
  const part = (name: Section | 'definition_sv'): string => unguarded(parts.get(name) ?? []);
  const list = (name: Section): readonly string[] =>
    part(name)
      .split(' ')
      .filter((one) => one !== '');
  const order = Number(part('order'));
  return {
    key: part('key') || null,
    status: part('status') === 'retired' ? 'retired' : 'active',
    order: Number.isFinite(order) ? order : 0,
    fields: {
      name_en: part('name_en'),
      definition_sv: part('definition_sv'),
      definition_en: part('definition_en'),
      use: part('use'),
      not_use: part('not_use'),
      example: part('example'),
      memo: part('memo'),
      questions: list('questions'),
      opposites: list('opposites'),
    },
  };
};
