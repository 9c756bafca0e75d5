import fc from 'fast-check';
import { expect, it } from 'vitest';
import published from '../../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { type Path, pathOf, pointerOf, put, textAt } from './json-path.ts';
import { addScript, putOptional } from './operations.ts';
import { listsIn, outlineOf } from './outline.ts';

it('writes a place as a pointer and reads it back', () => {
  const step = fc.oneof(fc.nat(99), fc.stringMatching(/^[a-z~/$][a-zA-Z~/]{0,5}$/));
  fc.assert(
    fc.property(fc.array(step), (path: Path) => {
      expect(pathOf(pointerOf(path))).toEqual(path);
    }),
  );
});

it('changes the place and hands over all else by identity, members in their order', () => {
  const before = { b: { x: 1 }, a: [{ y: 1 }, { z: 1 }] };
  const after = put(before, ['a', 1, 'z'], 2);
  expect(JSON.stringify(after)).toBe('{"b":{"x":1},"a":[{"y":1},{"z":2}]}');
  expect((after as typeof before).b).toBe(before.b);
  expect((after as typeof before).a[0]).toBe(before.a[0]);
  expect(put(before, ['a', 1, 'z'], 1)).toBe(before);
  expect(put(before, ['a', 7, 'z'], 1)).toBe(before);
  expect(put(before, ['b', 'x', 'deep'], 1)).toBe(before);
  expect(put(before, ['c'], undefined)).toBe(before);
  expect(JSON.stringify(put(before, ['b'], undefined))).toBe('{"a":[{"y":1},{"z":1}]}');
  expect(JSON.stringify(put({}, ['c', 'd'], 1))).toBe('{"c":{"d":1}}');
});

it('takes an optional text away when it is empty, and adds a part to read', () => {
  const path = ['pages', 1, 'notApplicableIf'];
  expect(outlineOf(putOptional(published, path, ' ')).sections[0]?.questions[1]?.notApplicableIf).toBeNull();
  expect(textAt(putOptional(published, path, 'x'), path)).toBe('x');
  expect(outlineOf(addScript(published, 'closing')).closing.at(-1)?.id).toBe('del');
  expect(listsIn(outlineOf(published)).filter(({ question }) => question.id === 'A1.1').length).toBe(2);
});
