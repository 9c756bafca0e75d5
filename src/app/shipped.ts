import claims from '../../questionnaires/it-sakerhet-upphandling/2025/claims.json?url';
import codebook from '../../questionnaires/it-sakerhet-upphandling/2025/codebook.json?url';
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json?url';
import frame from '../../questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv?url';
import type { Judgement } from '../study/claims.ts';
import type { Json } from '../study/json.ts';
import { parseClaims } from '../study/parse-claims.ts';
import type { Shipped } from './services.ts';

const textOf = async (url: string): Promise<string> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`a file of the program is missing: ${answer.status}`);
  return answer.text();
};

/** Fetched as files when a lead asks for them: nobody else needs them. */
export const loadShipped = async (): Promise<Shipped> => {
  const [definitionText = '', frameText = '', codebookText = '', claimsText = ''] = await Promise.all(
    [definition, frame, codebook, claims].map(textOf),
  );
  return { definition: definitionText, frame: frameText, codebook: codebookText, claims: claimsText };
};

/** What coders judge of each interview, as the shipped claims ask it. */
export const loadJudgements = async (): Promise<readonly Judgement[]> => {
  const parsed = parseClaims(JSON.parse(await textOf(claims)));
  if (!parsed.ok) throw new Error(`the shipped claims are broken at ${parsed.error.problems[0]?.path}`);
  return parsed.value.judgements;
};

/** The shipped codebook, as its file has it. */
export const loadCodebook = async (): Promise<Json> => JSON.parse(await textOf(codebook));
