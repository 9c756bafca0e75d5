import { YES } from '../figures/wave/indicator.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import type { Line } from './lines.ts';
import css from './results.module.css';
import type { Results } from './use-wave.ts';

/** The masked answers that a line counts. */
export const AnswersDialog = ({
  results,
  question,
  line,
  onClose,
}: {
  readonly results: Results;
  readonly question: string;
  readonly line: Line;
  readonly onClose: () => void;
}) => {
  const { analysis } = useWords();
  const language = useLanguage();
  const counted = new Set(results.made.ids.filter((_, at) => line.indicator.of[at] === YES));
  const answers = results.answers.filter(
    (answer) => answer.question === question && counted.has(answer.interview) && answer.notes !== '',
  );
  return (
    <Dialog open wide title={analysis.readTitle(line.label[language])} onClose={onClose}>
      {answers.length === 0 ? <p>{analysis.readNone}</p> : null}
      <ul className={css.answers}>
        {answers.map(({ id, notes }) => (
          <li key={id}>{notes}</li>
        ))}
      </ul>
    </Dialog>
  );
};
