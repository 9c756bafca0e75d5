import type { FullColumnMap } from './columns.ts';
import { type FrameLook, type LookProblem, lookAtFrame } from './look.ts';
import { type FrameChunk, readFrame } from './read-frame.ts';

/** Reads a frame beside the screen's thread; who wants to stop ends the worker, and nothing was kept. */
export type FrameRequest =
  | { readonly type: 'look'; readonly file: Blob }
  | { readonly type: 'read'; readonly columns: FullColumnMap };
export type FrameReply =
  | { readonly type: 'looked'; readonly look: FrameLook }
  /** failed: the file was moved or changed since it was chosen. */
  | { readonly type: 'refused'; readonly problem: LookProblem | { readonly type: 'failed' } }
  | ({ readonly type: 'chunk' } & FrameChunk)
  | { readonly type: 'done' };

let open: { readonly text: string; readonly look: FrameLook } | null = null;
const reply = (message: FrameReply): void => self.postMessage(message);

const look = async (file: Blob): Promise<void> => {
  const buffer = await file.arrayBuffer().catch((cause: unknown) => {
    if (cause instanceof DOMException) return null;
    throw cause;
  });
  if (buffer === null) {
    reply({ type: 'refused', problem: { type: 'failed' } });
    return;
  }
  const looked = lookAtFrame(new Uint8Array(buffer));
  open = looked.ok ? looked.value : null;
  reply(looked.ok ? { type: 'looked', look: looked.value.look } : { type: 'refused', problem: looked.error });
};

self.addEventListener('message', ({ data }: MessageEvent<FrameRequest>) => {
  if (data.type === 'look') {
    void look(data.file);
    return;
  }
  if (open === null) throw new Error('a frame is read once it has been looked at');
  readFrame(open.text, open.look.delimiter, data.columns, (chunk) => reply({ type: 'chunk', ...chunk }));
  reply({ type: 'done' });
});
