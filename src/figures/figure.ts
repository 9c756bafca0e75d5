/**
 * A figure that may be without a value. Where it is, the reason says why in one English sentence that stands alone:
 * a table prints the sentence, never NaN, and never 0 for what could not be computed.
 */
export type Figure =
  | { readonly value: number; readonly reason?: undefined }
  | { readonly value: null; readonly reason: string };

export const figure = (value: number): Figure => ({ value });
export const noFigure = (reason: string): Figure => ({ value: null, reason });
