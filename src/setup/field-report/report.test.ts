import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../exchange/document/docx.ts';
import { writeHtml } from '../../exchange/document/html.ts';
import type { Block, Document } from '../../exchange/document/model.ts';
import { dateCalls } from '../../practice/calls.ts';
import { makeField } from '../../practice/field-work.ts';
import type { View } from '../../study/command.ts';
import type { AttemptRow, CaseRow, Rows, Table } from '../../study/rows.ts';
import { draw } from '../../tools/draw.ts';
import { readFacts } from './facts.ts';
import { fieldReport } from './report.ts';

const NOW = Date.UTC(2026, 10, 24, 14, 0);
const interviews = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 'norr' : "söder's"));
const made = makeField(interviews, ['norr', "söder's"], '1');
const calls = dateCalls(made.calls, NOW);

/** Rows as a lead's device holds them of an invented field work. */
const rows = (): { readonly [T in Table]?: readonly Rows[T][] } => {
  const released = made.reserve.filter((one) =>
    made.released.some(({ stratum, number }) => stratum === one.stratum && number === one.number),
  );
  const attempts = calls.map(
    ({ code, outcome, at }, index): AttemptRow => ({
      id: `attempt-${index}`,
      case: code,
      by: index % 2 === 0 ? 'ina' : 'ivar',
      outcome,
      at,
      late: index < 3,
    }),
  );
  const cases = [...made.drawn, ...released.flatMap(({ units }) => units)].map(
    ({ code, name, stratum }): CaseRow => {
      const own = attempts.filter((one) => one.case === code);
      const done = own.find(({ outcome }) => outcome === 'interviewed');
      return {
        id: code,
        wave: 'w',
        code,
        name,
        stratum,
        assignee: 'ina',
        status: done ? 'interviewed' : own.length > 0 ? 'active' : 'new',
        completed_by: done?.id ?? null,
        rev: {},
      };
    },
  );
  const [interviewed] = attempts.filter(({ outcome }) => outcome === 'interviewed');
  if (!interviewed) throw new Error('somebody was interviewed');
  const fields = {
    sponsor: '',
    controller: '',
    legal_basis: '',
    notice_url: '',
    withdraw_until: '',
    minutes: '',
  };
  return {
    study: [{ id: 's', name: 'Studien', practice: false }],
    wave: [
      {
        id: 'w',
        study: 's',
        label: '2026',
        year: 2026,
        status: 'closed',
        k: 5,
        instrument: 'b'.repeat(64),
        strata: ['norr', "söder's"],
        fields: { ...fields, call_rules: '{"lastDay":"2026-12-01","maxAttempts":6,"target":66}' },
        rev: { call_rules: 3 },
        partials: 7,
      },
    ],
    case: cases,
    // A second interview of a case.
    attempt: [...attempts, { ...interviewed, id: 'again', late: false }],
    instrument: [
      { id: 'i1', wave: 'w', version: 1, hash: 'a'.repeat(64), definition: null, note: '' },
      { id: 'i2', wave: 'w', version: 2, hash: 'b'.repeat(64), definition: null, note: 'A4.2 förtydligad' },
    ],
    draw: [
      {
        id: 'd',
        wave: 'w',
        seed: made.seed,
        target: made.target,
        response: made.response,
        allocation: 'proportional',
        strata: made.strata.map((one) => ({
          ...one,
          parts: [one.stratum],
          drawn: made.drawn.filter(({ stratum }) => stratum === one.stratum).length,
        })),
      },
    ],
    replicate: made.reserve.map(({ stratum, number, units }) => ({
      id: `${stratum}/${number}`,
      wave: 'w',
      stratum,
      number,
      units: units.map(({ code, name }) => ({ id: code, code, name })),
      reason: made.released.find((one) => one.stratum === stratum && one.number === number)?.reason ?? null,
    })),
  };
};

const all = rows();
const view: View = {
  get: <T extends Table>(table: T, id: string) =>
    (all[table] as readonly Rows[T][] | undefined)?.find((row) => row.id === id),
  all: <T extends Table>(table: T) => (all[table] as readonly Rows[T][] | undefined) ?? [],
};
const wave = all.wave?.[0];
if (!wave) throw new Error('there is a wave');
const facts = readFacts(view, wave, NOW, {
  waiting: 1,
  released: 55,
  unread: 4,
  cases: { new: 0, active: 0, interviewed: 0, closed: 0 },
});
const [sv, en] = [fieldReport(facts, 'sv'), fieldReport(facts, 'en')];

