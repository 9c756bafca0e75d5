import { useSyncExternalStore } from 'react';
import type { WaveRow } from '../../study/rows.ts';
import { useSession } from './session.ts';

/** The wave's texts as they stand now: a lead may mend them while the call goes on. */
export const useWave = (): WaveRow | undefined => {
  const { engine, handle } = useSession();
  return useSyncExternalStore(engine.view.subscribe, () =>
    engine.view.get().get('wave', handle.draft.get().wave),
  );
};
