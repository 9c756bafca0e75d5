import { INCIDENT_NOUNS, INCIDENT_VERBS, MONTHS } from '../lists/incidents.ts';
import { type Candidate, certain, matches, uncertain } from './candidate.ts';
import type { Doc } from './doc.ts';

const TIME = `(?:(?:i|den|under|från|sedan|in|during|on|since) )?(?:(?:slutet av|början av|mitten av|the end of|early|late) )?(?:våras|höstas|vintras|somras|fjol|julas|förrgår|går|påskas|last (?:year|spring|summer|autumn|winter|month)|(?:förra|förrförra|samma) (?:året|hösten|våren|sommaren|vintern|månaden|veckan)|(?:hösten|våren|sommaren|vintern|julen|spring|summer|autumn|winter)(?: of)? (?:19|20)\\d\\d|\\d{1,2}(?::?e)? ${MONTHS}(?: (?:19|20)\\d\\d)?|${MONTHS}(?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d-\\d\\d-\\d\\d|(?:19|20)[012]\\d|för (?:några|ett par|två|tre|fyra|fem|\\d) (?:år|månader|veckor) sedan|för ett år sedan|två år sedan|(?:two|three|a few|a) years? ago)`;
const GAP = '(?:[ ,]+(?![.!?])[\\p{L}\\d-]+){0,5}?[ ,]+';
const SHORT_GAP = '(?:[ ,]+(?![.!?])[\\p{L}\\d-]+){0,4}?[ ,]+';
const DATED: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])(?<x>(?:(?:det|den|de|the) (?:stora|lilla|senaste|allvarliga|förra|big) )?(?:${INCIDENT_NOUNS}|${INCIDENT_VERBS})${GAP}${TIME})(?![\\p{L}\\d])`,
    'dgiu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d])(?<x>${TIME}${SHORT_GAP}(?:${INCIDENT_NOUNS}|${INCIDENT_VERBS}))(?![\\p{L}])`,
    'dgiu',
  ),
];
const DEFINITE =
  /(?:en|et|erna|an|ena|orna|hackade|hackad|drabbade|attackerade|utsatta|nere|ner|krypterade|hackades|hit|hacked|attacked)(?![\p{L}])/iu;
/** "Tietoevry-attacken", "Kalix-händelsen": named after something. */
const NAMED =
  /(?<![\p{L}])(?<x>\p{Lu}\p{L}+-(?:attacken|angreppet|händelsen|incidenten|intrånget|haveriet|läckan|hacket)s?|\p{Lu}\p{L}{3,}(?:attacken|angreppet|intrånget|haveriet))(?![\p{L}])/dgu;
/** "mars" the month and "maj" the month inside other talk ("incident ... mars") are fine; a law's year is not. */
const NOT_DATED = /(?:direktiv|lagen|lagstift|lag |standard|iso|nis2?|gdpr|övning|övar|övade|test)/iu;

/** Incidents with a date or a name: what a newspaper could be searched for. */
export const findIncidents = (doc: Doc): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (const regex of DATED)
    for (const range of matches(doc.plain, regex)) {
      const text = doc.plain.slice(range.start, range.end);
      const key = `incident:${text.toLowerCase()}`;
      if (NOT_DATED.test(text)) continue;
      if (DEFINITE.test(text)) found.push(certain(range, 'incident', key, 'context'));
      else found.push(uncertain(range, 'incident', key, 'mask', 'context'));
    }
  for (const range of matches(doc.plain, NAMED))
    found.push(
      uncertain(
        range,
        'incident',
        `incident:${doc.plain.slice(range.start, range.end).toLowerCase()}`,
        'mask',
        'context',
      ),
    );
  return found;
};
