/** Everyday short names, old spellings, dialect and English forms: what people say or type instead of the name. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  väsby: 'Upplands Väsby',
  'u väsby': 'Upplands Väsby',
  'upplands bro': 'Upplands-Bro',
  'u bro': 'Upplands-Bro',
  göinge: 'Östra Göinge',
  'ö göinge': 'Östra Göinge',
  edet: 'Lilla Edet',
  'l edet': 'Lilla Edet',
  'dals ed': 'Dals-Ed',
  ed: 'Dals-Ed',
  malung: 'Malung-Sälen',
  sälen: 'Malung-Sälen',
  gbg: 'Göteborg',
  göteb: 'Göteborg',
  göteborj: 'Göteborg',
  jöteborg: 'Göteborg',
  jötebörj: 'Göteborg',
  götet: 'Göteborg',
  gothenburg: 'Göteborg',
  sthlm: 'Stockholm',
  sthml: 'Stockholm',
  stockhålm: 'Stockholm',
  stokholm: 'Stockholm',
  hbg: 'Helsingborg',
  hälsingborg: 'Helsingborg',
  'h borg': 'Helsingborg',
  lkpg: 'Linköping',
  linkan: 'Linköping',
  nkpg: 'Norrköping',
  norpan: 'Norrköping',
  jkpg: 'Jönköping',
  jönkan: 'Jönköping',
  'e tuna': 'Eskilstuna',
  etuna: 'Eskilstuna',
  övik: 'Örnsköldsvik',
  'ö vik': 'Örnsköldsvik',
  'ö-vik': 'Örnsköldsvik',
  thn: 'Trollhättan',
  tälje: 'Södertälje',
  'n tälje': 'Norrtälje',
  landskorna: 'Landskrona',
  krstad: 'Kristianstad',
  kstad: 'Karlstad',
  kba: 'Kungsbacka',
  skellefte: 'Skellefteå',
  wexiö: 'Växjö',
  waxholm: 'Vaxholm',
  westerås: 'Västerås',
  warberg: 'Varberg',
  vesterås: 'Västerås',
  vexjö: 'Växjö',
  örebo: 'Örebro',
  malme: 'Malmö',
  bårås: 'Borås',
  uddvalla: 'Uddevalla',
  lidkan: 'Lidköping',
  umea: 'Umeå',
  lulea: 'Luleå',
  gellivare: 'Gällivare',
  gällvare: 'Gällivare',
  kongälv: 'Kungälv',
  visby: 'Gotland',
  göteborgstrakten: 'Göteborg',
  kristanstad: 'Kristianstad',
  vallna: 'Vallentuna',
  österåkers: 'Österåker',
};

/**
 * Names that are also words, names of persons or other things. In lower case, and at the start of a sentence,
 * only the words around them tell.
 */
export const WORDLIKE: ReadonlySet<string> = new Set([
  'Ale',
  'Berg',
  'Boden',
  'Edet',
  'Kil',
  'Klippan',
  'Köping',
  'Lund',
  'Mark',
  'Mora',
  'Nacka',
  'Nora',
  'Sala',
  'Salem',
  'Skara',
  'Säter',
  'Trosa',
  'Vara',
  'Älvdalen',
]);
/** Of those, the ones no preposition alone can settle when written small ("i mark och vatten", "ner i berg"). */
export const WORDLIKE_HARD: ReadonlySet<string> = new Set([
  'Berg',
  'Mark',
  'Vara',
  'Kil',
  'Boden',
  'Klippan',
  'Lund',
  'Säter',
  'Köping',
  'Ale',
  'Älvdalen',
]);

/** What a municipality's name is put together with. A linking s or a may stand before it ("Göteborgsmodellen"). */
export const TAILS: readonly string[] = (
  'modellen modell trakten trakterna bygden bygd regionen regions området områdets projektet projekt sidan hållet skolan skolor skolorna politiker politikerna politiken företag företagen företagare ' +
  'baserad baserade baserat kommun kommunen kommunens avtalet upphandlingen samarbetet nämnden förvaltningen kontoret incidenten attacken angreppet händelsen nämndens borgmästaren tingsrätt posten bladet tidningen ' +
  'nytt lösningen plattformen drift driften delen nätverket gruppen bolaget bolagen bostad verken sjukhuset lasarettet hamnen expressen'
).split(' ');

/** Endings of those who live there. */
export const INHABITANTS: readonly string[] =
  'bo bon bor bors bos borna bornas boende sbo sbon sbor sbors sborna sbornas abo abor aborna are aren ares arna arnas arens sare sarna it iten iter iterna ensare ensarna sk ska skt'.split(
    ' ',
  );

