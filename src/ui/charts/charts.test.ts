import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../file-name.ts';
import { bars } from './bars.ts';
import { columns } from './columns.ts';
import { dots } from './dots.ts';
import { heat } from './heat.ts';
import { withLegend } from './legend.ts';
import { lines } from './lines.ts';
import { fitText, type Mark, type Scene, spread, textWidth, ticksTo } from './scene.ts';
import { svgText } from './svg-text.ts';
import { cellWords, tableCsv } from './table.ts';

const format = String;
const WIDTHS = [240, 358, 720];
const count = fc.integer({ min: 0, max: 400 });
const label = fc.string({ maxLength: 24 });

const lengthsOf = (mark: Mark): readonly number[] => {
  switch (mark.kind) {
    case 'rect':
      return [mark.x, mark.y, mark.x + mark.width, mark.y + mark.height, mark.width, mark.height];
    case 'line':
      return mark.points.flat();
    case 'dot':
      return [mark.x, mark.y];
    case 'text':
      return [mark.x, mark.y];
  }
};
/** Nothing is drawn outside its place, and no length is negative or missing. */
const expectInside = ({ width, height, marks }: Scene): void => {
  for (const mark of marks)
    for (const length of lengthsOf(mark)) {
      expect(length).toBeGreaterThanOrEqual(-0.001);
      expect(length).toBeLessThanOrEqual(Math.max(width, height) + 0.001);
    }
};
const rects = ({ marks }: Scene) => marks.filter((mark) => mark.kind === 'rect');

describe('every chart', () => {
  it('stays within its place at any width, whatever it is given', () => {
    const part = fc.record({ value: count, tone: fc.constantFrom('accent', 'soft') });
    const bar = fc.record({
      label,
      parts: fc.array(part, { maxLength: 4 }),
      text: fc.string({ maxLength: 8 }),
    });
    const dot = fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      text: fc.string({ maxLength: 8 }),
    });
    const point = fc.tuple(fc.integer({ min: 0, max: 60 }), count);
    fc.assert(
      fc.property(
        fc.constantFrom(...WIDTHS),
        fc.array(bar, { maxLength: 8 }),
        fc.array(fc.record({ label, dots: fc.array(dot, { maxLength: 3 }) }), { maxLength: 6 }),
        fc.array(point, { maxLength: 20 }),
        (width, list, rows, points) => {
          expectInside(bars(list)(width));
          expectInside(columns(list, { format })(width));
          expectInside(dots(rows, { max: 1, format })(width));
          const series = [{ label: 'x', tone: 'accent', points }] as const;
          expectInside(
            lines(series, { from: 0, to: 60, ticks: [{ at: 30, label: '1 dec.' }], format })(width),
          );
        },
      ),
    );
  });
});

describe('bars', () => {
  it('are as long as their values, the parts end to end', () => {
    const scene = bars([
      {
        label: 'a',
        parts: [
          { value: 10, tone: 'accent' },
          { value: 30, tone: 'soft' },
        ],
        text: '',
      },
      { label: 'b', parts: [{ value: 20, tone: 'accent' }], text: '' },
    ])(720);
    const [first, second, other] = rects(scene);
    if (!first || !second || !other) throw new Error('three parts');
    expect(second.x).toBeCloseTo(first.x + first.width);
    expect(second.width / first.width).toBeCloseTo(3);
    expect(other.width / first.width).toBeCloseTo(2);
  });

  it('draw an interval around their end', () => {
    const scene = bars(
      [{ label: 'a', parts: [{ value: 0.5, tone: 'accent' }], text: '', interval: { low: 0.4, high: 0.6 } }],
      { max: 1 },
    )(720);
    const [bar] = rects(scene);
    const [whisker] = scene.marks.filter((mark) => mark.kind === 'line');
    if (!bar || !whisker) throw new Error('a bar with its interval');
    const [[low = 0] = [], [high = 0] = []] = whisker.points;
    expect((low + high) / 2).toBeCloseTo(bar.x + bar.width);
    expect((high - low) / bar.width).toBeCloseTo(0.4);
  });
});

