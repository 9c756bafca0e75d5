export const ReadScreen = (_: {
  readonly engine: unknown;
  readonly question: string | null;
  readonly onQuestion: (question: string) => void;
}) => null;
