import type { Block } from '../../exchange/document/model.ts';
import { type Legend, withLegend } from '../../ui/charts/legend.ts';
import type { Draw } from '../../ui/charts/scene.ts';
import { svgText } from '../../ui/charts/svg-text.ts';

/** As wide as a page's text. */
const WIDTH = 680;
type Figure = Extract<Block, { kind: 'figure' }>;

/** A chart as a figure of a document. */
export const figureOf = (draw: Draw, caption: string, alt: string, legend: Legend = []): Figure => {
  const scene = withLegend(draw, legend)(WIDTH);
  return {
    kind: 'figure',
    caption,
    alt,
    svg: svgText(scene, caption),
    width: scene.width,
    height: scene.height,
  };
};

/** Adds to each figure its painted copy, one after the other: a browser paints no faster at once. */
export const paintFigures = async (
  blocks: readonly Block[],
  paint: (svg: string, width: number, height: number) => Promise<Blob>,
): Promise<readonly Block[]> => {
  const painted: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'figure') painted.push(block);
    else {
      const picture = await paint(block.svg, block.width, block.height);
      painted.push({ ...block, png: new Uint8Array(await picture.arrayBuffer()) });
    }
  }
  return painted;
};
