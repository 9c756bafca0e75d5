import { useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import css from '../setup.module.css';
import { type Asked, ReleaseDialog } from './release-dialog.tsx';
import { commonNext, type SampleNow, type StratumNow } from './reserve-state.ts';

/** The ordered reserve: whole replicates, the next first, each with a reason that is kept. */
export const Reserve = ({
  engine,
  wave,
  sample,
}: {
  readonly engine: Engine;
  readonly wave: WaveRow;
  readonly sample: SampleNow;
}) => {
  const { setup } = useWords();
  const { release: words } = setup.sample;
  const [asked, setAsked] = useState<Asked | null>(null);
  const open = wave.status === 'open';
  const withNext = sample.strata.flatMap((stratum) =>
    stratum.next ? [{ stratum, next: stratum.next }] : [],
  );
  const common = commonNext(sample.strata);
  const everywhere = withNext.reduce((sum, { next }) => sum + next.units.length, 0);
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{withNext.length > 0 ? words.text : sample.released.length > 0 ? words.none : words.noneKept}</p>
      {withNext.length > 0 && !open ? <p className="muted">{words.notOpen}</p> : null}
      <ul className={css.reserve}>
        {withNext.map(({ stratum, next }) => (
          <li key={stratum.stratum}>
            <span className="b">{stratum.stratum}</span>
            <Left stratum={stratum} />
            {open ? (
              <Button
                onClick={() =>
                  setAsked({ stratum: stratum.stratum, replicate: next.number, units: next.units.length })
                }
              >
                {words.next(next.number, next.units.length)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open && common !== null ? (
        <p>
          <Button onClick={() => setAsked({ stratum: null, replicate: common, units: everywhere })}>
            {words.everywhere(common)}
          </Button>
        </p>
      ) : null}
      {sample.released.length > 0 ? (
        <>
          <h3>{words.history}</h3>
          <ul className={css.lines}>
            {sample.released.map(({ id, stratum, number, units, reason }) => (
              <li key={id}>{words.line(stratum, number, units.length, reason ?? '')}</li>
            ))}
          </ul>
        </>
      ) : null}
      {asked ? (
        <ReleaseDialog engine={engine} wave={wave.id} asked={asked} onClose={() => setAsked(null)} />
      ) : null}
    </section>
  );
};

const Left = ({ stratum: { left } }: { readonly stratum: StratumNow }) => {
  const { setup } = useWords();
  const language = useLanguage();
  return (
    <span className="muted num">
      {setup.sample.release.left(left.replicates, numberWords(left.units, language))}
    </span>
  );
};
