import type { Block, Document, Language } from '../../exchange/document/model.ts';
import { figuresOf } from '../../exchange/document/typography.ts';
import { outcomeRates } from '../../figures/aapor/rates.ts';
import { withPartials } from '../../study/field-progress.ts';
import { words } from '../../words/index.ts';
import { deviationsSection } from './deviations.ts';
import type { FieldFacts } from './facts.ts';
import { outcomesSection, ratesSection } from './outcomes.ts';
import { sampleSection } from './sample.ts';
import { workSection } from './work.ts';

/** What every section is written with. */
export interface Pen {
  readonly facts: FieldFacts;
  readonly language: Language;
  readonly words: (typeof words)['sv']['fieldReport']['doc'];
  readonly say: ReturnType<typeof figuresOf>;
}
export type Section = (pen: Pen) => readonly Block[];

/** The field report: how the sample was drawn, what the field work did, what came of it and what went otherwise. */
export const fieldReport = (facts: FieldFacts, language: Language): Document => {
  const doc = words[language].fieldReport.doc;
  const say = figuresOf(language);
  const pen: Pen = { facts, language, words: doc, say };
  const { field, rules, wave } = facts;
  const partials = wave.partials ?? 0;
  const rates = outcomeRates(withPartials(field.total.groups, partials));
  const made = say.whole(rates.RR2.numerator);
  const sampled = say.whole(rates.RR2.denominator);
  const lead =
    field.attempts === 0
      ? doc.none
      : [
          partials > 0
            ? doc.leadPartial(
                made,
                sampled,
                say.whole(partials),
                say.percent(rates.RR1.value),
                say.percent(rates.RR2.value),
              )
            : doc.lead(made, sampled, say.percent(rates.RR1.value)),
          rules.target > 0 ? doc.target(say.whole(rules.target)) : '',
          doc.status[wave.status],
        ]
          .filter(Boolean)
          .join(' ');
  return {
    language,
    title: doc.title(wave.label),
    subtitle: facts.study,
    about: [doc.made(say.date(facts.today)), ...(facts.practice ? [doc.practice] : [])],
    labels: { contents: doc.contents, table: doc.table, figure: doc.figure },
    blocks: [
      { kind: 'paragraph', style: 'lead', text: lead },
      ...[sampleSection, workSection, outcomesSection, ratesSection, deviationsSection].flatMap((section) =>
        section(pen),
      ),
    ],
  };
};
