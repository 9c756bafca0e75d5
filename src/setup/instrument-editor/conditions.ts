/** Answers as the preview holds them: pre-codes set, by list. */
export type PreviewData = Readonly<Record<string, readonly string[]>>;

/** Whether a condition holds, said by the survey library itself; a broken one never does. */
export type Holds = (expression: string, data: PreviewData, isMany: (list: string) => boolean) => boolean;

/** The library is large and only the preview needs it here. */
export const loadConditions = async (): Promise<Holds> => {
  const { ConditionRunner } = await import('survey-core');
  return (expression, data, isMany) => {
    const runner = new ConditionRunner(expression);
    if (!runner.canRun()) return false;
    const values = Object.fromEntries(
      Object.entries(data)
        .filter(([, set]) => set.length > 0)
        .map(([list, set]) => [list, isMany(list) ? [...set] : set[0]]),
    );
    return runner.runValues(values) === true;
  };
};
