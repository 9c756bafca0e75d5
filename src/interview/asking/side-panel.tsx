import type { InterviewDraft } from '../../study/draft.ts';
import { answerOf } from '../../study/draft.ts';
import { remarkOf } from '../../study/draft-remarks.ts';
import { questionsOf, toggleProbe } from '../../study/draft-rules.ts';
import type { Probe, Question } from '../../study/instrument.ts';
import { formatReceipt } from '../../study/receipt.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { Objections } from '../opening/objections.tsx';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import type { SurveyPort } from '../survey/port.ts';
import { useAsking } from './asking.ts';
import css from './side-panel.module.css';
import { useOffered } from './state-row.tsx';

/** Probes whose condition holds, and those already used: what was asked stays visible. */
export const offeredProbes = (
  survey: SurveyPort,
  draft: InterviewDraft,
  question: Question,
): readonly Probe[] =>
  question.probes.filter(
    (probe) =>
      probe.offeredIf === undefined ||
      answerOf(draft, question.id).probes.includes(probe.id) ||
      survey.holds(probe.offeredIf),
  );

export const SidePanel = () => {
  const { instrument } = useSession();
  const { side } = useWords().interview;
  const language = useDraft((draft) => draft.language);
  const place = useDraft((draft) => draft.position.question);
  const receipt = useDraft((draft) => draft.receipt);
  const question = questionsOf(instrument).find((candidate) => candidate.id === place);
  return (
    <div className={css.panel}>
      {question && question.probes.length > 0 ? <Probes question={question} /> : null}
      {question ? <Offered question={question.id} /> : null}
      {question?.instruction ? (
        <section>
          <h2>{side.instruction}</h2>
          <p className={css.instruction} lang={language}>
            {question.instruction[language]}
          </p>
        </section>
      ) : null}
      <RemarkLink place={place} />
      <Objections />
      {receipt ? (
        <section>
          <h2>{side.receipt}</h2>
          <p className={css.receipt}>{formatReceipt(receipt)}</p>
          <p className="tiny muted">{side.receiptHint}</p>
        </section>
      ) : null}
    </div>
  );
};

/** The way to the lead, and the sign that something begun still lies here. */
const RemarkLink = ({ place }: { readonly place: string }) => {
  const { writeRemark } = useAsking();
  const { interview } = useWords();
  const writing = useWriting();
  const begun = useDraft((draft) => remarkOf(draft, place) !== '');
  return (
    <section>
      <ul>
        <li>
          <button
            type="button"
            className={css.probe}
            disabled={!writing}
            onMouseDown={keepFocus}
            onClick={() => writeRemark(place)}
          >
            <span className={css.sign}>
              <Kbd>L</Kbd>
            </span>
            {interview.remark.action}
            {begun ? ' ✎' : ''}
          </button>
        </li>
      </ul>
    </section>
  );
};

/** Stands at the side, so that the question does not move. */
const Offered = ({ question }: { readonly question: string }) => {
  const { interview } = useWords();
  const offered = useOffered(question);
  if (!offered) return null;
  return (
    <section>
      <h2>{interview.question.offeredTitle}</h2>
      <p className={css.instruction}>{interview.question.offered}</p>
    </section>
  );
};

const Probes = ({ question }: { readonly question: Question }) => {
  const { change } = useSession();
  const { survey } = useAsking();
  const { side } = useWords().interview;
  const writing = useWriting();
  const language = useDraft((draft) => draft.language);
  const used = useDraft((draft) => answerOf(draft, question.id).probes);
  const offered = useDraft((draft) =>
    offeredProbes(survey, draft, question)
      .map((probe) => probe.id)
      .join(),
  ).split(',');
  const probes = question.probes.filter((probe) => offered.includes(probe.id));
  const next = probes.find((probe) => !used.includes(probe.id))?.id;
  return (
    <section>
      <h2>{side.probes}</h2>
      {probes.length === 0 ? <p className="small muted">{side.noProbes}</p> : null}
      <ul>
        {probes.map((probe) => (
          <li key={probe.id}>
            <button
              type="button"
              className={css.probe}
              aria-pressed={used.includes(probe.id)}
              title={probe.definition[language]}
              disabled={!writing}
              onMouseDown={keepFocus}
              onClick={() => change((draft) => toggleProbe(draft, question.id, probe.id))}
            >
              <span className={css.sign} aria-hidden="true">
                {used.includes(probe.id) ? '✓' : probe.id === next ? <Kbd>F</Kbd> : null}
              </span>
              <span lang={language}>{probe.text[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
