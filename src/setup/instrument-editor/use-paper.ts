import { useEffect, useState } from 'react';
import type { Engine, PaperHandle, StoreFailure } from '../../engine/types.ts';
import { beginEditing, type Editing, readEditing } from '../../study/instrument-edit/editing.ts';
import type { Json } from '../../study/json.ts';

export type Paper =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly failure: StoreFailure }
  | { readonly kind: 'open'; readonly handle: PaperHandle<Json>; readonly blank: Editing };

export const paperName = (wave: string): string => `instrument/${wave}`;

/** An editing is JSON by its making; the engine keeps JSON and nothing else. */
export const asJson = (editing: Editing): Json => editing as unknown as Json;

/** What the paper holds; one that an older program left and that no longer reads is begun anew. */
export const editingIn = (paper: Json, blank: Editing): Editing => readEditing(paper) ?? blank;

/** The draft of a wave's questionnaire: one a wave, sealed on this device. `begin` is asked once, where there is none. */
export const usePaper = (
  engine: Engine,
  wave: string,
  begin: () => { readonly definition: Json; readonly base: string | null },
): Paper => {
  const [paper, setPaper] = useState<Paper>({ kind: 'opening' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a draft begins from is asked when it is opened
  useEffect(() => {
    let here = true;
    let close = async (): Promise<void> => undefined;
    const { definition, base } = begin();
    const blank = beginEditing(definition, base);
    void engine.papers.open<Json>(paperName(wave), asJson(blank)).then((opened) => {
      if (opened.ok && !here) void opened.value.close();
      if (opened.ok) close = opened.value.close;
      if (!here) return;
      setPaper(
        opened.ok ? { kind: 'open', handle: opened.value, blank } : { kind: 'failed', failure: opened.error },
      );
    });
    return () => {
      here = false;
      void close();
    };
  }, [engine, wave]);
  return paper;
};
