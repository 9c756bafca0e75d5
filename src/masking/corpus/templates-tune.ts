/**
 * Sentences as they are spoken on such calls, for tuning. One a line; `{m}` and the like are filled in
 * (fillers.ts), `[[kind|text]]` is gold as it stands, ` @Name` at the end is the case's own municipality.
 */
export const TUNE_TEMPLATES = `
Vi i {m:kommun} använder KLASSA vid alla större upphandlingar.
Alltså här i {m} har vi väl ingen sån rutin, om jag ska vara ärlig.
{m:s} rutin är egentligen bara ett Word-dokument från 2019.
Vi tittade på hur {m} gjorde och kopierade rakt av.
Det är {m:kommun} som håller i avtalet, vi hakar på.
{m:kommuns} kravkatalog är den vi utgår från.
Vi brukar ringa {m} eller {m2} och höra hur de har gjort.
vi har lånat mallen av {m:low} så den är väl inte riktigt anpassad
DET ÄR VI OCH {m:caps} SOM HAR GJORT DEN TILLSAMMANS
Som alla {m:bor} vet så är det långt till närmaste konsult.
{m}-modellen har vi tittat på men det blev för dyrt.
Vi ligger ju nära {m} så det blir att man jämför sig.
We in {m} mostly copy what the bigger municipalities do.
The IT department of {m} municipality is really just three people in a basement.
Det är {p} som sköter KLASSA hos oss.
{p} på upphandling brukar skriva ihop kraven med mig.
Vår it-chef {pf} har drivit på för ISO 27001.
Det får du fråga {p} om, det är {pg} bord.
Sen har vi {pf} som är informationssäkerhetssamordnare på halvtid.
jag och {p:low} sitter i samma rum så det går snabbt
{p} sa att det inte gick att kräva.
Min kollega {p} har gått utbildningen, inte jag.
{pf} jobbar åt två kommuner, det är en delad tjänst.
Vi fick hjälp av {p} från {s} med kravställningen.
Ask {p}, she runs the follow-up meetings.
Ring mig på {tel} om du undrar något mer.
mitt nummer är {tel} och det går bra på eftermiddagen
Du når henne på {mail} eller {tel}.
Skicka frågorna till {mail} så tittar vi.
Allt ligger på {url} så där kan du läsa policyn.
Han råkade läsa upp sitt personnummer, {pnr}, i mötet.
Personnumret {pnr} låg öppet i filen, det var så vi upptäckte det.
Vårt organisationsnummer är {org} om du behöver det till avtalet.
Servern står på {ip} och den kan ingen uppdatera.
Vi sitter på {addr}, två trappor upp.
Fakturaadressen är {addr}.
Vi har {s} som driftleverantör sedan fyra år.
Vårt avtal med {s} går ut nästa år och då blir det nya krav.
Vi kör {pr} i socialtjänsten och där ställde vi nästan inga krav.
Vi bytte från {pr} till {pr2} och det var en resa.
Leverantören {s} ville inte visa sin revisionsrapport.
Vi är med i {coop} och de sköter all drift.
{coop} har upphandlat åt oss.
Vi delar it-chef genom {coop}.
{comp} har eget it så de ligger utanför.
Vårt bolag {comp} upphandlar själva.
Vi har {n} invånare så det säger sig självt att vi inte hinner.
Med {n} anställda borde vi ha en CISO, men det har vi inte.
Det här är {n} medborgare vi pratar om.
{reg} har en samordnare som hjälper de små kommunerna.
Vi i {reg} brukar göra det ihop.
Efter {inc} fick vi pengar till loggning.
Det var {inc} som gjorde att politikerna vaknade.
{inc} lärde oss att säkerhetskopior måste testas.
Vi är [[distinction|den enda kommunen i länet som]] har egen jurist på it.
Vi är ju [[distinction|länets minsta kommun]] så det är inte så konstigt.
Jag tror att vi är [[distinction|Sveriges största kommun]] till ytan räknat per skrivbord.
I {place} har vi ett reservkraftverk.
Våra servrar står i {place}, det vet alla.
Det kan vara svårt att ställa krav när man inte vet vad man vill ha.
Det ska vara möjligt att få ut loggar.
Vara tydlig från början är väl det viktigaste.
Man får ta till vara på den kompetens som finns.
Hur kan det vara så dyrt med en revision?
Vi äger ju mark och fastigheter men inte så mycket it.
Leverantören har lagt beslag på hela marknaden, lite som att flytta berg.
Vi har en stark dialog med leverantörerna och den är öppen.
Hans chef tyckte att det var onödigt.
Per automatik går det till it-avdelningen.
Min uppfattning är att NIS2 inte ändrar så mycket för oss.
Vi följer ISO 27001 och ISO 27002 men är inte certifierade.
I MSB:s Cybersäkerhetskollen ligger vi rätt lågt.
Vi använder SKR:s mallar och Addas ramavtal.
Allt finns i Microsoft 365 och Teams, det är inget konstigt.
Lagen gäller från den 15 januari 2026 har jag för mig.
Cybersäkerhetslagen, SFS 2025:1506, den har vi läst.
Avtalet är på fyra år, 2024–2028, med två års förlängning.
Det kostade 1 740 605 kronor och det var utan konsulttimmar.
Diarienumret är KS 2025/1234-56.
Vi har möte kl 08.30-10.00 varannan tisdag.
Vi är tre personer på it och det räcker inte.
Ungefär 40 procent av systemen är klassade.
Vi har 140 system och kanske 20 är molntjänster.
Det viktigaste är att det fungerar, sen får säkerheten komma i andra hand.
Klara besked är det vi saknar mest från leverantörerna.
Vi lovade ledningen att det skulle vara klart i maj.
Tor och VPN har vi inte kollat på alls.
Upphandlingen överklagades två gånger så det drog ut på tiden.
Ska-krav, bör-krav, allt det där är ju bara ord i slutändan.
We follow the standard, but we are not certified and will not be.
It may be that we mark the documents, I am not sure.
We had a meeting in March about the new law.
`;
export const TUNE_HARD = `
Vi i [[municipality|Vara kommun]] tycker att det kan vara svårt. @Vara
[[municipality|Vara]] har en bra rutin. @Vara
[[municipality|Varas]] upphandlare sitter i [[municipality|Skara]].
vi i [[municipality|vara]] gör inte så @Vara
[[municipality|MARK]] OCH [[municipality|BORÅS]] GÖR DET IHOP
Det är som i [[municipality|Mark]], där har de en egen modell.
Vi pratade med [[municipality|Berg]] och [[municipality|Krokom]] om samma sak.
Vi frågade [[municipality|Lunds kommun]] först.
[[person|Anders Lund]] på it tog fram kraven.
[[person|Eva Berg]] är ny informationssäkerhetssamordnare.
[[person|Bo]] säger att det inte går.
[[person|Bo Ek]] slutade i våras.
Vi har en kille som heter [[person|Björn]] som kan det där.
Det var [[person|Stig]] som skrev policyn, [[person|Stigs]] policy alltså.
[[person|My]] är vår dataskyddsombud.
[[person|Nora]] sköter uppföljningen.
Det är väl [[municipality|Nora kommun]] som är bäst på det här.
Jag ringde [[municipality|Habo]] och de hade ingen aning.
[[company|Habo Energi]] är med i samma nät.
[[company|Varabostäder]] har egna system.
Vi köper drift av [[company|Skövde Stadsnät AB]].
[[municipality|Upplands Väsby]] och [[municipality|Väsby]] är samma sak.
Jag har jobbat i [[municipality|GBG]] innan.
Det var på [[municipality|Göteborgs stad]] jag lärde mig.
[[municipality|göteborgarna]] har ju resurser.
[[municipality|Göteborj]] är ju stort, där går det.
i [[municipality|jönköping]] har dom en modell
[[municipality|Jönkoping kommun]] har samma avtal.
Vi tittade på [[municipality|Linköpping]] och deras mall.
[[municipality|Örnsköldsvik]], eller [[municipality|Övik]] som man säger, har testat.
[[municipality|Malmös]] modell funkar inte för oss.
[[municipality|Umeåborna]] fattar inte hur bra de har det.
[[municipality|Kirunas]] drift är något helt annat.
It-nämnden är gemensam, alltså [[cooperation|it-nämnden i Skaraborg]].
Vi har en [[cooperation|gemensam nämnd med Skara och Götene]].
[[cooperation|Göliska IT]] driftar allt åt oss.
[[cooperation|Kommunalförbundet Itsam]] har hand om det.
Det är [[region|Västra Götalandsregionen]] som styr där.
[[region|VGR]] har en egen modell.
Det finns ett nätverk i [[region|Kalmar län]] som träffas varje månad.
[[region|Småländsk]] sparsamhet? Nja, men i [[region|Småland]] är vi inte slösaktiga.
[[phone|noll sju noll, ett två tre, fyra fem, sex sju]]
Ring [[phone|070 12 34 56 7]] så svarar jag.
Numret är [[phone|+46 (0)70-123 45 67]].
Växeln har [[phone|0512-310 00]].
Mejla [[email|karin.ek@vara.se]], det går fortast.
Sidan är [[url|www.vara.se/it]] tror jag.
Samordningsnumret var [[personal_id|701063-2391]].
Brandväggen har adressen [[ip|10.20.30.1]].
Adressen är [[address|Torggatan 12, 534 32 Vara]].
[[incident|Strömavbrottet i våras]] visade att vi inte hade koll.
När vi [[incident|blev hackade i december 2021]] låg allt nere.
[[municipality|Kalix]] var ju utsatta, det läste alla om.
Vi är [[count|16 000]] invånare, drygt.
Vi har [[count|tolv tusen]] invånare och en it-chef.
Vi är [[distinction|den enda kommunen i landet som]] kör helt på öppen källkod.
[[person|Anneli]], som är vår upphandlare, säger att priset avgör.
[[person|Karin Ek]] och [[person|Karin]] är samma person förstås.
[[person|Mohammed]] på driften har byggt det.
[[person|Gunnel Svensson-Lind]] gick i pension.
säger [[person|anneli]] som jobbar på ekonomi
[[person|Lasse]] och [[person|Micke]] på driften fixar det mesta.
Vi kör [[product|Treserva]] och [[product|Procapita]].
[[supplier|Tietoevry]] är vår driftleverantör.
[[supplier|Atea]] levererar datorerna åt oss.
Leverantörer som till exempel CGI svarar aldrig på frågor.
Det beror på, sa hon.
Mora är en kniv och Sala är en stad, fast det har inget med saken att göra.
Lund och skog äger vi också.
Hos oss är det kommunens mark som styr.
Det gick i stå, eller i mål, beroende på hur man ser det.
Ja, och så har vi ju DIS, LIS och alla de där förkortningarna.
Vi har en stor nackdel: vi saknar tid.
Vi la ut det på TED och fick fyra anbud.
Kriteriet var 70 procent kvalitet och 30 procent pris.
Artikel 28 i GDPR styr biträdesavtalet.
Det är en fråga för kommundirektören och kommunstyrelsen.
Vi har ett kommunalförbund för räddningstjänsten som alla andra.
Staten borde ta ett större ansvar, helt enkelt.
Vi körde en övning i november och det gick bra.
Vi ska vara klara 2027.
`;
