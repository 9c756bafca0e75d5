import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../ui/language.tsx';
import css from './finish-notes.module.css';

export const HintBar = ({ armed }: { readonly armed: boolean }) => {
  const { keys } = useWords().interview;
  return (
    <div className={css.hints} data-armed={armed}>
      <span>
        <Kbd>Esc</Kbd> {armed ? keys.armed : keys.after}
      </span>
      <span>
        <Kbd>C</Kbd> {keys.quote}
      </span>
      <span>
        <Kbd>V</Kbd> {keys.dontKnow}
      </span>
      <span>
        <Kbd>A</Kbd> {keys.refused}
      </span>
      <span>
        <Kbd>N</Kbd> {keys.next}
      </span>
      <span>
        <Kbd>P</Kbd> {keys.previous}
      </span>
      <span className="unseen" role="status">
        {armed ? keys.armed : ''}
      </span>
    </div>
  );
};
