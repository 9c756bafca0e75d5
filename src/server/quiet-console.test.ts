import { afterAll, describe, expect, it, vi } from 'vitest';
import { kindOf, quietly } from './quiet-console.ts';

const secret = 'vad någon svarade';
const databaseError = Object.assign(new Error(secret), {
  name: 'PostgresError',
  code: '23505',
  detail: secret,
});

describe('the console while a request is served', () => {
  // Before the first request: what is hushed prints through these.
  const printed = (['error', 'warn', 'log'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation(() => {}),
  );
  const words = (): string => JSON.stringify(printed.map((spy) => spy.mock.calls));
  afterAll(() => {
    for (const spy of printed) spy.mockRestore();
  });

  it('never prints words, only the kind of an error', async () => {
    await quietly(async () => {
      console.error(databaseError);
      console.error('failed:', { row: secret }, secret);
      console.log(secret);
      await Promise.resolve();
      console.warn(secret, new Error(secret));
    });
    expect(words()).toContain('api: PostgresError 23505');
    expect(words()).not.toContain(secret);
  });

  it('prints as ever outside of requests', () => {
    console.log('Database stopped.');
    expect(words()).toContain('Database stopped.');
  });

  it('names an error by class and code', () => {
    expect(kindOf(databaseError)).toBe('PostgresError 23505');
    expect(kindOf(new TypeError(secret))).toBe('TypeError');
    expect(kindOf(secret)).toBe('');
  });

  it('gives back what the work gives', async () => {
    expect(await quietly(async () => 7)).toBe(7);
  });
});
