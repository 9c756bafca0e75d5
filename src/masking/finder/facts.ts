import { INCIDENT_NOUNS, INCIDENT_VERBS, MONTHS } from '../lists/incidents.ts';
import { type Candidate, certain, matches, uncertain } from './candidate.ts';
import type { Doc } from './doc.ts';

/** Numbers in figures or words. */
const UNIT =
  '(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo|tjugi|trettio|tretti|fyrtio|förti|femtio|femti|sextio|sexti|sjuttio|sjutti|åttio|åtti|nittio|nitti)';
const NUMBER = `(?:\\d{1,3}(?:[ .,]\\d{3})+|\\d+(?:,\\d+)?(?: ?(?:tusen|tusental|k))?|(?:${UNIT}){1,3}(?: ?(?:tusen|hundra)(?: ?(?:${UNIT}){1,2}(?: ?hundra)?)?)?|(?:hundra|tusen)(?:tals)?)`;
const PEOPLE =
  '(?:invånare|innevånare|invånarna|inv|kommuninvånare|kommunmedborgare|medborgare|människor|själar|anställda|medarbetare|personer|elever|tjänstemän|årsarbetare|heltider|heltidstjänster|årsarbetskrafter|tekniker|it-tekniker|it-folk|it-anställda|konton|användare|inhabitants|residents|employees|people|staff)';
const COUNT = new RegExp(
  `(?<![\\p{L}\\d.,:/-])(?<x>${NUMBER}) (?:\\p{L}+ )?(?<noun>${PEOPLE})(?![\\p{L}])`,
  'dgiu',
);
const SURE_COUNT =
  /^(?:invånare|innevånare|invånarna|inv|kommuninvånare|kommunmedborgare|medborgare|själar|anställda|medarbetare|elever|inhabitants|residents|employees)$/iu;
const BARE_COUNT =
  /(?<=(?:vi är|vi har|kommunen har|kommunen är|här bor|knappt|drygt|cirka|runt|ungefär|omkring) )(?<x>\d{1,3}[ .]\d{3})(?! ?(?:kr|kronor|sek|tkr|\d))(?![\d:.])(?= |,|\.|$)/dgiu;

const TIME = `(?:(?:i|den|under|från|sedan|in|during|on|since) )?(?:(?:slutet av|början av|mitten av|the end of|early|late) )?(?:våras|höstas|vintras|somras|fjol|julas|förrgår|går|påskas|last (?:year|spring|summer|autumn|winter|month)|(?:förra|förrförra|samma) (?:året|hösten|våren|sommaren|vintern|månaden|veckan)|(?:hösten|våren|sommaren|vintern|julen|spring|summer|autumn|winter)(?: of)? (?:19|20)\\d\\d|\\d{1,2}(?::?e)? ${MONTHS}(?: (?:19|20)\\d\\d)?|${MONTHS}(?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d-\\d\\d-\\d\\d|(?:19|20)[012]\\d|för (?:några|ett par|två|tre|fyra|fem|\\d) (?:år|månader|veckor) sedan|för ett år sedan|två år sedan|(?:two|three|a few|a) years? ago)`;
const GAP = '(?:[ ,]+(?![.!?])[\\p{L}\\d-]+){0,5}?[ ,]+';
const SHORT_GAP = '(?:[ ,]+(?![.!?])[\\p{L}\\d-]+){0,4}?[ ,]+';
const DATED: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])(?<x>(?:${INCIDENT_NOUNS}|${INCIDENT_VERBS})${GAP}${TIME})(?![\\p{L}\\d])`,
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

const SUPERLATIVE =
  '(?:enda|största|minsta|första|äldsta|yngsta|nordligaste|sydligaste|östligaste|västligaste|rikaste|fattigaste|snabbast växande|mest glesbefolkade|tätaste|ytmässigt största|till ytan största|only|largest|smallest|first)';
const DISTINCTIONS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])(?<x>(?:(?:[Ss]veriges|[Ll]andets|[Ll]änets|[Rr]egionens|[Nn]orrlands|[Ee]uropas) (?:[\\p{L}]+ )?${SUPERLATIVE}|(?:[Dd]en |[Dd]e |[Tt]he |[Ee]n av (?:de |[Ss]veriges |[Ll]andets |[Ll]änets )|one of the )?${SUPERLATIVE}) (?:kommunen|kommunerna|kommun|kommuner|municipality|municipalities)(?: (?:i|in) (?:[Ss]verige|landet|länet|regionen|norrland|Sweden|the (?:county|region|country)))?(?: (?:som|att|med|that|which|to)(?: (?:har|hade|ligger|kör|inte|har inte|gör|gjorde|fick|blev|är)(?: [\\p{L}\\d-]+){1,4})?)?)(?![\\p{L}])`,
    'dgu',
  ),
];

