import { type Candidate, certain, matches, uncertain } from './candidate.ts';
import type { Doc } from './doc.ts';

const SUPERLATIVE =
  '(?:enda|största|minsta|första|äldsta|yngsta|nordligaste|sydligaste|östligaste|västligaste|rikaste|fattigaste|snabbast växande|mest glesbefolkade|tätaste|ytmässigt största|till ytan största|only|largest|smallest|first)';
const DISTINCTIONS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])(?<x>(?:(?:[Ss]veriges|[Ll]andets|[Ll]änets|[Rr]egionens|[Nn]orrlands|[Ee]uropas) (?:[\\p{L}]+ )?${SUPERLATIVE}|(?:[Dd]en |[Dd]e |[Tt]he |[Ee]n av (?:de |[Ss]veriges |[Ll]andets |[Ll]änets )|one of the )?${SUPERLATIVE}) (?:kommunen|kommunerna|kommun|kommuner|municipality|municipalities)(?: (?:i|in) (?:[Ss]verige|landet|länet|regionen|norrland|Sweden|the (?:county|region|country)))?(?: (?:som|att|med|that|which|to)(?: (?:har|hade|ligger|kör|inte|har inte|gör|gjorde|fick|blev|är)(?: [\\p{L}\\d-]+){1,4})?)?)(?![\\p{L}])`,
    'dgu',
  ),
  /(?<![\p{L}])(?<x>(?:[Dd]en )?enda [\p{L}-]{1,30}kommunen(?: (?:i|in) (?:landet|länet|regionen|Sverige))?)(?![\p{L}])/dgu,
  /(?<![\p{L}])(?<x>(?:[Dd]en|[Dd]e) kommuner? i (?:Sverige|landet|länet|regionen) som (?:har|hade|ligger)(?: [\p{L}\d-]+){1,4})(?![\p{L}])/dgu,
  /(?<![\p{L}])(?<x>(?:bland de första|först|ensamm?a?|störst|minst|äldst|nordligast|sydligast) i (?:Sverige|landet|länet|regionen|Europa|världen|Norden)(?: (?:med|att|om)(?: [\p{L}\d-]+){1,4})?)(?![\p{L}])/dgu,
];

const SURE = /som|sveriges|landets|länets|that|which|in the/iu;

/** "The only municipality that": tells who it is without a name. */
export const findDistinctions = (doc: Doc): readonly Candidate[] =>
  DISTINCTIONS.flatMap((regex) =>
    Array.from(matches(doc.plain, regex), (range) => {
      const text = doc.plain.slice(range.start, range.end);
      const key = `distinction:${text.toLowerCase()}`;
      return SURE.test(text)
        ? certain(range, 'distinction', key, 'context')
        : uncertain(range, 'distinction', key, 'mask', 'context');
    }),
  );
