import { describe, expect, it } from 'vitest';
import { countOutcome } from '../setup/outcome.ts';

const report = (changed: object): string =>
  JSON.stringify({
    numPassedTests: 7,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...changed,
  });

describe('the last line of npm test', () => {
  it('counts passed and failed tests', () => {
    expect(countOutcome(report({}), 0)).toEqual({ passed: 7, failed: 0, notes: [] });
    expect(countOutcome(report({ numFailedTests: 2 }), 1)).toMatchObject({ passed: 7, failed: 2 });
  });

  it('counts a file that could not be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countOutcome(report({ testResults }), 1).failed).toBe(1);
  });

  it('is never green over a run that ended badly', () => {
    expect(countOutcome(report({}), 1).failed).toBe(1);
    expect(countOutcome(report({}), null).failed).toBe(1);
    expect(countOutcome(null, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('says what was skipped', () => {
    expect(countOutcome(report({ numPendingTests: 1 }), 0).notes).toEqual(['1 skipped.']);
  });
});
