import { expect, it } from 'vitest';
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import type { Json } from '../study/json.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import { generateSpoken, SPOKEN_MUNICIPALITY, utterancesOf } from './spoken.ts';

const parsed = parseInstrument(definition as Json);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;

it('says something to every question, and the same again to the same seed', () => {
  const spoken = generateSpoken({ seed: 1, instrument });
  for (const section of instrument.sections)
    for (const { id } of section.questions) expect(spoken[id]?.length, id).toBeGreaterThan(0);
  expect(generateSpoken({ seed: 1, instrument })).toEqual(spoken);
  expect(generateSpoken({ seed: 2, instrument })).not.toEqual(spoken);
});

it('holds what the review must find, and no municipality that could be called', () => {
  const all = Object.values(generateSpoken({ seed: 3, instrument }))
    .flat()
    .join(' ');
  expect(all).toContain(SPOKEN_MUNICIPALITY);
  expect(all).toMatch(/070-174 06/);
});

it('ends an utterance where a sentence ends', () => {
  expect(utterancesOf('Vi gör så. Ring 070-174 06 05.\n– ”Alltid”, t.ex. nu? Ja.')).toEqual([
    'Vi gör så.',
    'Ring 070-174 06 05.',
    '– Alltid, t.ex. nu?',
    'Ja.',
  ]);
});
