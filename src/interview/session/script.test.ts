import { expect, it } from 'vitest';
import { fillScript } from './script.ts';

const wave = {
  fields: {
    sponsor: 'Exempelbolaget',
    controller: '',
    legal_basis: '',
    notice_url: '',
    withdraw_until: '1 mars',
    minutes: '30',
  },
};
const draft = { caseName: 'Exempelkommunen', receipt: 'ABCDEFGHJK' };

it('fills in what the wave and the draft know', () => {
  expect(
    fillScript('{wave.sponsor} ringer {municipality}, {minutes}–{wave.minutes} min, {receipt}', draft, wave),
  ).toBe('Exempelbolaget ringer Exempelkommunen, 30–30 min, ABCDE FGHJK');
});

it('leaves a gap where nothing is written, and keeps what it does not know', () => {
  expect(fillScript('{wave.controller} {other}', draft, wave)).toBe('… {other}');
  expect(fillScript('{receipt}', { ...draft, receipt: null }, undefined)).toBe('…');
});