const SECURITY: readonly RegExp[] = [
  /(?<![\p{L}\d])(?<x>CVE-\d{4}-\d{4,7})(?!\d)/dgiu,
  /(?<![\p{L}])(?<x>(?:port|portar|vlan|subnät|subnet)(?:en|et)? \d{1,5}(?:(?:,| och| and) \d{1,5})*)(?!\d)/dgiu,
  /(?<![\p{L}])(?<x>(?:lösenord|lösen|password|wifi-lösen|admin-lösen)(?:et|en|s)? (?:är|was|is|heter|var|:) ?[^\s,.]+)/dgiu,
  /(?<![\p{L}])(?<x>(?:[Ww]indows (?:[Ss]erver )?(?:XP|xp|7|8|2000|2003|2008|2012|2016|NT)(?: R2)?|SMB ?v?1|TLS ?1\.[01]|SSL ?v?[23]|Exchange 20\d\d|SQL Server 20\d\d|(?:[Oo]racle|[Jj]ava|PHP|[Aa]pache|[Ff]ortiOS|ESXi|vCenter|Citrix) \d+(?:\.\d+)*|(?:version|firmware) \d+\.\d+(?:\.\d+)*))(?![\p{L}\d])/dgu,
  /(?<![\p{L}])(?<x>(?:inte|ej|aldrig|not|never) (?:har |hunnit |blivit |been |ännu |än )*(?:patchat|patchad|patchade|patchats|uppdaterat|uppdaterad|uppdaterade|segmenterat|segmenterad|segmenterade|krypterat|krypterad|krypterade|patched|updated|segmented|encrypted)(?: (?:alla |våra |den |det |the |our |in )*[\p{L}-]+)?)(?![\p{L}])/dgiu,
  /(?<![\p{L}])(?<x>(?:saknar|ingen|inget|inga|utan|no|without) (?:mfa|tvåfaktor|tvåfaktorsinloggning|tvåfaktorsautentisering|flerfaktor\p{L}*|multifaktor\p{L}*|brandvägg|segmentering|loggning|övervakning|kryptering|antivirus|edr|backup|multi-?factor|firewall)(?: (?:på|för|i|on|for) [\p{L}-]+(?: [\p{L}-]+)?)?)(?![\p{L}])/dgiu,
  /(?<![\p{L}])(?<x>(?:rdp|ssh|telnet|smb|vpn|ftp|fjärrskrivbord\p{L}*)(?:-?port\p{L}*)? (?:ligger |är |står |is |was |som är )?(?:öppen|öppet|öppna|exponerad|exponerat|open|exposed)(?: mot (?:internet|nätet))?|(?:öppen|öppna|exponerad|exponerade) (?:rdp|ssh|portar?|tjänster|servrar)(?: mot (?:internet|nätet))?)(?![\p{L}])/dgiu,
  /(?<![\p{L}])(?<x>(?:en |ett |känd |kända |öppna? |allvarlig |flera |an? |open |known )+(?:sårbarhet|sårbarheter|säkerhetshål|säkerhetslucka|bakdörr|zero-?day|vulnerability|vulnerabilities|backdoor)(?:en|et|na)? (?:i|in) [\p{L}\d-]+(?: [\p{L}\d-]+)?)(?![\p{L}])/dgiu,
  /(?<![\p{L}])(?<x>(?:gemensamt|delat|samma|delade|shared) (?:admin\p{L}*|konto|konton|administratörs\p{L}*|root\p{L}*)(?:-?konto)?(?: och lösenord)?)(?![\p{L}])/dgiu,
];

/** What tells who it is without a name: numbers of people, dated incidents, "the only municipality that"; and what helps an attacker. */
export const findFacts = (doc: Doc): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (const range of matches(doc.plain, COUNT)) {
    const noun = range.match.groups?.noun ?? '';
    const text = doc.plain.slice(range.start, range.end).toLowerCase();
    const figure = Number(text.replace(/\D/gu, ''));
    const large =
      /tusen|hundra|tjog|[2-9]\d|\d{3}/u.test(text) ||
      figure >= 10 ||
      /tio$|ton$|elva|tolv|tjugo/u.test(text);
    const key = `count:${text.replace(/[ .]/gu, '')}`;
    if (SURE_COUNT.test(noun) && large) found.push(certain(range, 'count', key, 'context'));
    else if (large)
      found.push(
        uncertain(
          range,
          'count',
          key,
          /^(?:människor|personer|people|användare|konton)$/iu.test(noun) &&
            figure < 1000 &&
            !/tusen/u.test(text)
            ? 'keep'
            : 'mask',
          'context',
        ),
      );
    else if (
      /^(?:tekniker|it-tekniker|it-folk|it-anställda|heltider|heltidstjänster|årsarbetare)$/iu.test(noun)
    )
      found.push(uncertain(range, 'count', key, 'keep', 'context'));
  }
  for (const range of matches(doc.plain, BARE_COUNT))
    found.push(
      uncertain(
        range,
        'count',
        `count:${doc.plain.slice(range.start, range.end).replace(/[ .]/gu, '')}`,
        'mask',
        'context',
      ),
    );
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
  for (const regex of DISTINCTIONS)
    for (const range of matches(doc.plain, regex)) {
      const text = doc.plain.slice(range.start, range.end);
      found.push(
        /som|sveriges|landets|länets|that|which|in the/iu.test(text)
          ? certain(range, 'distinction', `distinction:${text.toLowerCase()}`, 'context')
          : uncertain(range, 'distinction', `distinction:${text.toLowerCase()}`, 'mask', 'context'),
      );
    }
  for (const regex of SECURITY)
    for (const range of matches(doc.plain, regex))
      found.push(
        uncertain(
          range,
          'security_detail',
          `security_detail:${doc.plain.slice(range.start, range.end).toLowerCase()}`,
          'keep',
          'security',
        ),
      );
  return found;
};
