import { useCallback, useEffect, useRef, useState } from 'react';
import type { FullColumnMap } from '../../exchange/frame/columns.ts';
import type { FrameReply, FrameRequest } from '../../exchange/frame/frame.worker.ts';
import type { FrameLook, LookProblem } from '../../exchange/frame/look.ts';
import type { BadRow } from '../../exchange/frame/read-frame.ts';
import type { FrameUnit } from '../../study/frame.ts';

/** How far the reading of a file has come; nothing of it is part of the study before somebody takes it. */
export type FrameFile =
  | { readonly step: 'none' }
  | { readonly step: 'opening' }
  | { readonly step: 'refused'; readonly problem: LookProblem | { readonly type: 'failed' } }
  | { readonly step: 'looked'; readonly look: FrameLook }
  | { readonly step: 'reading'; readonly look: FrameLook; readonly share: number; readonly rows: number }
  | {
      readonly step: 'read';
      readonly look: FrameLook;
      readonly units: readonly FrameUnit[];
      readonly bad: readonly BadRow[];
    };

const NONE: FrameFile = { step: 'none' };

/** The file is read in a worker of its own, which is ended to stop it. */
export const useFrameFile = () => {
  const worker = useRef<Worker | null>(null);
  const [state, setState] = useState<FrameFile>(NONE);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const open = useCallback(
    (file: Blob): void => {
      end();
      const own = new Worker(new URL('../../exchange/frame/frame.worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.current = own;
      const units: FrameUnit[] = [];
      const bad: BadRow[] = [];
      const follow = (reply: FrameReply): void => {
        switch (reply.type) {
          case 'looked':
            setState({ step: 'looked', look: reply.look });
            return;
          case 'refused':
            setState({ step: 'refused', problem: reply.problem });
            return;
          case 'chunk':
            units.push(...reply.units);
            bad.push(...reply.bad);
            setState((was) =>
              was.step === 'reading' ? { ...was, share: reply.share, rows: units.length + bad.length } : was,
            );
            return;
          case 'done':
            setState((was) => (was.step === 'reading' ? { step: 'read', look: was.look, units, bad } : was));
        }
      };
      own.addEventListener('message', ({ data }: MessageEvent<FrameReply>) => {
        // What an ended worker had still on its way is no longer asked for.
        if (worker.current === own) follow(data);
      });
      // The worker's own code could not be fetched.
      own.addEventListener('error', () => {
        if (worker.current === own) setState({ step: 'refused', problem: { type: 'failed' } });
      });
      setState({ step: 'opening' });
      post(own, { type: 'look', file });
    },
    [end],
  );
  const read = useCallback((look: FrameLook, columns: FullColumnMap): void => {
    setState({ step: 'reading', look, share: 0, rows: 0 });
    if (worker.current) post(worker.current, { type: 'read', columns });
  }, []);
  const stop = useCallback((): void => {
    end();
    setState(NONE);
  }, [end]);
  return { state, open, read, stop };
};

const post = (worker: Worker, request: FrameRequest): void => worker.postMessage(request);
