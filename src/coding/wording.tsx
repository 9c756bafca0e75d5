import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Engine } from '../engine/types.ts';
import { type WordingMark, wordingMark } from '../study/instrument-versions.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import { useVersions } from './questions.ts';

type Find = (question: string, instrument: string) => WordingMark | null;
const WordingContext = createContext<Find>(() => null);

/** Around answers: which wording each was given to, where the lead has said that wordings are not one question. */
export const Wordings = ({ engine, children }: { readonly engine: Engine; readonly children: ReactNode }) => {
  const versions = useVersions(engine);
  const find = useMemo((): Find => {
    const known = new Map<string, WordingMark | null>();
    return (question, instrument) => {
      const key = `${question} ${instrument}`;
      if (!known.has(key)) known.set(key, wordingMark(versions, question, instrument));
      return known.get(key) ?? null;
    };
  }, [versions]);
  return <WordingContext value={find}>{children}</WordingContext>;
};

/** The same words stand over a hundred answers: enough of them to tell them apart. */
const LONGEST = 48;
const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

export const Wording = ({
  question,
  instrument,
}: {
  readonly question: string;
  readonly instrument: string;
}) => {
  const { coding } = useWords();
  const language = useLanguage();
  const mark = use(WordingContext)(question, instrument);
  if (!mark) return null;
  const { number, of, text } = mark;
  const whole = text?.[language] ?? '';
  return (
    <span title={whole || undefined}>
      {number === null || text === null
        ? coding.wordingUnknown(of)
        : coding.wording(number, of, clipped(whole))}
    </span>
  );
};
