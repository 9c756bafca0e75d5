import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byUse,
  type ContactCard,
  dialled,
  emptyCard,
  isNumber,
  isWebLink,
  liveNumbers,
  readCard,
} from './contact.ts';

const card = fc.record<ContactCard>({
  name: fc.string(),
  role: fc.string(),
  phones: fc.array(fc.record({ number: fc.string({ minLength: 1 }), dead: fc.boolean() })),
  email: fc.string(),
  link: fc.string(),
  notes: fc.string(),
  areas: fc.array(fc.string()),
  again: fc.constantFrom('', 'yes', 'no'),
});

describe('a contact', () => {
  it('comes out of its box as it went in, whatever is written', () => {
    fc.assert(
      fc.property(card, (written) => {
        expect(readCard(JSON.parse(JSON.stringify(written)))).toEqual(written);
      }),
    );
  });

  it('is read from whatever another version wrote, and from nothing that is no card', () => {
    expect(
      readCard({ name: 'A', phones: ['x', { number: 1 }, { number: '08' }], again: 'maybe', more: 1 }),
    ).toEqual({
      ...emptyCard,
      name: 'A',
      phones: [{ number: '08', dead: false }],
    });
    for (const none of [undefined, null, 'text', 7, []]) expect(readCard(none)).toBeNull();
  });

  it('is dialled by its digits', () => {
    expect(dialled('08-465 004 00')).toBe('0846500400');
    expect(dialled('+46 (0)8-465 004 00')).toBe('+460846500400');
    expect(dialled('070/174 06 05')).toBe('0701740605');
  });

  it('has numbers that can be dialled and links that lead to the web alone', () => {
    for (const number of ['08-465 004 00', '+46 70 174 06 05', '(08) 465.004'])
      expect(isNumber(number)).toBe(true);
    for (const number of ['', '1234', 'växeln', '08-465 ankn. 4', '*#06#'])
      expect(isNumber(number)).toBe(false);
    expect(isWebLink('https://exempel.invalid/mote?x=1')).toBe(true);
    for (const link of ['javascript:alert(1)', 'tel:08', 'exempel.invalid', 'https://', ' https://x'])
      expect(isWebLink(link), link).toBe(false);
  });

  it('with a number that works comes before one without, and who said no comes last', () => {
    const dead = { ...emptyCard, name: 'A', phones: [{ number: '08-465 004 00', dead: true }] };
    const live = { ...emptyCard, name: 'Ö', phones: [{ number: '08-465 004 01', dead: false }] };
    const no = { ...live, name: 'B', again: 'no' as const };
    expect([dead, no, live].sort(byUse)).toEqual([live, no, dead]);
    expect([liveNumbers(dead), liveNumbers(live)]).toEqual([[], ['08-465 004 01']]);
  });
});