describe('heat', () => {
  it('is fuller where the share is larger, and without colour where too little is known', () => {
    const cell = (column: number, share: number | null) => ({ row: 0, column, share, text: '' });
    const painted = rects(
      heat(
        ['mån'],
        [{ label: '8' }, { label: '9' }, { label: '10' }],
        [cell(0, 0), cell(1, 1), cell(2, null)],
      )(720),
    );
    expect(painted.map(({ tone }) => tone)).toEqual(['heat', 'heat', 'line']);
    expect(painted[1]?.opacity).toBe(1);
    expect(painted[0]?.opacity).toBeLessThan(0.1);
  });
});

describe('withLegend', () => {
  const legend = ['Intervjuade', 'Påbörjade', 'Avslutade', 'Ej ringda'].map(
    (label) => ({ tone: 'accent', label }) as const,
  );
  it('adds the key under the chart, in as many rows as it takes', () => {
    for (const width of WIDTHS) {
      const bare = columns([], { format })(width);
      const scene = withLegend(columns([], { format }), legend)(width);
      expectInside(scene);
      expect(rects(scene)).toHaveLength(4);
      expect(scene.height).toBeGreaterThan(bare.height);
      for (const { x, y, height } of rects(scene)) {
        expect(y).toBeGreaterThanOrEqual(bare.height);
        expect(y + height).toBeLessThanOrEqual(scene.height);
        expect(x).toBeLessThan(width - 40);
      }
    }
    expect(withLegend(columns([], { format }), [])(720)).toEqual(columns([], { format })(720));
  });
});

describe('scales and labels', () => {
  it('counts in round steps that reach the largest value', () => {
    expect(ticksTo(110, 4)).toEqual([0, 20, 40, 60, 80, 100, 120]);
    expect(ticksTo(3, 4)).toEqual([0, 1, 2, 3]);
    expect(ticksTo(0.6, 5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    expect(ticksTo(0, 4)).toEqual([0, 1]);
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (max) => {
        const ticks = ticksTo(max, 4);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * (1 - 1e-6));
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('keeps labels apart and above the foot', () => {
    expect(spread([100, 102, 50], 15, 110)).toEqual([95, 110, 50]);
    expect(spread([10, 12], 15, 100)).toEqual([10, 25]);
  });

  it('shortens what does not fit', () => {
    expect(fitText('Storstad', 200)).toBe('Storstad');
    const short = fitText('Pendlingskommuner nära storstad', 100);
    expect(short.endsWith('…')).toBe(true);
    expect(textWidth(short)).toBeLessThanOrEqual(100);
  });
});

describe('files', () => {
  it('are named so that every file system takes it', () => {
    expect(fileName('Försök och svar, 2026 (påhittad)')).toBe('forsok-och-svar-2026-pahittad');
  });

  const hostile = '<script>"&';
  it('writes a picture without scripts, styles or classes, with its title', () => {
    const svg = svgText(
      bars([{ label: hostile, parts: [{ value: 1, tone: 'accent' }], text: hostile }])(720),
      hostile,
    );
    expect(svg).toContain('<title>&lt;script&gt;&quot;&amp;</title>');
    expect(svg).not.toMatch(/<script|style|class=/);
    expect(svg).toContain('fill="#0a5c6b"');
  });

  it('writes figures as the spreadsheet of the language reads them, and no formula', () => {
    const table = {
      columns: [{ label: 'Stratum' }, { label: 'Andel', format: 'percent' as const }],
      rows: [
        ['=1+1; "x"', 0.345],
        ['b', null],
      ],
    };
    expect(tableCsv(table, 'sv')).toBe('\uFEFFStratum;Andel\r\n"\'=1+1; ""x""";0,345\r\nb;\r\n');
    expect(tableCsv(table, 'en')).toBe('\uFEFFStratum,Andel\r\n"\'=1+1; ""x""",0.345\r\nb,\r\n');
    expect(cellWords(0.345, 'percent', 'sv')).toBe('34,5\u00a0%');
    expect(cellWords(null, 'percent', 'sv')).toBe('–');
  });
});
