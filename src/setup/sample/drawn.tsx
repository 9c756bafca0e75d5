import { useMemo } from 'react';
import type { WaveRow } from '../../study/rows.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useSource } from '../../ui/use-source.ts';
import type { PartProps } from '../part.tsx';
import css from '../setup.module.css';
import { Reserve } from './reserve.tsx';
import { readSample, type SampleNow } from './reserve-state.ts';

/** What is kept of a draw: all that a report must say of it, and what its weights need. */
export const Drawn = ({ engine, wave }: PartProps & { readonly wave: WaveRow }) => {
  const view = useSource(engine.view);
  const sample = useMemo(() => readSample(view, wave.id), [view, wave.id]);
  if (!sample) return null;
  return (
    <>
      <HowDrawn sample={sample} />
      <StrataNow sample={sample} />
      <Reserve engine={engine} wave={wave} sample={sample} />
    </>
  );
};

const HowDrawn = ({ sample: { draw } }: { readonly sample: SampleNow }) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { how, allocations } = setup.sample;
  const facts: readonly (readonly [string, string])[] = [
    [how.target, numberWords(draw.target, language)],
    [how.response, `${draw.response}\u00a0%`],
    [how.allocation, allocations[draw.allocation]],
    [how.seed, draw.seed === '' ? '–' : draw.seed],
  ];
  return (
    <section>
      <h2>{how.title}</h2>
      <dl className={css.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const StrataNow = ({ sample: { strata } }: { readonly sample: SampleNow }) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { sample: words } = setup;
  const say = (count: number): string => numberWords(count, language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <section>
      <table className={css.table}>
        <caption>{words.how.strata}</caption>
        <thead>
          <tr>
            <th scope="col">{words.stratum}</th>
            <th scope="col">{words.inFrame}</th>
            <th scope="col">{words.how.drawn}</th>
            <th scope="col">{words.how.released}</th>
            <th scope="col">{words.how.probability}</th>
          </tr>
        </thead>
        <tbody>
          {strata.map(({ stratum, parts, population, drawn, released, probability }) => (
            <tr key={stratum}>
              <th scope="row">
                {stratum}
                {parts.length > 1 ? <p className="small muted">{words.merged(parts.join(', '))}</p> : null}
              </th>
              <td className="num">{say(population)}</td>
              <td className="num">{say(drawn)}</td>
              <td className="num">{say(released)}</td>
              <td className="num">{probability === null ? '–' : percent.format(probability)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{words.how.probabilityText}</p>
    </section>
  );
};
