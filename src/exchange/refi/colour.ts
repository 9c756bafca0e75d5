export type Colour =
  | { readonly kind: 'kept'; readonly colour: string | null }
  | { readonly kind: 'without_alpha'; readonly colour: string }
  | { readonly kind: 'unreadable' };

/**
 * `#rgb` and `#rrggbb` are the standard's; seen besides are rgb(), rgba() and eight digits. Of eight digits the alpha
 * comes first where it is ff (.NET writes so), else last (CSS). There is no place for a transparency here.
 */
export const colourOf = (text: string | undefined): Colour => {
  const found = text?.trim().toLowerCase() ?? '';
  if (found === '') return { kind: 'kept', colour: null };
  if (/^#[0-9a-f]{6}$/.test(found)) return { kind: 'kept', colour: found };
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(found);
  if (short)
    return {
      kind: 'kept',
      colour: `#${short
        .slice(1)
        .map((digit) => digit.repeat(2))
        .join('')}`,
    };
  const long = /^#([0-9a-f]{8})$/.exec(found)?.[1];
  if (long !== undefined) {
    const first = long.startsWith('ff') && !long.endsWith('ff');
    return { kind: 'without_alpha', colour: `#${first ? long.slice(2) : long.slice(0, 6)}` };
  }
  const parts = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*([,/].*)?\)$/.exec(found);
  const numbers = parts?.slice(1, 4).map(Number) ?? [];
  if (numbers.length !== 3 || numbers.some((part) => part > 255)) return { kind: 'unreadable' };
  const colour = `#${numbers.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  return parts?.[4] === undefined ? { kind: 'kept', colour } : { kind: 'without_alpha', colour };
};
