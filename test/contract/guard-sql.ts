import table from '../../src/masking/guard-rules.json' with { type: 'json' };

/**
 * The guard's rule table as the SQL of a migration. A test holds that the newest such migration equals it;
 * when the rules change, print it into a new migration: `npx tsx test/contract/guard-sql.ts > supabase/migrations/...`.
 */

/** Everything outside printable ASCII is escaped: half of these characters cannot be seen. */
const literal = (text: string): string => {
  const escaped = Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (char === "'" || char === '\\') return `${char}${char}`;
    if (code >= 0x20 && code < 0x7f) return char;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `E'${escaped.join('')}'`;
};

const rule = (place: number, row: (typeof table.rules)[number]): string =>
  `  (${place + 1}, ${literal(row.id)}, ${literal(row.kind)}, ${row.ignoreCase}, ${row.group}, ${row.check !== null}, ${literal(row.pattern)})`;

export const guardSql =
  (): string => `-- Generated from src/masking/guard-rules.json by test/contract/guard-sql.ts: the rules that device and server share.

delete from public.guard_rule;
insert into public.guard_rule (place, id, kind, ignore_case, hit, checked, pattern) values
${table.rules.map((row, place) => rule(place, row)).join(',\n')};

delete from public.guard_normalisation;
insert into public.guard_normalisation (translate_from, translate_to, remove, rounds, folds) values (
  ${literal(table.translate_from)},
  ${literal(table.translate_to)},
  ${literal(table.remove)},
  ${table.rounds},
  ${literal(JSON.stringify(table.folds))}
);
`;

if (process.argv[1] === import.meta.filename) process.stdout.write(guardSql());
