import { memo } from 'react';
import css from './charts.module.css';
import type { Mark, Scene } from './scene.ts';

/** Paints a scene in the theme's colours: classes and attributes only, no styles. */
export const SceneSvg = memo(({ scene, label }: { readonly scene: Scene; readonly label: string }) => (
  <svg
    viewBox={`0 0 ${scene.width} ${scene.height}`}
    width={scene.width}
    height={scene.height}
    className={css.scene}
    role="img"
    aria-label={label}
  >
    {scene.marks.map((mark, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: marks have no names, and a scene is painted anew as a whole
      <Shape key={index} mark={mark} />
    ))}
  </svg>
));

const Shape = ({ mark }: { readonly mark: Mark }) => {
  switch (mark.kind) {
    case 'rect':
      return (
        <rect
          className={css[mark.tone]}
          x={mark.x}
          y={mark.y}
          width={mark.width}
          height={mark.height}
          fillOpacity={mark.opacity}
        />
      );
    case 'line':
      return (
        <polyline
          className={css[`${mark.tone}Line`]}
          points={mark.points.map(([x, y]) => `${x},${y}`).join(' ')}
          strokeWidth={mark.weight ?? 1}
          strokeDasharray={mark.dashed ? '5 4' : undefined}
        />
      );
    case 'dot':
      return (
        <circle
          className={`${css[`${mark.tone}Line`]} ${mark.hollow ? css.hollow : css[mark.tone]}`}
          cx={mark.x}
          cy={mark.y}
          r={mark.r}
          strokeWidth={1.5}
        />
      );
    case 'text':
      return (
        <text
          className={css[mark.tone]}
          x={mark.x}
          y={mark.y}
          fontSize={mark.size ?? 12}
          fontWeight={mark.bold ? 600 : undefined}
          textAnchor={mark.anchor}
        >
          {mark.text}
        </text>
      );
  }
};
