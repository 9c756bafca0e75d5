import { useEffect, useRef, useState } from 'react';
import type { ActFailure, Engine } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import { leasesWanted } from '../study/leases.ts';
import { readPool } from '../study/pool.ts';
import type { WaveRow } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { MINUTE } from '../study/zoned-time.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { useSource } from '../ui/use-source.ts';

/** After an answer that there is nothing to lend, or a refusal, nobody asks again for so long. */
const REST = 5 * MINUTE;
/** The server takes so many back at once. */
const MOST = 100;

/** The pool from an interviewer's side: cases are fetched ahead while there is a network, and given back. */
export const useLeases = (
  engine: Engine,
  wave: WaveRow | undefined,
  calls: readonly Call[],
): {
  readonly held: number;
  readonly busy: boolean;
  readonly failure: ActFailure | null;
  readonly fetchMore: () => void;
  readonly giveBack: () => Promise<number | null>;
} => {
  const { online, lastPull } = useSource(engine.status);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const restUntil = useRef(0);
  const [turn, setTurn] = useState(0);
  const pool = readPool(wave?.fields.pool);
  const on = pool.on && wave?.status === 'open' && engine.me.role === 'interviewer';
  const wanted = on && online && lastPull !== null ? leasesWanted(calls, pool) : null;
  const leased = calls.filter((call) => call.leased);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each fetch and by hand
  useEffect(() => {
    if (wanted === null || busy || !wave || Date.now() < restUntil.current) return;
    restUntil.current = Date.now() + REST;
    void attempt(() => engine.act('lease_cases', { wave: wave.id, up_to: wanted })).then((answer) => {
      if (answer && answer.value.leased > 0) restUntil.current = 0;
    });
  }, [wanted, wave?.id, lastPull, turn]);
  return {
    held: leased.length,
    busy,
    failure: failure?.type === 'offline' ? null : failure,
    fetchMore: () => {
      restUntil.current = 0;
      setTurn((before) => before + 1);
    },
    giveBack: async () => {
      const cases: readonly Id[] = leased.filter(({ begun }) => !begun).map(({ row }) => row.id);
      if (cases.length === 0) return 0;
      // What was just given back is not fetched again at once.
      restUntil.current = Date.now() + REST;
      const answer = await attempt(() => engine.act('release_cases', { cases: cases.slice(0, MOST) }));
      return answer ? answer.value.released : null;
    },
  };
};
