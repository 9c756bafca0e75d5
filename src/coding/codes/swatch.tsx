import { cx } from '../../ui/cx.ts';
import css from '../text/coded-text.module.css';
import type { Look } from '../text/look.ts';

/** How a code's line looks under a text: its colour and its pattern. */
export const Swatch = ({ look }: { readonly look: Look }) => (
  <svg className={css.swatch} viewBox="0 0 20 6" aria-hidden="true">
    <path className={cx(css[`hue${look.hue}`], css[look.pattern])} d="M0 3h20" />
  </svg>
);
