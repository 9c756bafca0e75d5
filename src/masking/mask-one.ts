import { applyReplacements, isMaskedAlone } from './apply.ts';
import { findIn } from './find.ts';
import { emptyLedger, type FindKind, type Ledger, type MaskingContext } from './types.ts';

export interface MaskInput {
  readonly id: string;
  readonly text: string;
  readonly context?: MaskingContext | undefined;
}
export interface MaskOutput {
  readonly id: string;
  readonly masked: string;
  /** UTF-16 offsets in the text as given, end exclusive, in order. */
  readonly finds: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: FindKind;
    readonly text: string;
  }[];
}

/** Masks with nobody to ask: uncertain finds are settled by context. Each text stands alone. */
export const maskOne = (input: MaskInput, ledger: Ledger = emptyLedger): MaskOutput => {
  const finds = findIn(input.text, input.context ?? {}, ledger).finds.filter(isMaskedAlone);
  return {
    id: input.id,
    masked: applyReplacements(input.text, finds),
    finds: finds.map(({ start, end, kind, text }) => ({ start, end, kind, text })),
  };
};
