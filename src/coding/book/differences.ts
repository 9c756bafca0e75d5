import { CODE_FIELDS, type CodeRow, type CodeVersionRow } from '../../study/rows.ts';

/** What changed in a code from one version to the next: names of fields, and before and after where they are texts. */
export interface Changed {
  readonly what: (typeof CODE_FIELDS)[number] | 'place' | 'status' | 'created';
  readonly before: string;
  readonly after: string;
}
export interface Step {
  readonly version: number;
  readonly by: string;
  readonly changes: readonly Changed[];
}

const textOf = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value : value.join(', ');

const between = (before: CodeVersionRow['was'], after: CodeVersionRow['was']): readonly Changed[] => [
  ...CODE_FIELDS.flatMap((what): Changed[] => {
    const [old, now] = [textOf(before.fields[what]), textOf(after.fields[what])];
    return old === now ? [] : [{ what, before: old, after: now }];
  }),
  ...(before.parent === after.parent && before.order === after.order
    ? []
    : [{ what: 'place' as const, before: before.parent ?? '', after: after.parent ?? '' }]),
  ...(before.status === after.status && before.successor === after.successor
    ? []
    : [{ what: 'status' as const, before: before.status, after: after.successor ?? after.status }]),
];

/** A code's life, the newest first. */
export const historyOf = (code: CodeRow['id'], versions: Iterable<CodeVersionRow>): readonly Step[] => {
  const own = [...versions].filter((row) => row.code === code).sort((a, b) => a.version - b.version);
  return own
    .map((row, at): Step => {
      const before = own[at - 1];
      return {
        version: row.version,
        by: row.by,
        changes: before ? between(before.was, row.was) : [{ what: 'created', before: '', after: '' }],
      };
    })
    .filter(({ changes }) => changes.length > 0)
    .reverse();
};
