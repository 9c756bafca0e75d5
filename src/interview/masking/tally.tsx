import { FIND_KINDS, type FindKind } from '../../masking/types.ts';
import { useWords } from '../../ui/language.tsx';
import css from './masking.module.css';

/** What is replaced as things stand, by kind. */
export const Tally = ({ masked }: { readonly masked: Readonly<Partial<Record<FindKind, number>>> }) => {
  const { masking } = useWords();
  const kinds = FIND_KINDS.filter((kind) => masked[kind]);
  if (kinds.length === 0) return null;
  return (
    <section className={css.tally}>
      <h2>{masking.list}</h2>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <span>{masking.kinds[kind]}</span>
            <span className="num muted">{masked[kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
