import { describe, expect, it } from 'vitest';
import type { InterviewDraft } from './draft.ts';
import { beginPaper, readPaper } from './draft-paper.ts';
import { makeReceipt } from './receipt.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const fresh = () => 'FRESHFRESH';
const form = { date: '2026-11-23', time: '14:30', receipt: '' };

describe('what the form of a sheet says', () => {
  it('is an instant in Swedish time, winter and summer', () => {
    expect(readPaper(form, NOW, fresh)).toEqual({
      ok: true,
      value: { at: '2026-11-23T13:30:00.000Z', receipt: 'FRESHFRESH' },
    });
    const summer = readPaper({ ...form, date: '2026-06-12' }, NOW, fresh);
    expect(summer.ok && summer.value.at).toBe('2026-06-12T12:30:00.000Z');
  });
  it('takes the code that was read out, and catches a slip in it', () => {
    const receipt = makeReceipt(() => 0.31);
    const read = readPaper(
      { ...form, receipt: `${receipt.slice(0, 5)} ${receipt.slice(5)}`.toLowerCase() },
      NOW,
      fresh,
    );
    expect(read.ok && read.value.receipt).toBe(receipt);
    const wrong = `${receipt.slice(0, 9)}${receipt.endsWith('2') ? '3' : '2'}`;
    expect(readPaper({ ...form, receipt: wrong }, NOW, fresh)).toMatchObject({
      error: { type: 'receipt_check' },
    });
  });
  it.each([
    [{ date: '' }, 'time'],
    [{ time: '1430' }, 'time'],
    [{ time: '25:00' }, 'time'],
    [{ date: '2026-11-24', time: '13:30' }, 'future'],
    [{ receipt: 'ABC' }, 'receipt_length'],
  ] as const)('%o is told as %s', (wrong, type) => {
    expect(readPaper({ ...form, ...wrong }, NOW, fresh)).toMatchObject({ error: { type } });
  });
});

describe('the draft', () => {
  const draft = { consent: null, receipt: null, stage: 'opening' } as InterviewDraft;
  it('begins with the consent and the code of that day', () => {
    const begun = beginPaper(draft, '2025-1', { at: '2026-11-23T13:30:00.000Z', receipt: 'ABCDEFGHJK' });
    expect(begun).toMatchObject({
      stage: 'asking',
      consent: '2025-1',
      receipt: 'ABCDEFGHJK',
      onPaper: '2026-11-23T13:30:00.000Z',
    });
  });
  it('is left as it is where a call was begun: its code has been read out already', () => {
    const called = { ...draft, consent: '2025-1', receipt: 'AAAAAAAAAA' };
    expect(beginPaper(called, '2025-1', { at: 'x', receipt: 'B' })).toBe(called);
  });
});
