import type { FindKind } from '../../masking/types.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import type { Words } from '../../words/index.ts';
import { keepFocus } from '../keys/keep-focus.ts';
import type { Choice } from './choices.ts';
import css from './masking.module.css';
import type { Step } from './step.ts';

const SHOWN: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc' };

/** Long stretches are cut in the middle: the text itself is lit. */
const short = (text: string): string =>
  text.length > 48 ? `${text.slice(0, 24)} … ${text.slice(-18)}` : text;

const wordsFor = (
  step: Step,
  words: Words['masking'],
  where: (id: string) => string,
  textOf: (id: string) => string,
): { readonly title: string; readonly text: string; readonly calm?: boolean } => {
  switch (step.kind) {
    case 'accept':
      return {
        title: words.accept.title(step.count),
        text: step.count === 0 ? words.accept.nothing : words.accept.text,
        calm: true,
      };
    case 'refused':
      return {
        title: words.refused.title(short(step.span.text)),
        text: words.refused.text(words.is[step.span.kind]),
      };
    case 'question': {
      const { text, kind, places } = step.question;
      const ids = [...new Set(places.map((place) => where(place.in)))].join(', ');
      return {
        title: words.question.title(short(text), words.is[kind]),
        text: words.places(places.length, ids),
      };
    }
    case 'chosen': {
      const { span } = step;
      return span.status === 'masked'
        ? {
            title: words.chosen.masked(short(span.text), span.placeholder),
            text: words.kinds[span.kind],
            calm: true,
          }
        : { title: words.chosen.kept(short(span.text)), text: words.kinds[span.kind], calm: true };
    }
    case 'stretch':
    case 'kind': {
      const { stretch } = step;
      const chosen = `${words.stretch.current}: ”${short(textOf(stretch.in).slice(stretch.start, stretch.end))}”`;
      if (step.kind === 'kind') return { title: words.kind.title, text: chosen };
      return stretch.extends
        ? { title: words.stretch.titleExtend, text: `${words.stretch.textExtend} ${chosen}` }
        : { title: words.stretch.titleMark, text: `${words.stretch.text} ${chosen}` };
    }
    case 'done':
      return { title: words.done.title, text: words.done.text, calm: true };
  }
};

/** One thing at a time, with its keys. It keeps its place at the top of the column. */
export const Card = ({
  step,
  choices,
  refused,
  disabled,
  where,
  textOf,
}: {
  readonly step: Step;
  readonly choices: readonly Choice[];
  readonly refused: readonly FindKind[];
  readonly disabled: boolean;
  readonly where: (id: string) => string;
  readonly textOf: (id: string) => string;
}) => {
  const { masking } = useWords();
  const { title, text, calm } = wordsFor(step, masking, where, textOf);
  const [kind] = refused;
  return (
    <section className={css.card} data-calm={calm || undefined} aria-label={masking.card}>
      <div aria-live="polite">
        <h2>{title}</h2>
        <p className="small muted">{text}</p>
        {kind ? <p className={css.refused}>{masking.keptByGuard(masking.is[kind])}</p> : null}
      </div>
      {choices.length > 0 ? (
        <div className={css.choices}>
          {choices.map((choice) => (
            <Button
              key={choice.key}
              hint={SHOWN[choice.key] ?? choice.key}
              disabled={disabled}
              onMouseDown={keepFocus}
              onClick={choice.run}
            >
              {choice.label}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  );
};
