import { useEffect } from 'react';
import { progressOf, type ReviewState, spansOf } from '../../masking/index.ts';
import { questionsOf } from '../../study/draft-rules.ts';
import { useWords } from '../../ui/language.tsx';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import { Card } from './card.tsx';
import { MaskedText } from './masked-text.tsx';
import css from './masking.module.css';
import type { Step } from './step.ts';
import { Tally } from './tally.tsx';
import type { Desk } from './use-desk.ts';

/** All texts with what is replaced, and the one card that says what is next. */
export const MaskingPage = ({
  desk,
  state,
  step,
}: {
  readonly desk: Desk;
  readonly state: ReviewState;
  readonly step: Step;
}) => {
  const { instrument } = useSession();
  const { masking } = useWords();
  const writing = useWriting();
  const language = useDraft((draft) => draft.language);
  const { lit, stretch } = desk;
  const where = (id: string): string =>
    id === instrument.closingNotes
      ? masking.closing
      : instrument.sections.some((section) => section.id === id)
        ? masking.areaShort(id.replace(/^A/, ''))
        : id.replace(/^A/, '');
  const shown = stretch ? `${stretch.in} ${stretch.start} ${stretch.end}` : `${lit[0]?.in} ${lit[0]?.start}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when what is lit changes, and then only
  useEffect(() => {
    document.querySelector('[data-lit], [data-stretch]')?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  const progress = progressOf(state);
  const masked = Object.values(progress.masked).reduce((sum, count) => sum + count, 0);
  const titles = new Map([
    ...questionsOf(instrument).map(({ id, text }) => [id, `${where(id)} ${text[language]}`] as const),
    ...instrument.sections.map(({ id, title }) => [id, masking.area(title[language])] as const),
    [instrument.closingNotes, masking.closing] as const,
  ]);
  return (
    <div className={css.page}>
      <div className={css.wrap}>
        <main>
          <h1>{masking.title}</h1>
          <p className={css.lead}>{masking.lead(masked, progress.open + progress.refused)}</p>
          {state.texts.length === 0 ? <p className="muted">{masking.nothing}</p> : null}
          {state.texts.map(({ id, text }) => (
            <section key={id} className={css.question}>
              <h2 lang={language}>{titles.get(id)}</h2>
              <MaskedText
                id={id}
                text={text}
                spans={spansOf(state, id)}
                lit={new Set(lit.filter((place) => place.in === id).map((place) => place.start))}
                stretch={stretch?.in === id ? stretch : null}
                originals={desk.originals}
                onSpan={desk.press}
              />
            </section>
          ))}
        </main>
        <aside className={css.side} aria-label={masking.list}>
          <Card
            step={step}
            choices={desk.choices}
            refused={desk.refused}
            disabled={!writing}
            where={where}
            textOf={desk.textOf}
          />
          <Tally masked={progress.masked} />
        </aside>
      </div>
    </div>
  );
};
