import codebook from '../../questionnaires/it-sakerhet-upphandling/2025/codebook.json?url';
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json?url';
import frame from '../../questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv?url';
import type { Shipped } from './services.ts';

const textOf = async (url: string): Promise<string> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`a file of the program is missing: ${answer.status}`);
  return answer.text();
};

/** Fetched as files when a lead asks for them: nobody else needs them. */
export const loadShipped = async (): Promise<Shipped> => {
  const [definitionText, frameText, codebookText] = await Promise.all(
    [definition, frame, codebook].map(textOf),
  );
  return { definition: definitionText ?? '', frame: frameText ?? '', codebook: codebookText ?? '' };
};
