import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { readSavBack } from '../../../test/setup/read-sav.ts';
import { looksLikeFormula } from '../sheet/sheet.ts';
import { openZip } from '../zip/read.ts';
import { joined, zipped } from '../zip/write.ts';
import { bundle } from './bundle.ts';
import { anyDataset } from './dataset.arbitrary.ts';
import schema from './dataset.schema.json' with { type: 'json' };
import type { Dataset } from './model.ts';
import type { AskedTable } from './tables.ts';
import { rowsOf, variablesOf } from './variables.ts';

const sha256 = () => {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => void hash.update(bytes), hex: () => hash.digest('hex') };
};
/** A rule that hides every cell under five, to see that it was asked. */
const publish = (tables: readonly AskedTable[]) =>
  tables.map(({ variable, background, groups, categories, counts }) => ({
    type: 'table' as const,
    variable,
    background,
    table: {
      groups,
      categories,
      counts,
      hidden: counts.map((row) => row.map((count) => (count < 5 ? 'small' : null))),
    },
  }));
const filesOf = (dataset: Dataset, rule = publish) => {
  const options = { language: 'sv' as const, day: '2026-11-24', publish: rule, threshold: 5, sha256 };
  const zip = openZip(joined(zipped(bundle(dataset, options))));
  if (!zip.ok) throw new Error(zip.error.reason);
  return new Map(
    zip.value.names.map((name) => {
      const bytes = zip.value.read(name);
      if (!bytes.ok) throw new Error(bytes.error.reason);
      return [name, bytes.value];
    }),
  );
};
const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string) =>
  new TextDecoder().decode(files.get(name));
const csvOf = (text: string, delimiter: ',' | ';' = ',') =>
  Papa.parse<string[]>(text, { delimiter }).data.slice(0, -1);
const tableOf = (dataset: Dataset) => {
  const variables = variablesOf(dataset);
  return { variables, rows: [...rowsOf(dataset, variables)] };
};

describe('the archive of a wave', { timeout: 120_000 }, () => {
  it('holds the same table in every format, each read by a reader that is not ours', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const files = filesOf(dataset);
        const { variables, rows } = tableOf(dataset);
        const names = variables.map(({ name }) => name);
        const armed = (value: unknown) =>
          value === null
            ? ''
            : typeof value === 'string' && looksLikeFormula(value)
              ? `'${value}`
              : String(value);
        const [head, ...plain] = csvOf(textOf(files, 'interviews.csv'));
        expect(head).toEqual(names);
        expect(plain).toEqual(rows.map((row) => row.map(armed)));
        expect(csvOf(textOf(files, 'interviews-excel.csv'), ';')[1]?.[8]).toBe(
          armed(rows[0]?.[8] ?? null).replace('.', ','),
        );

        const sav = await readSavBack(files.get('data.sav') ?? new Uint8Array());
        expect(sav.rows.map((row) => names.map((name) => row[name]))).toEqual(
          rows.map((row) => row.map((value) => (typeof value === 'string' ? value.trimEnd() : value))),
        );
        for (const { name, labels, label } of variables) {
          expect(sav.meta.getValueLabels(name) ?? []).toEqual(
            labels.map((one) => ({ val: one.value, label: one.label.sv })),
          );
          expect(sav.meta.sysvars.find((one) => one.name === name)?.label).toBe(label.sv);
        }

        const book = new ExcelJS.Workbook();
        await book.xlsx.load((files.get('data.xlsx') ?? new Uint8Array()).slice().buffer);
        expect(book.worksheets.map(({ name }) => name)).toEqual([
          'interviews',
          'answers',
          'variables',
          'codebook',
          'tables',
        ]);
        const sheet = book.getWorksheet('interviews');
        rows.forEach((row, at) => {
          row.forEach((value, column) => {
            const cell = sheet?.getCell(at + 2, column + 1);
            expect(cell?.formula).toBeUndefined();
            expect(cell?.value ?? '').toBe(value ?? '');
          });
        });

        const { $schema, ...json } = JSON.parse(textOf(files, 'dataset.json'));
        expect(json).toEqual(dataset);
        expect($schema).toBe('dataset.schema.json');
      }),
      { numRuns: 12 },
    );
  });

  it('describes itself: valid DDI with counts that sum up, JSON that its schema takes, sums that hold', async () => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true });
    const validate = ajv.compile(schema);
    const datasets = fc.sample(anyDataset, { numRuns: 8, seed: 3 });
    const described: string[] = [];
    for (const dataset of datasets) {
      const files = filesOf(dataset);
      validate(JSON.parse(textOf(files, 'dataset.json')));
      expect(validate.errors ?? []).toEqual([]);
      expect(validate({ ...dataset, contact: 'x' })).toBe(false);
      const sums = textOf(files, 'SHA256SUMS')
        .trim()
        .split('\n')
        .map((line) => line.split('  '));
      expect(sums.map(([, name]) => name)).toEqual([...files.keys()].filter((name) => name !== 'SHA256SUMS'));
      for (const [sum, name] of sums)
        expect(
          createHash('sha256')
            .update(files.get(name ?? '') ?? '')
            .digest('hex'),
        ).toBe(sum);
      const readme = textOf(files, 'README.md');
      for (const name of files.keys()) expect(readme).toContain(name === 'README.md' ? 'Lägesbild' : name);
      expect(readme.includes('ÖVNINGSSTUDIE')).toBe(dataset.study.practice);
      described.push(textOf(files, 'ddi.xml'));
      const freq =
        /name="stratum".*?<\/var>/s.exec(described.at(-1) ?? '')?.[0].matchAll(/"freq">(\d+)</g) ?? [];
      expect([...freq].reduce((sum, [, count]) => sum + Number(count), 0)).toBe(dataset.interviews.length);
    }
    const rng = readFileSync(new URL('../ddi/codebook.rng', import.meta.url), 'utf8');
    const { errors } = await validateXML({
      xml: described.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
      schema: rng,
      extension: 'relaxng',
    });
    expect(errors.map(({ message }) => message)).toEqual([]);
  });

  it('breaks counts down only through the rule it is handed, all tables at once', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        let asked: readonly AskedTable[] = [];
        let calls = 0;
        const rule = (tables: readonly AskedTable[]) => {
          calls++;
          asked = tables;
          return publish(tables);
        };
        const [head, ...rows] = csvOf(textOf(filesOf(dataset, rule), 'tables.csv'));
        expect(head).toEqual(['variable', 'background', 'group', 'category', 'count', 'not_shown']);
        expect(calls).toBe(1);
        for (const { counts, groups, background } of asked) {
          const told = dataset.interviews.filter((one) => background === 'stratum' || one.role !== null);
          expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(told.length);
          expect(groups.length).toBeGreaterThan(1);
        }
        for (const [, background, , , count, why] of rows)
          if (background !== '')
            expect(why === 'small' ? count : Number(count) >= 5).toBe(why === 'small' ? '' : true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('names of variables', () => {
  it('are taken by every program and never alike', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const names = variablesOf(dataset).map(({ name }) => name);
        for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]{0,63}$/);
        expect(new Set(names).size).toBe(names.length);
        expect(names).toContain('a1_1_method_klassa');
      }),
    );
  });
});
