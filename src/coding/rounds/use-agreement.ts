import { useEffect, useState } from 'react';
import type { AgreementTables, AgreementTask } from './agreement.ts';

/** null while it is computed; a task that changes meanwhile is begun anew. */
export const useAgreement = (task: AgreementTask | null): AgreementTables | null => {
  const [tables, setTables] = useState<AgreementTables | null>(null);
  useEffect(() => {
    setTables(null);
    if (!task) return undefined;
    const worker = new Worker(new URL('./agreement.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<AgreementTables>) => setTables(data));
    worker.postMessage(task);
    return () => worker.terminate();
  }, [task]);
  return tables;
};
