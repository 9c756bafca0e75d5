import { expect, it } from 'vitest';
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { freeNotesOf } from './draft-areas.ts';
import { beginDraft, questionsOf } from './draft-rules.ts';
import { withFreeTexts } from './free-texts.ts';
import type { Json } from './json.ts';
import { parseInstrument } from './parse-instrument.ts';

const parsed = parseInstrument(definition as Json);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;

it('whoever reads finds everything that is handed in, and nothing twice', () => {
  const read = withFreeTexts(instrument).flatMap(({ questions }) => questions.map(({ id }) => id));
  const draft = beginDraft('d', { id: 'w' }, { id: 'c', name: 'x', stratum: 's' }, instrument, 'h');
  const handedIn = [
    ...questionsOf(instrument).map(({ id }) => id),
    ...freeNotesOf(draft, instrument).map(({ id }) => id),
  ];
  expect([...read].sort()).toEqual([...handedIn].sort());
});
