import { expect, it } from 'vitest';
import { isNumber } from '../study/contact.ts';
import { makeContacts } from './contacts.ts';

const codes = Array.from({ length: 300 }, (_, n) => `P${n}`);

it('reaches nobody: numbers of the series kept free by PTS, addresses of a domain that never exists', () => {
  const made = makeContacts(codes, 'test');
  expect(made.length).toBeGreaterThan(250);
  for (const { card } of made) {
    for (const { number } of card.phones) {
      expect(number).toMatch(/^(08-465 004 [0-9]{2}|070-174 06 (0[5-9]|[1-9][0-9]))$/);
      expect(isNumber(number)).toBe(true);
    }
    if (card.email) expect(card.email).toMatch(/^[a-z]+@exempel[.]invalid$/);
  }
});

it('gives the same for the same seed, leaves some without and gives some two', () => {
  const made = makeContacts(codes, 'test');
  expect(makeContacts(codes, 'test')).toEqual(made);
  const perCase = new Map(codes.map((code) => [code, made.filter((one) => one.code === code).length]));
  expect(new Set(perCase.values())).toEqual(new Set([0, 1, 2]));
});
