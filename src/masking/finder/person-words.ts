/** The words around names of persons. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** After these a name comes, when nothing else is said ("säger Anneli", "vår it-chef Karin", "heter Bo"). */
export const CUE =
  /^(?:säger|sa|sade|heter|hette|kallas|fråga|frågade|ring|ringde|mejla|kontakta|kollegan?|kollegor|chefen|chef|tjej|tjejen|killen|kille|herr|fru|namn|mr|mrs|ms|says|said|called|named|ask|colleague|tack|hej|[\p{L}-]*(?:chefen|chef|samordnaren?|ansvariga?|strategen?|direktören?|direktör|teknikern?|upphandlaren?|projektledaren?|ombudet|ombud|rådet|råd|inköparen?|handläggaren?|utvecklaren?|konsulten|manager|officer))$/u;

/** After a first name at the start of a sentence these make it a person. */
export const ACTS = words(
  'säger sa sade tycker jobbar arbetar har hade är var gör gjorde kan vet berättade tog sköter kom slutade började brukar ansvarar ringde driver håller skrev menar fixar sitter gick vill ska skulle says said thinks works has is was who runs told',
);
/** And these leave no doubt. */
export const SAYS = /^(?:säger|sa|sade|jobbar|tycker|berättade|slutade|ringde|menar|says|said)$/u;

/** What follows the name of something that is no person. */
export const NOT_AFTER = words('kommun kommuns stad stads ab universitet län energi hb');

/** Words with a capital that follow a cue and are no names. */
export const NO_NAME =
  /^(?:\p{L}+(?:rådet|verket|tinget|myndigheten|styrelsen|inspektionen|nämnden|kommittén|förbundet|varor|tjänster|lagen|avtalet|direktivet|revisionen)s?|jag|vi|det|den|de|man|han|hon|ni|ja|nej|alla|vår|vårt|it|ciso|cio|dpo|skr|msb|imy|nis|nis2|iso|klassa|gdpr|eu|adda|sverige|svenska|sweden|microsoft|google|teams|excel|office|azure|windows|dsf|lou|sfs|bitr|tf|the|our|and|i|it's|pub|sla|siem|soc|mfa|vpn|okej|ok|att|hur|vad|när|så|men|jo|om|en|ett|upphandling\p{L}*|region\p{L}*|kommun\p{L}*|kammarkollegiet|försäkringskassan|skatteverket|polisen|säpo|fra|must|ncsc|cert\p{L}*|inera|telia|tele2|sunet|digg|pts|ivo|skolverket|socialstyrelsen|chatgpt|copilot|god|bra|gud|jesus|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)$/u;

/** Parts of names of organisations, products and things, where two words with capitals stand together. */
export const NO_STRANGER =
  /^(?:svensk\p{L}*|sverige\p{L}*|statens|riks\p{L}*|nationell\p{L}*|myndigheten|länsstyrelsen|microsoft|google|amazon|apple|cisco|palo|check|open|active|azure|windows|office|share\p{L}*|power|cloud|server|security|group|sweden|nordic|data|system\p{L}*|service\p{L}*|solutions?|consulting|partner|energi|nät|vatten|bostäder|kraft\p{L}*|regioner|kommuner|län|stift|universitet|högskola\p{L}*|center|centrum|academy|institut\p{L}*|united|european|europe\p{L}*|nord\p{L}*|syd\p{L}*|väst\p{L}*|öst\p{L}*|norra|södra|östra|västra|stora|lilla|nya|gamla|black|blue|red|green|big|new|north|south|team\p{L}*|secure|digital\p{L}*|cyber\p{L}*|fiber|telecom|bank|försäkring\p{L}*|posten|radio|dagens|tidning\p{L}*|act|directive|forum|framework|agreement|government|agency|authority|board|sans|common|criteria|essential|general|trust|zero)$/u;

/** Where colleagues sit ("Saga på HR"). */
export const DEPARTMENT =
  /^(?:it|hr|it-\p{L}+|ekonomi|växeln|receptionen|ledning\p{L}*|förvaltning\p{L}*|kommun|stan\p{L}*|upphandling\p{L}*|inköp\p{L}*|drift\p{L}*|nät\p{L}*|arkiv\p{L}*|lön\p{L}*|säkerhet\p{L}*|informationssäkerhet\p{L}*|juridik\p{L}*|kommunledning\p{L}*|kansli\p{L}*|support\p{L}*|servicedesk\p{L}*|skol\p{L}*|social\p{L}*|stadshuset|kommunhuset)$/u;
