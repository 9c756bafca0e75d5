import { useMemo } from 'react';
import type { InterviewDraft } from '../../study/draft.ts';
import { askedCount, flagged, questionProgress } from '../../study/draft-progress.ts';
import { questionsOf } from '../../study/draft-rules.ts';
import type { Instrument, Section } from '../../study/instrument.ts';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { useDraft, useSession } from '../session/session.ts';
import css from './area-list.module.css';
import { useAsking } from './asking.ts';

const SIGN = { unasked: '○', in_progress: '◐', done: '●' } as const;

/** Where a click on an area leads: its first question that is not asked, else its first; from inside, the next one. */
const entryOf = (draft: InterviewDraft, section: Section): string => {
  const ids = section.questions.map((question) => question.id);
  const inside = ids.indexOf(draft.position.question);
  if (inside >= 0) return ids[(inside + 1) % ids.length] ?? draft.position.question;
  return ids.find((id) => questionProgress(draft, id) === 'unasked') ?? ids[0] ?? draft.position.question;
};

/** One string for all questions, so that the list is painted only when a sign changes. */
const signsOf = (draft: InterviewDraft, instrument: Instrument): string =>
  questionsOf(instrument)
    .map((question) => SIGN[questionProgress(draft, question.id)])
    .join('');

export const AreaList = () => {
  const { instrument, handle } = useSession();
  const { goTo } = useAsking();
  const { areas, area } = useWords().interview;
  const language = useDraft((draft) => draft.language);
  const place = useDraft((draft) => draft.position.question);
  const asked = useDraft((draft) => askedCount(draft, instrument));
  const signs = useDraft((draft) => signsOf(draft, instrument));
  const flags = useDraft((draft) =>
    flagged(draft, instrument)
      .map((question) => question.id)
      .join(),
  );
  const all = useMemo(() => questionsOf(instrument), [instrument]);
  const left = useDraft((draft) => JSON.stringify(draft.handedOn ?? {}));
  const handed: Readonly<Record<string, string>> = JSON.parse(left);
  const later = all.filter((question) => flags.split(',').includes(question.id));
  return (
    <nav aria-label={areas.label} className={css.list}>
      <p className={css.count}>{areas.asked(asked, all.length)}</p>
      <ol>
        {instrument.sections.map((section, index) => {
          const from = all.findIndex((question) => question.section === section.id);
          const own = signs.slice(from, from + section.questions.length);
          const done = [...own].filter((sign) => sign === SIGN.done).length;
          return (
            <li key={section.id}>
              <button
                type="button"
                className={css.area}
                aria-current={
                  section.id === place || section.questions.some((question) => question.id === place)
                    ? 'step'
                    : undefined
                }
                onMouseDown={keepFocus}
                onClick={() => goTo(entryOf(handle.draft.get(), section))}
              >
                <span className={css.number}>{index + 1}</span>
                <span lang={language}>
                  {section.shortTitle[language]}
                  {handed[section.id] ? (
                    <span className={css.handed}>
                      {area.handedOn(
                        instrument.roles.find(({ value }) => value === handed[section.id])?.text[language] ??
                          '',
                      )}
                    </span>
                  ) : null}
                </span>
                <span className={css.signs} aria-hidden="true">
                  {own}
                </span>
                <span className="unseen">, {areas.done(done, section.questions.length)}</span>
              </button>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            className={css.area}
            aria-current={place === instrument.closingNotes ? 'step' : undefined}
            onMouseDown={keepFocus}
            onClick={() => goTo(instrument.closingNotes)}
          >
            <span className={css.number} />
            {areas.closing}
          </button>
        </li>
      </ol>
      {later.length > 0 ? (
        <section className={css.later}>
          <h2>{areas.flagged}</h2>
          {later.map((question) => (
            <button
              key={question.id}
              type="button"
              className={css.laterQuestion}
              lang={language}
              onMouseDown={keepFocus}
              onClick={() => goTo(question.id)}
            >
              {question.id.replace(/^A/, '')} {question.text[language]}
            </button>
          ))}
        </section>
      ) : null}
    </nav>
  );
};
