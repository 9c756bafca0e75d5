import { useMemo } from 'react';
import type { Engine } from '../engine/types.ts';
import { byUse, liveNumbers } from '../study/contact.ts';
import type { Id } from '../study/ids.ts';
import { useSource } from '../ui/use-source.ts';

/** The person and the number to try first; empty where this computer cannot read them. Never part of the draft. */
export const useContactOf = (
  engine: Engine,
  target: { readonly case: Id } | { readonly draft: Id },
): { readonly name?: string; readonly phone?: string } => {
  const drafts = useSource(engine.drafts.list);
  const caseId = 'case' in target ? target.case : drafts.find(({ id }) => id === target.draft)?.case;
  const source = useMemo(() => engine.contacts.of(caseId ?? ''), [engine, caseId]);
  const { contacts } = useSource(source);
  return useMemo(() => {
    const [first] = (contacts ?? []).flatMap(({ card }) => card ?? []).sort(byUse);
    const [phone] = first ? liveNumbers(first) : [];
    return { ...(first?.name ? { name: first.name } : {}), ...(phone ? { phone } : {}) };
  }, [contacts]);
};
