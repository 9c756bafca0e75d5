/** What the last line of `npm test` says. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Lines before it: what is neither. */
  readonly notes: readonly string[];
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/**
 * Counts Vitest's report. A file that could not be loaded counts as one failure, and so does a run that ended badly
 * without a failing test (an unhandled error, a crash): no green line stands over a run that was not green.
 */
export const countOutcome = (report: string | null, exitCode: number | null): Outcome => {
  if (report === null) return { passed: 0, failed: 1, notes: ['The test runner left no report.'] };
  const read = JSON.parse(report) as Report;
  const unloaded = read.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const counted = read.numFailedTests + unloaded;
  const failed = counted === 0 && exitCode !== 0 ? 1 : counted;
  const skipped = read.numPendingTests + read.numTodoTests;
  const notes = [
    ...(unloaded > 0 ? [`${unloaded} test files could not be loaded.`] : []),
    ...(skipped > 0 ? [`${skipped} skipped.`] : []),
    ...(counted === 0 && failed > 0
      ? [`Vitest ended with ${exitCode ?? 'a signal'} though no test failed.`]
      : []),
  ];
  return { passed: read.numPassedTests, failed, notes };
};
