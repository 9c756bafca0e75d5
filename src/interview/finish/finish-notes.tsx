import { useState } from 'react';
import { answerOf } from '../../study/draft.ts';
import { areaNotesOf } from '../../study/draft-areas.ts';
import { unasked } from '../../study/draft-progress.ts';
import { moveTo, questionsOf, toStage } from '../../study/draft-rules.ts';
import type { Section } from '../../study/instrument.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Frame, FrameTop } from '../frame/frame.tsx';
import { FreeNotes } from '../notes/free-notes.tsx';
import { NotesField } from '../notes/notes-field.tsx';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import { useCompleteness } from '../session/use-completeness.ts';
import css from './finish-notes.module.css';
import { HintBar } from './hint-bar.tsx';
import { useFinishKeys } from './use-finish-keys.ts';

/** After the call: all that was written on one page, with the same way of writing. */
export const FinishNotes = () => {
  const { instrument, change } = useSession();
  const { interview } = useWords();
  const words = interview.finish;
  const name = useDraft((draft) => draft.caseName);
  const writing = useWriting();
  const whole = useCompleteness();
  const left = useDraft((draft) =>
    unasked(draft, instrument)
      .map((question) => question.id)
      .join(),
  );
  const keys = useFinishKeys();
  const asked = questionsOf(instrument).filter((question) => !left.split(',').includes(question.id));
  const back = (): void =>
    change((draft) => toStage(moveTo(draft, instrument.closingNotes, draft.closing.length), 'asking'));
  return (
    <Frame
      top={
        <FrameTop
          brand={interview.open.brand}
          name={name}
          right={<span className="small muted">{words.step}</span>}
        />
      }
      bar={
        <>
          <Button onClick={back} disabled={!writing}>
            <span>
              {words.back}
              <span className={css.long}>{words.backLong}</span>
            </span>
          </Button>
          <span className={css.space} />
          {whole === 'breakoff' ? <span className="small muted">{words.breakoff}</span> : null}
          <Button
            variant="primary"
            hint="Ctrl ↵"
            disabled={!writing || whole === 'breakoff'}
            onClick={() => change((draft) => toStage(draft, 'masking'))}
          >
            {words.next}
          </Button>
        </>
      }
    >
      <main className={css.main} onKeyDown={keys.onKeyDown} onBlur={keys.onBlur}>
        <div className={css.page}>
          <div className={css.column}>
            <h1>{words.title}</h1>
            <p className={css.lead}>{words.lead}</p>
            {instrument.sections.map((section) => (
              <Area key={section.id} section={section} asked={asked} />
            ))}
            <section className={css.question}>
              <h2>{interview.closing.notes}</h2>
              <FreeNotes place={instrument.closingNotes} label={interview.closing.notes} />
            </section>
            {left === '' ? null : (
              <p className={css.left}>
                {words.unasked}:{' '}
                {left
                  .split(',')
                  .map((id) => id.replace(/^A/, ''))
                  .join(', ')}
              </p>
            )}
          </div>
        </div>
        <HintBar armed={keys.armed} />
      </main>
    </Frame>
  );
};

/** The questions of an area that were asked, and its free notes where there are any. */
const Area = ({
  section,
  asked,
}: {
  readonly section: Section;
  readonly asked: readonly { readonly id: string }[];
}) => {
  const { interview } = useWords();
  const language = useDraft((draft) => draft.language);
  const [noted] = useState(useDraft((draft) => areaNotesOf(draft, section.id) !== ''));
  const title = interview.area.notes(section.title[language]);
  return (
    <>
      {section.questions
        .filter(({ id }) => asked.some((other) => other.id === id))
        .map(({ id }) => (
          <Question key={id} id={id} />
        ))}
      {noted ? (
        <section className={css.question}>
          <h2 lang={language}>{title}</h2>
          <FreeNotes place={section.id} label={title} />
        </section>
      ) : null}
    </>
  );
};

const Question = ({ id }: { readonly id: string }) => {
  const { instrument } = useSession();
  const { interview } = useWords();
  const language = useDraft((draft) => draft.language);
  const state = useDraft((draft) => answerOf(draft, id).state);
  const pre = useDraft((draft) => answerOf(draft, id).pre);
  const question = questionsOf(instrument).find((candidate) => candidate.id === id);
  if (!question) return null;
  const set = question.preCodeLists.flatMap((list) =>
    list.preCodes.filter((code) => pre[list.name]?.includes(code.value)).map((code) => code.text[language]),
  );
  return (
    <section className={css.question}>
      <h2 lang={language}>
        <span className={css.id}>{id.replace(/^A/, '')}</span> {question.text[language]}
      </h2>
      {set.length > 0 || (state !== 'answered' && state !== 'not_asked') ? (
        <p className={css.set} lang={language}>
          {state === 'answered' || state === 'not_asked' ? null : (
            <span className={css.state}>{interview.question.states[state]}</span>
          )}
          {set.map((text) => (
            <span key={text} className={css.preCode}>
              {text}
            </span>
          ))}
        </p>
      ) : null}
      <NotesField question={id} label={interview.question.notesOf(id)} grows />
    </section>
  );
};
