import { useMemo, useState } from 'react';
import { ANSWERED, NOT_ASKED } from '../figures/wave/wave-data.ts';
import type { Question } from '../study/instrument.ts';
import { SelectField } from '../ui/field.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { AnswersDialog } from './answers-dialog.tsx';
import { Breakdown } from './breakdown.tsx';
import { codeLines, judgementGroups, type Line, preCodeGroups } from './lines.ts';
import css from './results.module.css';
import { ShareChart } from './share-chart.tsx';
import type { Results } from './use-wave.ts';

/** One question: what interviewers set, what coders judged and what was mentioned, each with its n. */
export const QuestionResults = ({
  results,
  question,
}: {
  readonly results: Results;
  readonly question: Question;
}) => {
  const { analysis } = useWords();
  const language = useLanguage();
  const [reading, setReading] = useState<Line | null>(null);
  const [by, setBy] = useState('none');
  const { preCodes, judged, codes } = useMemo(
    () => ({
      preCodes: preCodeGroups(results, question),
      judged: judgementGroups(results, question),
      codes: codeLines(results, question),
    }),
    [results, question],
  );
  const { data, coding } = results.made;
  const states = [...(data.states?.get(question.id) ?? [])];
  const background = data.backgrounds.find(({ id }) => id === by);
  const groups = [...judged, ...preCodes];
  return (
    <article className={css.page}>
      <header className={css.head}>
        <p className="muted num">{question.id}</p>
        <h1>{question.text[language]}</h1>
        <p className="muted">
          {analysis.meta(
            data.interviews,
            states.filter((state) => state !== NOT_ASKED).length,
            states.filter((state) => state === ANSWERED).length,
          )}
        </p>
        <SelectField
          label={analysis.breakBy}
          value={by}
          options={[
            { value: 'none', label: analysis.breakNone },
            ...data.backgrounds
              .filter(({ values }) => values.length > 1)
              .map(({ id }) => ({
                value: id,
                label: id === 'role' ? analysis.background.role : analysis.background.stratum,
              })),
          ]}
          onChange={setBy}
        />
      </header>
      {background ? (
        <Breakdown background={background} groups={groups} codes={codes} />
      ) : (
        <>
          {judged.map((group) => (
            <ShareChart
              key={group.id}
              title={`${analysis.judgements}: ${group.title?.[language] ?? ''}`}
              lines={group.lines}
              onRead={setReading}
            />
          ))}
          {preCodes.map((group) => (
            <ShareChart
              key={group.id}
              title={group.title ? `${analysis.preCodes}: ${group.title[language]}` : analysis.preCodes}
              lines={group.lines}
              onRead={setReading}
            />
          ))}
          {codes.length === 0 ? (
            <p className="muted">{analysis.noCodes}</p>
          ) : (
            <>
              <ShareChart title={analysis.codes} lines={codes} onRead={setReading} />
              <p className="muted small">{analysis.absence}</p>
            </>
          )}
        </>
      )}
      <p className="muted small">{analysis.from(coding.settled, coding.single, coding.agreed)}</p>
      {reading ? (
        <AnswersDialog
          results={results}
          question={question.id}
          line={reading}
          onClose={() => setReading(null)}
        />
      ) : null}
    </article>
  );
};
