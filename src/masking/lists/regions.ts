/** Regions, counties, landscapes and parts of the country by the names people use; value: the thing meant. */
export const REGIONS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'västra götalandsregionen=Västra Götaland|västra götaland=Västra Götaland|västragötaland=Västra Götaland|vgr=Västra Götaland|vg regionen=Västra Götaland|vg-regionen=Västra Götaland|region skåne=Skåne|skåne=Skåne|region stockholm=Stockholms län|storstockholm=Stockholms län|' +
    'region uppsala=Uppsala län|region sörmland=Sörmland|sörmland=Sörmland|södermanland=Sörmland|region östergötland=Östergötland|östergötland=Östergötland|region jönköpings län=Jönköpings län|region jönköping=Jönköpings län|region kronoberg=Kronoberg|kronoberg=Kronoberg|' +
    'region kalmar län=Kalmar län|region kalmar=Kalmar län|region gotland=Gotland|region blekinge=Blekinge|blekinge=Blekinge|region halland=Halland|halland=Halland|region värmland=Värmland|värmland=Värmland|region örebro län=Örebro län|region örebro=Örebro län|region västmanland=Västmanland|västmanland=Västmanland|' +
    'region dalarna=Dalarna|dalarna=Dalarna|region gävleborg=Gävleborg|gävleborg=Gävleborg|region västernorrland=Västernorrland|västernorrland=Västernorrland|region jämtland härjedalen=Jämtland|region jämtland=Jämtland|jämtland=Jämtland|region västerbotten=Västerbotten|västerbotten=Västerbotten|region norrbotten=Norrbotten|norrbotten=Norrbotten|' +
    'uppland=Uppland|småland=Småland|öland=Öland|bohuslän=Bohuslän|dalsland=Dalsland|västergötland=Västergötland|närke=Närke|hälsingland=Hälsingland|gästrikland=Gästrikland|medelpad=Medelpad|ångermanland=Ångermanland|lappland=Lappland|härjedalen=Härjedalen|norrland=Norrland|götaland=Götaland|svealand=Svealand|' +
    'skaraborg=Skaraborg|sjuhärad=Sjuhärad|fyrbodal=Fyrbodal|göteborgsregionen=Göteborgsregionen|bergslagen=Bergslagen|österlen=Österlen|roslagen=Roslagen|södertörn=Södertörn|mälardalen=Mälardalen|bjäre=Bjäre|bjärehalvön=Bjäre|tornedalen=Tornedalen|inre norrland=Norrland|norrlands inland=Norrland|siljansbygden=Siljan|' +
    'höglandet=Höglandet|sydnärke=Sydnärke|norra bohuslän=Bohuslän|mellersta skåne=Skåne|nordvästra skåne=Skåne|nordöstra skåne=Skåne|sydöstra skåne=Skåne|södra dalarna=Dalarna|norra dalarna=Dalarna|stockholmsområdet=Stockholms län|stockholmsregionen=Stockholms län|mälarregionen=Mälardalen|malmöregionen=Skåne|' +
    'scania=Skåne|dalecarlia=Dalarna|lapland=Lappland|vinköl=Skaraborg|västkusten=Västkusten|höga kusten=Höga kusten|nordvästskåne=Skåne|skånenordväst=Skåne'
  )
    .split('|')
    .map((pair) => {
      const [form = '', thing = ''] = pair.split('=');
      return [form, thing];
    }),
);

/** Adjectives and inhabitants of regions, by their stems. */
export const REGION_STEMS: Readonly<Record<string, string>> = {
  skånsk: 'Skåne',
  skåning: 'Skåne',
  småländsk: 'Småland',
  smålänning: 'Småland',
  värmländsk: 'Värmland',
  värmlänning: 'Värmland',
  västgötsk: 'Västergötland',
  västgöte: 'Västergötland',
  östgötsk: 'Östergötland',
  östgöte: 'Östergötland',
  gotländsk: 'Gotland',
  gotlänning: 'Gotland',
  öländsk: 'Öland',
  ölänning: 'Öland',
  hallänning: 'Halland',
  halländsk: 'Halland',
  blekingsk: 'Blekinge',
  bohuslänsk: 'Bohuslän',
  dalslänning: 'Dalsland',
  norrländsk: 'Norrland',
  norrlänning: 'Norrland',
  jämtländsk: 'Jämtland',
  jämtlänning: 'Jämtland',
  sörmländsk: 'Sörmland',
  sörmlänning: 'Sörmland',
  uppländsk: 'Uppland',
  upplänning: 'Uppland',
  hälsingsk: 'Hälsingland',
  hälsing: 'Hälsingland',
  västmanländsk: 'Västmanland',
  norrbottnisk: 'Norrbotten',
  norrbottning: 'Norrbotten',
  västerbottnisk: 'Västerbotten',
  västerbottning: 'Västerbotten',
  skaraborgsk: 'Skaraborg',
  skaraborgar: 'Skaraborg',
  dalmas: 'Dalarna',
};

/** Stems of counties: "Kalmar län", "Stockholms läns". */
export const COUNTIES: readonly string[] =
  'stockholms uppsala södermanlands östergötlands jönköpings kronobergs kalmar gotlands blekinge skåne hallands götalands värmlands örebro västmanlands dalarnas gävleborgs västernorrlands jämtlands västerbottens norrbottens kopparbergs'.split(
    ' ',
  );
