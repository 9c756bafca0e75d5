import type { Engine } from '../engine/types.ts';
import type { WaveRow } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { useWords } from '../ui/language.tsx';
import { useSay } from '../ui/notice.tsx';
import css from './calls.module.css';
import { useLeases } from './use-leases.ts';

/** How many cases of the pool are lent to this computer, and until they are not. */
export const PoolNote = ({
  engine,
  wave,
  calls,
}: {
  readonly engine: Engine;
  readonly wave: WaveRow;
  readonly calls: readonly Call[];
}) => {
  const { pool } = useWords().fieldwork;
  const say = useSay();
  const { held, busy, failure, fetchMore, giveBack } = useLeases(engine, wave, calls);
  const back = async (): Promise<void> => {
    const released = await giveBack();
    if (released !== null) say(pool.gaveBack(released));
  };
  return (
    <section aria-labelledby="pool" className={css.pool}>
      <h2 className={css.part} id="pool">
        {pool.title}
      </h2>
      <p className="small muted">{pool.held(held)}</p>
      {failure ? <FailureNote failure={failure} /> : null}
      <p className={css.small}>
        <button type="button" className={css.link} disabled={busy} onClick={fetchMore}>
          {pool.fetch}
        </button>
        {held > 0 ? (
          <button type="button" className={css.link} disabled={busy} onClick={() => void back()}>
            {pool.giveBack}
          </button>
        ) : null}
      </p>
    </section>
  );
};