const tables = ({ blocks }: Document) =>
  blocks.filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table');
const textOf = (document: Document): string => writeHtml(document).replace(/src="[^"]*"/g, '');

describe('fieldReport', () => {
  it('counts every unit once, with the released among them, and the sums agree', () => {
    expect(facts.field.total.cases).toBeGreaterThan(made.drawn.length);
    const [, codes, groups] = tables(sv);
    const sum = (table: typeof codes, column: number): number =>
      (table?.rows ?? []).reduce((total, row) => total + Number(row[column]), 0);
    expect(sum(codes, 3)).toBe(facts.field.total.cases);
    expect(sum(groups, (groups?.columns.length ?? 0) - 1)).toBe(facts.field.total.cases);
  });

  it('takes the partial interviews out of RR1 and into RR2', () => {
    const rates = new Map(tables(sv)[3]?.rows.map((row) => [row[0], row]));
    expect(rates.get('RR1')?.[2]).toBe('53');
    expect(rates.get('RR2')?.[2]).toBe('60');
    expect(rates.size).toBe(16);
    const [lead] = sv.blocks;
    expect(lead).toMatchObject({ text: expect.stringMatching(/^60 av \d+ .* 7 av dem delvis.*RR1.*RR2/) });
  });

  it('tells every deviation with its reason', () => {
    for (const said of [
      made.released[0]?.reason ?? '',
      'Reglerna har ändrats 2 gånger',
      'A4.2 förtydligad',
      '3 försök kom in sent',
      '1 intervjuer gjordes i ärenden som redan hade en',
      '55 är släppta, 1 väntar och 4 förblir olästa',
      '1 december 2026',
    ])
      expect(textOf(sv)).toContain(said);
  });

  it('names no organisation and no person', () => {
    for (const document of [sv, en]) {
      const text = JSON.stringify(document);
      for (const { name, code } of all.case ?? []) {
        expect(text).not.toContain(name);
        expect(text).not.toMatch(new RegExp(`\\b${code}\\b`));
      }
      expect(text).not.toMatch(/\b(?:ina|ivar)\b/);
    }
  });

  it('prints a line that draws the same sample again', async () => {
    const line = sv.blocks.flatMap((block) =>
      block.kind === 'paragraph' && typeof block.text === 'string' && block.text.startsWith('npm run')
        ? [block.text]
        : [],
    )[0];
    const words = [...(line ?? '').matchAll(/--(\w+) '((?:[^']|'\\'')*)'/g)];
    const options = Object.fromEntries(
      words.map(([, name = '', value = '']) => [name, value.replaceAll("'\\''", "'")]),
    );
    const frame = [...made.drawn, ...made.reserve.flatMap(({ units }) => units)];
    const csv = [
      'code,name,stratum',
      ...frame.map(({ code, name, stratum }) => `${code},"${name}",${stratum}`),
    ].join('\n');
    const drawn: string[] = [];
    for await (const item of draw.run({ options, text: async () => csv } as never)) {
      if (!item.ok) throw new Error(JSON.stringify(item.error));
      const unit: { code: string; replicate: number } = JSON.parse(item.value);
      if (unit.replicate === 0) drawn.push(unit.code);
    }
    expect(drawn.sort()).toEqual(made.drawn.map(({ code }) => code).sort());
  });

  it('is set in the language it is written in', () => {
    expect(textOf(sv)).toMatch(/\d+,\d\u00a0%/);
    expect(textOf(sv)).not.toMatch(/\d %|\d\.\d\s?%/);
    expect(textOf(en)).toMatch(/\d+\.\d%/);
    expect(textOf(en)).not.toMatch(/Svarsfrekvens|Urvalet|försök|Andel/);
  });

  it('becomes a file that holds the same headings', async () => {
    const parts = unzipSync(await writeDocx(sv));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const headings = sv.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings.length).toBeGreaterThanOrEqual(9);
    expect(xml.match(/<w:pStyle w:val="Heading[123]"\/>/g)).toHaveLength(headings.length);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(tables(sv).length);
  });
});
