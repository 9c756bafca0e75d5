import type { Engine } from '../../engine/types.ts';
import type { Judgement } from '../../study/claims.ts';
import type { Id } from '../../study/ids.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useSource } from '../../ui/use-source.ts';
import { useAsked } from '../questions.ts';
import { RoundForm } from './round-form.tsx';
import { RoundView } from './round-view.tsx';
import css from './rounds.module.css';

/** Every round; one of them looked at; and, for a lead, a new one. */
export const RoundsScreen = ({
  engine,
  at,
  judgements,
  newId,
  hrefOf,
  onRound,
}: {
  readonly engine: Engine;
  readonly at: Id | null;
  readonly judgements: readonly Judgement[];
  readonly newId: () => Id;
  readonly hrefOf: (round: Id | null) => string;
  readonly onRound: (round: Id) => void;
}) => {
  const { rounds } = useWords();
  const language = useLanguage();
  const view = useSource(engine.view);
  const asked = useAsked(engine);
  const all = [...view.all('round')].sort(
    (a, b) =>
      Number(a.state === 'closed') - Number(b.state === 'closed') || a.label.localeCompare(b.label, 'sv'),
  );
  const round = all.find(({ id }) => id === at);
  const [wave] = [...view.all('wave')].sort((a, b) => b.year - a.year);
  return (
    <main className={css.scroll}>
      <div className={css.page}>
        {round && asked ? (
          <RoundView
            key={round.id}
            engine={engine}
            asked={asked}
            round={round}
            judgements={judgements}
            newId={newId}
          />
        ) : (
          <>
            <h1>{rounds.list}</h1>
            {all.length === 0 ? (
              <EmptyState title={rounds.empty.title}>
                <p>{rounds.empty.text}</p>
              </EmptyState>
            ) : null}
            <ul className={css.list}>
              {all.map((one) => (
                <li key={one.id}>
                  <a href={hrefOf(one.id)} className="b">
                    {one.label}
                  </a>
                  <span>{one.state === 'open' ? rounds.open : rounds.closed}</span>
                  <span className="muted small">
                    {[
                      one.blind ? rounds.blind : '',
                      one.calibration ? rounds.calibration : '',
                      one.questions.length > 0 ? rounds.questions(one.questions.length) : '',
                      one.judgements.length > 0 ? rounds.judgements(one.judgements.length) : '',
                      one.interviews === null
                        ? rounds.allInterviews
                        : rounds.interviews(numberWords(one.interviews.length, language)),
                      rounds.version(numberWords(one.codebook, language)),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            {engine.me.role === 'lead' && asked && wave ? (
              <RoundForm
                engine={engine}
                asked={asked}
                wave={wave}
                judgements={judgements}
                newId={newId}
                onMade={onRound}
              />
            ) : null}
          </>
        )}
      </div>
    </main>
  );
};
