import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OUTCOMES, RARE_OUTCOMES, type WaveRow } from '../study/rows.ts';
import type { Reason } from '../study/whom-to-call.ts';
import { words } from '../words/index.ts';
import { mailText } from './mail-text.ts';
import { reasonWords } from './reason-words.ts';

/** What the screen says of a call and in a mail: whole sentences, in both languages. */
const now = Date.UTC(2026, 10, 26, 9, 0);
const at = now + 3_600_000;
const REASONS: readonly Reason[] = [
  { kind: 'appointment', at, hard: true },
  { kind: 'appointment', at, hard: false },
  { kind: 'missed', at, hard: true },
  { kind: 'later', at, hard: true },
  { kind: 'later', at, hard: false },
  { kind: 'begun' },
  ...[...OUTCOMES, ...RARE_OUTCOMES].flatMap((outcome): readonly Reason[] => [
    { kind: 'after_delay', outcome, since: now - 1_800_000 },
    { kind: 'wait_delay', outcome, until: at },
    { kind: 'never', outcome },
  ]),
  ...(
    [
      ...(['referred', 'continues', 'another_number', 'resume', 'other_time', 'conversion', 'new'] as const),
      ...(['pooled', 'lease_over'] as const),
    ] as const
  ).map((kind) => ({
    kind,
  })),
  ...(['wait_other_time', 'wait_conversion', 'wait_span', 'wait_hours'] as const).map((kind) => ({
    kind,
    until: at,
  })),
  { kind: 'wait_day', closed: 'autumn_break', until: at },
  ...(['refused', 'given_up', 'spent', 'no_hours', 'done', 'closed'] as const).map((kind) => ({ kind })),
];

test('every reason has its words', () => {
  for (const language of ['sv', 'en'] as const)
    for (const reason of REASONS) {
      const said = reasonWords({ reason }, now, words[language], language);
      expect(said).not.toMatch(/undefined|null|\[object/);
      expect(said.length).toBeGreaterThan(3);
    }
  const say = (reason: Reason): string => reasonWords({ reason }, now, words.sv, 'sv');
  expect(say({ kind: 'after_delay', outcome: 'busy', since: now - 1_800_000 })).toBe(
    'Dags igen: upptaget för 30 min sedan',
  );
  expect(say({ kind: 'wait_day', closed: 'autumn_break', until: at })).toBe(
    'Väntar: höstlov till i dag 11.00',
  );
});

test('the mail holds the information and every question, and shows a text the lead has not written as a gap', () => {
  const definition = JSON.parse(
    readFileSync('questionnaires/it-sakerhet-upphandling/2025/instrument.json', 'utf8'),
  );
  const wave: Pick<WaveRow, 'fields'> = {
    fields: {
      sponsor: 'Beställaren',
      controller: '',
      legal_basis: '',
      notice_url: 'exempel.se/info',
      withdraw_until: 'den 31 mars',
      minutes: '35',
    },
  };
  const text = mailText(wave, definition, 'tisdag 1 december 9.00', words.sv.fieldwork, 'sv');
  expect(text).toContain('Vi ringer tisdag 1 december 9.00.');
  expect(text).toContain('för Beställaren. Ansvarig för personuppgifterna är ….');
  expect(text).toContain('exempel.se/info');
  expect(text.match(/^A[1-7][.][0-9]+ /gm)?.length).toBeGreaterThanOrEqual(21);
  expect(mailText(wave, undefined, null, words.en.fieldwork, 'en')).not.toContain('The questions');
});
