import { bestSlots } from '../../study/field-progress.ts';
import { words as allWords } from '../../words/index.ts';
import { courseDraw, daysDraw, daysLegend, hoursDraw, strataDraw, strataLegend } from '../progress/draws.ts';
import { percentWords, weekdayWords } from '../progress/numbers.ts';
import { figureOf } from './pictures.ts';
import type { Section } from './report.ts';

/** When it was done, by how many, with how much work; and how it went over time. */
export const workSection: Section = ({ facts, language, words: { work: words }, say }) => {
  const { field, course, rules, callers } = facts;
  const { progress } = allWords[language];
  const [first] = field.days;
  const last = field.days.at(-1);
  if (!first || !last) return [];
  const { attempts, completes } = field.attemptsPerComplete;
  const said = [
    words.dates(say.date(first.day), say.date(last.day)),
    words.amount(
      say.whole(field.attempts),
      say.whole(field.days.length),
      words.callers(callers, say.whole(callers)),
    ),
    completes === 0
      ? ''
      : words.perComplete(say.decimal(attempts / completes), say.whole(attempts), say.whole(completes)),
  ].filter(Boolean);
  const best = bestSlots(field.slots).map(({ weekday, hour, contacts, attempts: tried }) =>
    progress.slot(
      weekdayWords(weekday, language, 'long'),
      hour,
      percentWords(contacts / tried, language, 0),
      contacts,
      tried,
    ),
  );
  const hours = best.length === 0 ? progress.bestNone : progress.best(best.join(', '));
  const most = field.days.reduce((one, other) => (other.attempts > one.attempts ? other : one));
  return [
    { kind: 'heading', level: 1, text: words.title },
    { kind: 'paragraph', text: said.join(' ') },
    ...(course
      ? [
          figureOf(
            courseDraw(course, rules.target, progress, language),
            words.course,
            progress.course.summary(
              say.whole(field.total.groups.I),
              rules.target === 0 ? null : say.whole(rules.target),
              say.date(facts.today),
            ),
          ),
        ]
      : []),
    figureOf(
      daysDraw(field.days, language),
      words.days,
      progress.daysSummary(field.days.length, most.attempts, say.date(most.day)),
      daysLegend(progress),
    ),
    figureOf(hoursDraw(field.slots, language), words.hours, hours),
    { kind: 'paragraph', text: hours },
    figureOf(
      strataDraw(field.strata),
      words.strata,
      field.strata.map(({ stratum, groups, cases }) => `${stratum}: ${groups.I} / ${cases}`).join('; '),
      strataLegend(progress),
    ),
  ];
};
