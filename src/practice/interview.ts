import { type Answer, type AnswerState, emptyAnswer } from '../study/answer.ts';
import type { Instrument, Question } from '../study/instrument.ts';
import { makeReceipt } from '../study/receipt.ts';
import type { Chance } from '../study/seeded.ts';
import type { HandIn } from '../study/wire.ts';
import { CLOSING, DONT_KNOW, NOT_APPLICABLE, REFUSED } from './bank/asides.ts';
import type { Passage } from './bank/passage.ts';
import type { PracticeSegment } from './coders.ts';
import { composeNotes } from './notes.ts';
import { makeProfile, type Profile } from './profile.ts';
import { expand, typed, type Voice } from './voice.ts';

type QuestionAnswer = HandIn['answers'][number];

/** What a hand-in holds, before it is tied to a wave and an instrument version; with the receipt in clear. */
export interface PracticeInterview extends Pick<HandIn, 'stratum' | 'answers' | 'background'> {
  readonly receipt: string;
  /** By question, where what speaks of which code. */
  readonly coded: Readonly<Record<string, readonly PracticeSegment[]>>;
}

export const makeInterview = (
  instrument: Instrument,
  stratum: string,
  chance: Chance,
  /** How it is noted; drawn where nobody says. */
  voice?: Voice,
): PracticeInterview => {
  const questions = instrument.sections.flatMap((section) => section.questions);
  const drawn = makeProfile(instrument, questions.length, chance);
  const profile = voice === undefined ? drawn : { ...drawn, voice };
  const used = new Set<Passage>();
  const answers: QuestionAnswer[] = [];
  const coded: Record<string, readonly PracticeSegment[]> = {};
  questions.forEach((question, index) => {
    const [answer, spoken] =
      index < profile.reached ? ask(question, answers, profile, used, chance) : [emptyAnswer, []];
    answers.push({ question: question.id, ...answer });
    coded[question.id] = spoken;
  });
  answers.push({ question: instrument.closingNotes, ...addSomething(profile, chance) });
  return { stratum, background: profile.background, answers, receipt: makeReceipt(chance.next), coded };
};

const ask = (
  question: Question,
  before: readonly QuestionAnswer[],
  profile: Profile,
  used: Set<Passage>,
  chance: Chance,
): readonly [Answer, readonly PracticeSegment[]] => {
  const state = stateOf(question, before, profile, chance);
  const short = (texts: readonly string[]): readonly [Answer, readonly PracticeSegment[]] => [
    { ...emptyAnswer, state, notes: typed(chance.pick(texts), profile.voice, chance) },
    [],
  ];
  switch (state) {
    case 'answered': {
      const { coded, ...noted } = composeNotes(question, profile, used, chance);
      return [{ state, ...noted, probes: probesOf(question, noted.pre, chance) }, coded];
    }
    case 'dont_know':
      return short(DONT_KNOW);
    case 'refused':
      return short(REFUSED);
    case 'not_applicable':
      return short(NOT_APPLICABLE);
    case 'not_asked':
      return [emptyAnswer, []];
  }
};

const stateOf = (
  question: Question,
  before: readonly QuestionAnswer[],
  profile: Profile,
  chance: Chance,
): AnswerState => {
  if (question.notApplicableIf !== undefined && coveredBefore(question.notApplicableIf, before)) {
    if (chance.happens(0.7)) return 'not_applicable';
  }
  if (chance.happens(profile.doesNotKnow)) return 'dont_know';
  if (chance.happens(profile.refuses)) return 'refused';
  return chance.happens(0.015) ? 'not_asked' : 'answered';
};

/** Enough of the survey's expressions for invented data: each quoted value was set in some list before. */
const coveredBefore = (expression: string, before: readonly QuestionAnswer[]): boolean => {
  const set = new Set(before.flatMap((answer) => Object.values(answer.pre).flat()));
  const wanted = Array.from(expression.matchAll(/'([^']*)'/g), (match) => match[1] ?? '');
  return wanted.length > 0 && wanted.every((value) => set.has(value));
};

/** Probes with a condition are used where a pre-code was set that is not the denial of its list. */
const probesOf = (question: Question, pre: Answer['pre'], chance: Chance): readonly string[] => {
  const denials = new Set(['none', 'no', 'planned']);
  const affirmed = Object.values(pre)
    .flat()
    .some((value) => !denials.has(value));
  return question.probes
    .filter((probe) => (probe.offeredIf === undefined || affirmed) && chance.happens(0.45))
    .map((probe) => probe.id);
};

const addSomething = (profile: Profile, chance: Chance): Answer => {
  if (profile.background.completeness === 'partial') return emptyAnswer;
  if (chance.happens(0.35)) return emptyAnswer;
  if (chance.happens(0.3)) return { ...emptyAnswer, state: 'answered', notes: 'Inget att tillägga.' };
  return { ...emptyAnswer, state: 'answered', notes: expand(chance.pick(CLOSING), chance) };
};
