/**
 * Expected failures are values; bugs throw to the root and are shown.
 * A failure is a plain object with a `type`, so that a switch over it is exhausted by the compiler.
 */
export type Result<T, E extends { readonly type: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E extends { readonly type: string }>(
  error: E,
): { readonly ok: false; readonly error: E } => ({ ok: false, error });
