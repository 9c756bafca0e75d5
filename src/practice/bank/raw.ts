/**
 * What people say that must not leave the computer, for trying the masking review. `«kind:text»` marks a detail;
 * `{kommun}` and `{kommuns}` stand for the case's own municipality. All persons and events are invented; telephone
 * numbers are from the series set apart for fiction, the identity number is a published test number, and addresses
 * end in `.example`. Other municipalities, regions and suppliers are real names, since made-up ones could not be found.
 */
export const RAW: Readonly<Record<string, readonly string[]>> = {
  'A1.1': [
    'I «municipality:{kommuns} kommun» är det «person:Anneli» som håller i klassningen.',
    'Vi tog efter hur «municipality:Tranås» gör.',
  ],
  'A1.2': [
    'Rutinen skrev «person:Karin Ek» innan hon slutade, den finns hos «company:{kommun} Energi» också.',
  ],
  'A1.3': [
    'Kraven lånade vi från «region:Region Jönköpings län».',
    'Jurist är «person:Johan Lindqvist», han nås på «phone:070-174 06 05».',
  ],
  'A2.1': [
    'Exempel: «supplier:Tietoevry» lovade loggar som aldrig kom.',
    'Av våra «count:11 400 invånare» är det ingen som märker skillnaden.',
  ],
  'A2.2': [
    'Mötena tar «person:Fatima» på upphandling, mejla «email:upphandling@kommunen.example» om du vill ha mallen.',
  ],
  'A2.3': ['Strukturen delar vi med grannarna i «cooperation:Höglandsförbundet».'],
  'A3.1': ['«person:Per-Olof», vår säkerhetschef, har gått kursen.'],
  'A3.2': ['Det avgjorde när vi bytte från «supplier:Visma» förra året.'],
  'A3.3': ['Ringde «municipality:Vetlanda» och «municipality:Eksjö» som referens.'],
  'A4.1': ['Med «supplier:Atea» pratar vi varje månad, «person:Lena Sjöberg» är vår kontakt.'],
  'A4.2': ['De skickar allt till «address:Storgatan 12», som brev.'],
  'A4.3': ['Driften ligger i «place:Nässjö», det visste ingen av oss.'],
  'A5.1': ['Det var «region:länsstyrelsen i Jönköping» som höll i träffen.'],
  'A5.2': ['Vi är «distinction:den enda kommunen i länet som» har en egen jurist för det här.'],
  'A5.3': ['«person:Anneli» igen, hon gör det mesta.'],
  'A6.1': ['«incident:Den 14 mars låg vi nere i två dygn», det stod i tidningen.'],
  'A6.2': ['Våra «count:940 anställda» har gått kursen, utom de på «company:{kommun} Bostäder».'],
  'A6.3': ['«person:Björn» på driften har nyckeln, hans nummer är «phone:070-174 06 11».'],
  'A7.1': ['Gemensam drift med «municipality:Aneby» och «municipality:Sävsjö» har utretts.'],
  'A7.2': ['Mer om det på «url:www.kommunen.example/digitalisering».'],
  'A7.3': [
    'Kommunalrådet «person:Gunilla Berg» vill hem med allt. Hon skrev in sig med «personal_id:121212-1212» av misstag.',
  ],
};
