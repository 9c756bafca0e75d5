import css from './word-rows.module.css';

/** Words to be read aloud, numbered so that two people keep their place. */
export const WordRows = ({ words }: { readonly words: readonly string[] }) => (
  <ol className={css.words} translate="no" lang="sv">
    {words.map((word, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, its place may not
      <li key={index}>{word}</li>
    ))}
  </ol>
);
