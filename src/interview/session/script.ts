import type { InterviewDraft } from '../../study/draft.ts';
import { formatReceipt } from '../../study/receipt.ts';
import type { WaveRow } from '../../study/rows.ts';

/** What a script may name in braces. A text that the lead has not written yet stays visible as a gap. */
export const fillScript = (
  text: string,
  draft: Pick<InterviewDraft, 'caseName' | 'receipt'>,
  wave: Pick<WaveRow, 'fields'> | undefined,
): string =>
  text.replace(/\{([a-z_.]+)\}/g, (whole, name: string) => {
    if (name === 'municipality') return draft.caseName;
    if (name === 'receipt') return draft.receipt === null ? '…' : formatReceipt(draft.receipt);
    const field = name === 'minutes' ? 'minutes' : name.startsWith('wave.') ? name.slice(5) : null;
    if (field === null) return whole;
    const fields: Readonly<Record<string, string>> = wave?.fields ?? {};
    return fields[field]?.trim() || '…';
  });
