import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The list is derived from the sample frame; `npx vitest run -u` on this file derives it anew. */
test('the municipalities are those of the sample frame', async () => {
  const frame = readFileSync('questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv', 'utf8');
  const [head = '', ...rows] = frame.trim().split(/\r?\n/u);
  const column = head.split(',').indexOf('name');
  const names = rows.map((row) => row.split(',')[column] ?? '').sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  expect(names).toHaveLength(290);
  await expect(`${JSON.stringify(names, null, 2)}\n`).toMatchFileSnapshot('./municipalities.json');
});