/** Towns and villages that point at one municipality though they are not its name. */
export const PLACES: readonly string[] = (
  'märsta|gustavsberg|handen|tumba|rönninge|kungsängen|bålsta|skutskär|åkersberga|djursholm|jakobsberg|bergsjö|edsbyn|alfta|kopparberg|sveg|svenstavik|hammarstrand|fjugesta|henån|skärhamn|nödinge|mölnlycke|landvetter|kungshamn|tanumshede|' +
  'nossebro|hyltebruk|broby|arlöv|åseda|österbymo|kisa|skoghall|charlottenberg|visby|idre|särna|grisslehamn|hallstavik|rimbo|öregrund|gimo|alunda|knutby|björklinge|storvreta|fjugesta|' +
  'dalby|södra sandby|genarp|löddeköping|löddeköpinge|furulund|hjärup|åkarp|veberöd|sjömarken|viskafors|fristad|kinna|skene|horred|örby|sätila|fritsla|dalsjöfors|nol|surte|älvängen|bohus|floda|gråbo|lindome|kållered|onsala|åsa|särö|' +
  'kvänum|vedum|larv|stora levene|floby|stenstorp|skultorp|stöpen|vinninga|källby|lundsbrunn|axvall|järpås|jung|fagersanna|hova|moholm|lyrestad|' +
  'anderstorp|hestra|smålandsstenar|burseryd|skillingaryd|bankeryd|huskvarna|tenhult|gränna|norrahammar|taberg|bodafors|malmbäck|forserum|rydaholm|bor|forsheda|' +
  'lammhult|moheda|vislanda|strömsnäsbruk|traryd|nybrostrand|påryd|blomstermåla|ruda|målilla|virserum|gamleby|ankarsrum|överum|färjestaden|degerhamn|köpingsvik|löttorp|' +
  'kallinge|bräkne-hoby|mörrum|asarum|jämjö|rödeby|hällevik|mjällby|olofström|jämshög|åhus|tollarp|knislinge|sibbhult|glimåkra|vinslöv|tyringe|bjärnum|vittsjö|' +
  'munka-ljungby|vejbystrand|förslöv|grevie|viken|nyhamnsläge|jonstorp|ödåkra|rydebäck|bårslöv|påarp|häljarp|glumslöv|teckomatorp|marieholm|löberöd|hurva|anderslöv|smygehamn|skivarp|abbekås|rydsgård|brösarp|kivik|gärsnäs|' +
  'getinge|oskarström|harplinge|glommen|ullared|vessigebro|veddige|tvååker|bua|väröbacka|knäred|mellbystrand|' +
  'ljungskile|herrestad|bovallstrand|hunnebostrand|smögen|fjällbacka|grebbestad|hamburgsund|myggenäs|rönnäng|jörlanda|spekeröd|lilla edet|lödöse|bäckefors|dals långed|högsäter|brålanda|frändefors|vargön|' +
  'likenäs|ekshärad|råda|lesjöfors|nykroppa|björneborg|väse|molkom|vålberg|deje|munkfors|edane|åmotfors|koppom|töcksfors|sysslebäck|svanskog|' +
  'odensbacken|vintrosa|garphyttan|frövi|fellingsbro|storå|vretstorp|pålsboda|sköllersta|åsbro|rönneshytta|finnerödja|' +
  'kolbäck|skultuna|dingtuna|hallstahammar|kolsva|valskog|götlunda|virsbo|ramnäs|karbenning|salbohed|västerfärnebo|' +
  'insjön|siljansnäs|vikarbyn|furudal|sollerön|orsa|transtrand|lima|nås|järna|dala-järna|djurås|mockfjärd|bjursta|svärdsjö|grängesberg|fredriksberg|sunnansjö|långshyttan|stjärnsund|horndal|fors|krylbo|' +
  'valbo|bergby|hamrånge|forsbacka|hedesunda|storvik|järbo|kungsgården|ljusne|marmaverken|arbrå|kilafors|järvsö|färila|los|iggesund|enånger|delsbo|hassela|gnarp|harmånger|' +
  'matfors|kvissleby|njurunda|stöde|sundsbruk|bergeforsen|söråker|ramvik|utansjö|bollstabruk|nyland|husum|bredbyn|bjästa|köpmanholmen|junsele|ramsele|fränsta|torpshammar|' +
  'duved|järpen|undersåker|mörsil|hede|funäsdalen|vemdalen|ytterhogdal|föllinge|nälden|åsarna|ljungdalen|hackås|brunflo|lit|kälarne|gällö|stugun|hoting|backe|hammerdal|gäddede|' +
  'holmsund|obbola|sävar|vindeln|ånäset|bygdeå|bureå|ursviken|kåge|boliden|byske|burträsk|jörn|hemavan|tärnaby|saxnäs|rundvik|' +
  'råneå|gammelstad|gammelstaden|södra sunderbyn|bergnäset|öjebyn|norrfjärden|rosvik|harads|vidsel|vittangi|svappavaara|abisko|karesuando|malmberget|hakkas|korpilombolo|muodoslompolo|töre|vuollerim|porjus'
).split('|');
