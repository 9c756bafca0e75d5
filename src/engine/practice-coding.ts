import { readCodebook } from '../study/codebook-file.ts';
import type { Id } from '../study/ids.ts';
import type { AnswerRow } from '../study/rows.ts';
import type { ActKind, Acts, SentCommand } from '../study/wire.ts';
import type { Remote } from '../sync/remote.ts';
import type { PracticeFill } from './types.ts';

/** What coders of the practice study have done when a newcomer comes: a codebook, and a blind round that was closed. */
export interface PracticeCodingParts {
  readonly newId: () => Id;
  readonly command: (kind: string, payload: unknown) => SentCommand;
  readonly lead: Remote;
  readonly act: <K extends ActKind>(kind: K, args: Acts[K]['args']) => Promise<void>;
}

const answersOf = async (remote: Remote): Promise<readonly AnswerRow[]> => {
  const rows: AnswerRow[] = [];
  let cursor = '';
  for (let more = true; more; ) {
    const page = await remote.pull('interviews', cursor, 1_000);
    // Without answers there is nothing to code, and the rest of the study is as good.
    if (!page.ok) return rows;
    for (const { table, row } of page.value.rows)
      if (table === 'answer' && row !== null) rows.push(row as unknown as AnswerRow);
    ({ cursor, more } = page.value);
  }
  return rows;
};

export const codePractice = async (
  { newId, command, lead, act }: PracticeCodingParts,
  coders: readonly { readonly id: Id; readonly remote: Remote }[],
  push: (remote: Remote, commands: readonly SentCommand[]) => Promise<void>,
  fill: PracticeFill['coding'] & { readonly wave: Id },
): Promise<void> => {
  const read = readCodebook(fill.codebook, newId);
  if (!read.ok) throw new Error(`the shipped codebook is broken at ${read.error.at}`);
  const idOf = new Map(read.value.map(({ key, id }) => [key, id]));
  await act('import_codebook', { label: fill.label, note: '', codes: read.value });

  const made = new Map(fill.answers.map((one) => [`${one.question} ${one.notes}`, one.byCoder]));
  const answers = (await answersOf(lead)).flatMap((answer) => {
    const byCoder = made.get(`${answer.question} ${answer.notes}`);
    return byCoder ? [{ answer, byCoder }] : [];
  });
  const round = newId();
  await act('create_round', {
    ...{
      round,
      wave: fill.wave,
      label: fill.round,
      unit: 'answer',
      questions: fill.questions,
      judgements: [],
    },
    interviews: [...new Set(answers.map(({ answer }) => answer.interview))].sort(),
    ...{ share: 0.3, seed: 'lagesbild', coders: coders.map(({ id }) => id), blind: true, calibration: false },
  });
  for (const [nth, { remote }] of coders.entries()) {
    const commands = answers.flatMap(({ answer, byCoder }) => {
      const add = (byCoder[nth] ?? []).flatMap(({ start, end, code }) => {
        const id = idOf.get(code);
        const of = { interview: answer.interview, revision: answer.revision, codebook: 1, round };
        return id ? [{ id: `${newId()}/${answer.question}`, ...of, start, end, code: id }] : [];
      });
      const done = command('done.set', { answer: answer.id, round, done: true });
      return add.length > 0 ? [command('segment.change', { add, remove: [] }), done] : [done];
    });
    await push(remote, commands);
  }
  await act('close_round', { round });
};
