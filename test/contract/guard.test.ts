import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guard } from '../../src/masking/guard.ts';
import table from '../../src/masking/guard-rules.json' with { type: 'json' };
import vectors from '../../src/masking/guard-vectors.json' with { type: 'json' };
import { MIGRATIONS } from '../../src/server/migrate.ts';
import { guardSql } from './guard-sql.ts';
import { type Home, openHome } from './home.ts';

/** Device and server refuse the same texts: one rule table, one set of vectors. */
describe('the guard', () => {
  let home: Home;
  beforeAll(async () => {
    home = await openHome();
  });
  afterAll(() => home.stop());

  const kinds = async (texts: readonly string[]): Promise<readonly (string | null)[]> => {
    const rows = await home.sql<{ kind: string | null }>(
      'select internal.guard(text) as kind from unnest($1::text[]) with ordinality listed (text, place) order by place',
      [texts],
    );
    return rows.map(({ kind }) => kind);
  };

  it('holds the rules of the device, by the newest migration of them', async () => {
    const newest = readdirSync(MIGRATIONS)
      .filter((file) => file.includes('guard_rules'))
      .sort()
      .at(-1);
    expect(readFileSync(`${MIGRATIONS}${newest}`, 'utf8')).toBe(guardSql());
    const rows = await home.sql(
      'select id, kind, ignore_case as "ignoreCase", hit as "group", checked, pattern from guard_rule order by place',
    );
    expect(rows).toEqual(table.rules.map(({ check, ...rule }) => ({ ...rule, checked: check !== null })));
    const [norm] = await home.sql(
      'select translate_from, translate_to, remove, rounds, folds from guard_normalisation',
    );
    expect(norm).toEqual({
      translate_from: table.translate_from,
      translate_to: table.translate_to,
      remove: table.remove,
      rounds: table.rounds,
      folds: table.folds,
    });
  });

  it('agrees with every vector', async () => {
    expect(vectors.length).toBeGreaterThan(50);
    const found = await kinds(vectors.map(({ text }) => text));
    const wrong = vectors
      .map((vector, i) => ({ ...vector, found: found[i] }))
      .filter((v) => v.found !== v.kind);
    expect(wrong).toEqual([]);
  });

  it('lets pass what an interview on procurement is full of', async () => {
    const text =
      'ISO/IEC 27001:2022, (EU) 2022/2555, SFS 2025:1506, LOU 2016:1145, 2026–2028, Microsoft 365, dnr 2025/1234-56, 1 740 605 kronor';
    expect(await kinds([text])).toEqual([null]);
  });

  it('says what the device says of any text', async () => {
    const pieces = fc.oneof(
      fc.constantFrom(...vectors.map(({ text }) => text)),
      fc.constantFrom(
        ' ',
        '-',
        ' ',
        '​',
        '–',
        '\n',
        '\t',
        'o',
        'l',
        'I',
        'Å',
        'É',
        '.',
        '@',
        '/',
        '+46',
        '0',
        '８',
      ),
      fc.stringMatching(/^[0-9 -]{1,14}$/),
      fc
        .string({ unit: 'binary', maxLength: 12 })
        .filter((text) => !text.includes('\0') && text.isWellFormed()),
      fc.constantFrom(...Array.from(table.translate_from + table.remove)),
    );
    const texts = fc.array(
      fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
      {
        minLength: 50,
        maxLength: 50,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const found = await kinds(list);
        for (const [i, text] of list.entries())
          expect(found[i], JSON.stringify(text)).toBe(guard(text)?.kind ?? null);
      }),
      { numRuns: 30 },
    );
  });

  it('takes no longer over a text of almost-numbers than its length allows', async () => {
    // 1 600 dates with a wrong checksum: every one of them has to be tried, and the study is locked meanwhile.
    const text = '850709 9804 '.repeat(1600);
    const [whole] = await home.sql<{ ms: number }>(
      `with started as materialized (select clock_timestamp() as at),
         found as materialized (select internal.guard($1) as kind from started)
       select extract(milliseconds from clock_timestamp() - at)::float as ms from started, found where kind is null`,
      [text],
    );
    expect(whole?.ms).toBeLessThan(2_000);
    expect(await kinds([`${text}850709 9805`])).toEqual(['personnummer']);
  });

  it('makes every character plain by its short way as by the long one', async () => {
    const differ = await home.sql(
      `select c from generate_series(1, 65535) c, guard_normalisation g
       where c not between 55296 and 57343
         and internal.guard_plain(chr(c)) <> translate(chr(c), g.translate_from || g.remove, g.translate_to)`,
    );
    expect(differ).toEqual([]);
  });

  it('passes no rule over whose text it would hit, in whatever case it is written', async () => {
    const texts = vectors.flatMap(({ text }) => [
      text,
      text.toUpperCase(),
      text.toLowerCase(),
      text.replaceAll(' ', '  '),
    ]);
    const found = await kinds(texts);
    expect(found).toEqual(texts.map((text) => guard(text)?.kind ?? null));
  });
});
