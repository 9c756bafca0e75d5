/** Bodies that municipalities share, by name. */
export const SHARED_BODIES: readonly string[] = (
  'itsam|göliska it|göliska|sydnärkes it-nämnd|sydnärkes it nämnd|höglandets it|höglandsförbundet|unikom|skaraborgs kommunalförbund|skaraborgs it|fyrbodals kommunalförbund|sjuhärads kommunalförbund|kommunalförbundet fyrbodal|inköp gävleborg|inköpscentralen aros|' +
  'upphandlingscenter|upphandlingsservice|norrbottens e-nämnd|e-nämnden norrbotten|it norrbotten|itnorrbotten|ac-net|storsthlm|skåne nordväst|skåne nordost|södertörnskommunerna|södertörns upphandlingsnämnd|telge inköp|tolkförmedling väst|räddningstjänsten väst|' +
  'räddningstjänsten syd|räddningstjänsten östra götaland|södertörns brandförsvarsförbund|storstockholms brandförsvar|södra älvsborgs räddningstjänstförbund|samhällsskydd mellersta skaraborg|avfallshantering östra skaraborg|samverkan sydost|sydarkivera|v6-kommunerna|' +
  'v8-kommunerna|wexnet|siljans it|dala-mitt|dalamitt|mittskåne|medelpads räddningstjänstförbund|västmanlands kommunalförbund|sydskånska kommunerna|familjen helsingborg|stockholm nordost|mälardalsrådet|boråsregionen|göteborgsregionens kommunalförbund|kommuninvest syd|' +
  'östra skaraborg|västra mälardalens kommunalförbund|norra västmanlands kommunalförbund|norra dalsland|norra bergslagen|kommunerna norr|region siljan|kommunalförbundet västmanland|kommunförbundet skåne|kommunförbundet västernorrland|kommunförbundet norrbotten|kommunförbundet stockholms län|tjust|knut-samarbetet|kronobergs it-samverkan'
).split('|');

/** Companies owned by municipalities whose name does not begin with the municipality's. */
export const MUNICIPAL_COMPANIES: readonly string[] = (
  'mälarenergi|tekniska verken|kraftringen|öresundskraft|telge energi|telge nät|telge|skellefteå kraft|umeå energi|utsikt bredband|netwest|västra mälardalens energi|vattenfall eldistribution|mitt sverige vatten|servanet|sydvatten|nsva|vasyd|va syd|sysav|renova|stockholm vatten|' +
  'stokab|framtiden|mkb|lkf|bostads ab poseidon|familjebostäder|svenska bostäder|mimer|stångåstaden|hyresbostäder|vätterhem|toppbostäder|vidingehem|vökby|alvestahus|tjust energi|borgo|c4 energi|c4 teknik|c4 elnät|miva|övik energi|reva|dåva|jämtkraft|jämtlandsvärme|dala energi|dala vatten|' +
  'rodret|rocknet|lejonfastigheter|ankarhem|itux|lerum fjärrvärme|lejonpannan|götene vatten|göteborg energi|gothnet|partille energi|mölndal energi|kungälv energi|ale el|vökab|bixia|affärsverken|kretslopp sydost|miljöteknik|sandviken energi|bäckby|gavlegårdarna|gästrike vatten|gästrike återvinnare|faxeholmen|helsinge net|helsinge vatten'
).split('|');

/** What a municipality's company is called after its name, apart ("Habo Energi") or together ("Varabostäder"). */
export const COMPANY_TAILS: readonly string[] =
  'energi energis bostäder bostad bostads bostadsbolag hus hem hems fastigheter fastighets vatten nät stadsnät elnät kraft hamn hamnar gårdar gårdarna lokaler miljö renhållning fjärrvärme bredband utveckling näringsliv parkering lokaltrafik buss bussar fiber elverk energiverk industrifastigheter stadsbacken stadshus affärsverk affärsverken teknik tekniska kommunhus förvaltnings va'.split(
    ' ',
  );
