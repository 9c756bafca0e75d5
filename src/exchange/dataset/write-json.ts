import type { Dataset } from './model.ts';

/** The dataset as JSON in pieces, an interview a line; `dataset.schema.json` beside it says what it holds. */
export function* writeDatasetJson({ interviews, ...rest }: Dataset): Generator<string> {
  const head = JSON.stringify({ $schema: 'dataset.schema.json', ...rest });
  yield `${head.slice(0, -1)},"interviews":[`;
  for (const [at, interview] of interviews.entries())
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(interview)}`;
  yield '\n]}\n';
}
