import { useMemo } from 'react';
import { parseInstrument } from '../../study/parse-instrument.ts';
import { useWords } from '../../ui/language.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useSource } from '../../ui/use-source.ts';
import { NeedsWave, type PartProps } from '../part.tsx';
import setup from '../setup.module.css';
import { CompletenessForm } from './completeness-form.tsx';
import { PoolForm } from './pool-form.tsx';
import { RulesForm } from './rules-form.tsx';

const MINUTES_5 = 300_000;
/** Without a questionnaire to count them in. */
const USUAL_AREAS = 7;

/** Everything that is settled about the calls of a wave. */
export const RulesPart = ({ engine, state, onPart }: PartProps) => {
  const { setup: words, rules } = useWords();
  const { wave, cases, interviewers, instruments } = state;
  const view = useSource(engine.view);
  const now = useNow(MINUTES_5);
  // Invented codes of practice have no county.
  const counties = useMemo(
    () =>
      [...new Set(cases.map(({ code }) => code.slice(0, 2)))].filter((one) => one in rules.counties).sort(),
    [cases, rules],
  );
  const areas = useMemo(() => {
    const row = instruments.find(({ hash }) => hash === wave?.instrument);
    const parsed = row && parseInstrument(row.definition);
    return parsed?.ok ? parsed.value.sections.length : USUAL_AREAS;
  }, [instruments, wave]);
  const lent = useMemo(
    () => [...view.all('lease')].filter((lease) => lease.wave === wave?.id).length,
    [view, wave],
  );
  if (!wave) return <NeedsWave title={words.parts.regler} onPart={onPart} />;
  return (
    <>
      <h1 className={setup.big}>{rules.title}</h1>
      <RulesForm key={wave.id} engine={engine} wave={wave} counties={counties} now={now} />
      <CompletenessForm key={`${wave.id} complete`} engine={engine} wave={wave} areas={areas} />
      <PoolForm
        key={`${wave.id} pool`}
        engine={engine}
        wave={wave}
        interviewers={interviewers.length}
        lent={lent}
      />
    </>
  );
};
