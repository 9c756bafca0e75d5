import type { Difference } from '../../study/instrument-edit/diff.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { differenceWords } from '../../words/difference.ts';
import css from './publish.module.css';

export const DifferenceList = ({
  differences,
  none,
}: {
  readonly differences: readonly Difference[];
  readonly none: string;
}) => {
  const { instrument: words } = useWords();
  const language = useLanguage();
  if (differences.length === 0) return <p className="muted">{none}</p>;
  return (
    <ul className={css.differences}>
      {differences.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read
        <li key={index}>{differenceWords(one, words, language)}</li>
      ))}
    </ul>
  );
};
