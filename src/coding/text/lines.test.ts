import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANES, lanesOf } from './lanes.ts';
import { createPainter } from './lines.ts';
import { HUES, lookAt, PATTERNS } from './look.ts';

const range = fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({
  start,
  end: start + length,
}));
const spans = fc.array(range, { maxLength: 30 });

test('spans that overlap never share a line', () => {
  fc.assert(
    fc.property(spans, (some) => {
      const lanes = lanesOf(some);
      some.forEach((a, i) => {
        some.slice(0, i).forEach((b, j) => {
          if (lanes[i] !== -1 && lanes[i] === lanes[j])
            expect(a.end <= b.start || b.end <= a.start).toBe(true);
        });
      });
    }),
  );
});

test('a span goes without a line only where all lines are taken', () => {
  fc.assert(
    fc.property(spans, (some) => {
      const lanes = lanesOf(some);
      some.forEach((span, index) => {
        if (lanes[index] !== -1) return;
        const over = some.slice(0, index).filter((other) => other.start < span.end && other.end > span.start);
        expect(over.length).toBeGreaterThanOrEqual(LANES);
      });
    }),
  );
});

test('one more span moves no line of those before', () => {
  fc.assert(
    fc.property(spans, range, (some, one) => {
      expect(lanesOf([...some, one]).slice(0, some.length)).toEqual(lanesOf(some));
    }),
  );
});

test('what was measured is not measured again', () => {
  let asked = 0;
  const paint = createPainter(({ start, end }) => {
    asked += 1;
    return [{ left: start, right: end, bottom: 20 }];
  });
  const two = [
    { start: 0, end: 9, look: lookAt(0) },
    { start: 4, end: 12, look: lookAt(1) },
  ];
  expect(paint(two).map(({ d }) => d)).toEqual(['M3 22h6', 'M7 25.5h5']);
  paint([...two, { start: 20, end: 30, look: lookAt(0) }]);
  expect(asked).toBe(3);
});

test('looks in a row differ until colours and patterns are used up', () => {
  const looks = Array.from({ length: HUES * PATTERNS.length }, (_, n) => JSON.stringify(lookAt(n)));
  expect(new Set(looks).size).toBe(looks.length);
});
