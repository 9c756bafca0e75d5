/** Sentences held back from tuning; the same notation as templates-tune.ts, other words and other fillers. */
export const TEST_TEMPLATES = `
Ja alltså {m:kommun} är ju inte så stor så vi gör det mesta själva.
Hos oss i {m} finns det ingen som har läst standarden från pärm till pärm.
Det där har {m:s} jurist tittat på och hon var tveksam.
Vi gick ihop med {m} och {m2} om en gemensam kravkatalog.
{m:kommuns} it-avdelning har varit snälla och delat med sig.
jobbade i {m:low} förut och där gjorde man på ett annat sätt
JAG TROR ATT {m:caps} HAR KOMMIT LÄNGRE ÄN VI
Vi hade besök från {m} i förra veckan, de ville veta hur vi gör.
{m:bor} brukar klaga på bredbandet men inte på säkerheten.
Det finns något som kallas {m}-projektet, det kan du läsa om.
Jämför man med {m} så är vi långt efter.
{m:stad} har tio personer bara på informationssäkerhet.
In {m} we do it differently, we ask for references.
I used to work for {m} and they had a proper process.
Det är inte klokt hur {m} lyckades få med det i avtalet.
Nu blir det kanske lite skryt men {m} låg faktiskt först.
Grannkommunen, {m}, har samma system och samma problem.
Kraven skrev {p} i somras och jag har inte läst dem än.
Vi har en jätteduktig upphandlare, {pf}, som har koll.
Det är {pg} idé från början.
Fråga {p}! Nej men allvarligt, det är bara en person som kan det.
{pf} heter vår nya säkerhetschef.
vi brukar säga att {p:low} är vår levande dokumentation
Tillsammans med {p} och {p2} gick jag igenom alla avtal.
Enligt {p} räcker det med en självdeklaration.
När {p} slutade försvann halva kunskapen.
Our procurement officer, {pf}, handles the contracts.
{p} told me that nobody checks.
Direktnumret är {tel}, annars går det via växeln.
Hon har {tel} men svarar sällan.
Jag skickar underlaget från {mail} efteråt.
Kolla {url}, där ligger hela handboken.
Det stod {pnr} i ärendemeningen, helt öppet.
Kontrollera bolaget, de har {org}.
Den gamla servern heter något konstigt och har ip {ip}.
Post går till {addr} som vanligt.
Kom hit på {addr} så visar jag.
Drift köper vi av {s}, och det är vi rätt nöjda med.
Vår största leverantör är {s} och de är svåra att få tag på.
I skolan använder vi {pr}, och där är personuppgifterna känsliga.
Upphandlingen av {pr} tog två år för oss.
Vi har ett personuppgiftsbiträdesavtal med {s} som är från 2018.
Genom {coop} har vi fått en gemensam funktion.
Vi gick med i {coop} och det var det bästa vi har gjort.
{comp} har en egen driftmiljö som vi inte styr över.
Vi är {n} anställda ungefär och två som jobbar med säkerhet.
En kommun med {n} invånare kan inte ha en egen SOC.
Länsstyrelsen i {reg} håller i övningarna.
{reg} är ju bra på samverkan.
Vi lärde oss mycket av {inc}.
Sedan {inc} har vi testat återställningen varje kvartal.
{inc} påverkade bara skolorna, som tur var.
Vi är faktiskt [[distinction|Sveriges minsta kommun]] om man räknar så.
Vi var nog [[distinction|den första kommunen som]] tecknade det avtalet.
Reservdriften står i {place} sedan länge.
Från {place} till kommunhuset är det fiber.
Det skulle kunna vara en idé att göra det tillsammans.
Jag vill inte vara den som säger nej hela tiden.
Kan det vara så att leverantören inte förstår frågan?
De tog till vara på erfarenheterna från förra gången.
Att vara liten kommun är inte lätt i en upphandling.
Hela kommunens mark ligger under samhällsbyggnad.
Det blir ett berg av dokument till slut.
Klart att vi vill ha ISO, men det är inte ett ska-krav.
Liv och hälsa går först, sedan kommer it.
En stor del handlar om tillit, så är det.
Vi ställer krav på kryptering, loggning och behörighet.
ISO 27001 är en bra utgångspunkt, men det säger inte allt.
Enligt (EU) 2022/2555 ska ledningen utbildas.
LOU 2016:1145 hindrar oss ibland mer än den hjälper.
Kammarkollegiets ramavtal har vi avropat från flera gånger.
Priset hamnade på 2 300 000 kronor exklusive moms.
Ramavtalet sträcker sig 2023-03-01 till 2027-02-28.
Vi avsätter 15 procent av budgeten.
Det är 12 verksamheter och varje har sin systemförvaltare.
Vi brukar ses 9.00-11.30 på torsdagar.
Ärendet har dnr 2024/0456-12 om du vill begära ut det.
Riskanalysen gör vi en gång om året, i regel på hösten.
Vi använder Office, Windows och det vanliga, inget speciellt.
Det stora problemet är underleverantörerna, dem vet vi inget om.
Hon på upphandling tycker att det är för tekniskt.
Vår stad är byggd runt ett bruk, men nu är det mest it.
Det är en sak för nämnden att besluta om.
Vi backar upp allt varje natt och testar ibland.
Det är ju mycket sten på vägen, om man säger så.
Leverantören låg nere en dag men det löste sig.
We will probably buy more cloud services, that is my guess.
The supplier should be open about incidents, but they rarely are.
To be frank, nobody reads the reports.
`;
export const TEST_HARD = `
Här på [[municipality|Marks kommun]] är vi fyra som delar på det. @Mark
Det kan vara [[municipality|Vara]] som har den mallen, eller om det var [[municipality|Essunga]].
Mellan [[municipality|Lund]] och [[municipality|Malmö]] finns det inget samarbete alls kring det.
Man åker till [[municipality|Sala]] på kurs ibland.
i [[municipality|nora]] och [[municipality|lindesberg]] har de delat tjänst
Det har [[municipality|Ale kommun]] redan gjort.
Vi fick en mall från [[municipality|Mora]], den var rätt bra.
VI I [[municipality|SALA]] HAR INTE RÅD
[[municipality|Kils kommun]] och [[municipality|Karlstad]] delar på en upphandlare.
[[municipality|Tranås]] har ett eget stadsnät.
Jag bor i [[municipality|Skellefte]] men jobbar på distans.
[[municipality|Nkpg]] körde samma upphandling året innan.
[[municipality|Sundsvalls kommuns]] it-strategi är offentlig.
[[municipality|Helsinborg]] har en jättebra kravmall.
Vi sneglar på [[municipality|Hälsingborg]] när det gäller sånt.
Kollegorna i [[municipality|Gotenburg]] skrattar åt oss.
[[municipality|Kristianstads]] och [[municipality|Hässleholms]] avtal ser likadana ut.
Bland [[municipality|stockholmare]] är det säkert självklart.
[[municipality|Gävleborna]] märker inget av det.
[[municipality|Göteborgsmodellen]] är inget för oss.
På [[municipality|boråshållet]] gör de tvärtom.
Vi i [[municipality|Upplands-Bro]] har haft en bra leverantör.
[[municipality|Lilla Edet]] upphandlar med oss.
Det var [[municipality|Östra Göinges]] förslag.
[[person|Karin Mark]] är systemförvaltare.
[[person|Per]] och jag gick igenom det i fredags.
Vi har [[person|Sten]] på nätsidan, han vet hur det hänger ihop.
Det är [[person|Hans Nilsson]] du ska prata med.
Vi frågade [[person|Linn]] på arkivet.
[[person|Saga]] på HR har systemet, inte vi.
[[person|Ann-Sofie]] brukar ta de samtalen.
Jag tror [[person|Jocke]] har lösenordslistan, hemskt nog.
[[person|Fatima Al-Hassan]] är vår nya CISO.
[[person|Zeynep]] gör alla riskanalyser.
[[person|Olle Berggrens]] excelark lever än.
enligt [[person|kerstin]] ska det vara klart till jul
[[person|KG Bergström]] ställde samma fråga.
Chefen, [[person|Gun-Britt]], vill inte betala för revision.
Hej, det är [[person|Ulrika Strand]] på informationssäkerhet.
[[person|Nils-Erik]] hade koll på allt på den tiden.
Det är [[person|Dragana]] och [[person|Goran]] som kör driften.
Det var [[person|Kim]] som fick ta smällen.
Du kan nå mig på [[phone|0701-23 45 67]].
[[phone|08-508 260 00]] är växeln.
ring [[phone|073 555 12 34]] efter lunch
[[phone|0046 70 555 12 34]] funkar också
mobilen är [[phone|070 - 12 34 567]]
[[email|it.support@kommunen.se]] går till oss alla.
anna [[email|punkt svensson snabel-a gmail punkt com]]
Bilagan på [[url|https://intranat.exempel.se/sakerhet?id=3]] är hemlig.
Hon är född [[personal_id|19850709-9805]] och det stod i loggen.
pnr [[personal_id|8507099805]] i klartext
Numret [[org_number|212000-0142]] är väl en kommun.
Nätet [[ip|192.168.10.0/24]] är för skolan.
Det är på [[address|Kungsgatan 5]] vi har serverrummet.
Skicka det till [[address|Box 55, 411 02 Göteborg]].
Det är [[cooperation|Höglandsförbundet]] som har avtalet.
Vi hör till [[cooperation|Sydnärkes it-nämnd]].
Frågan ligger hos [[cooperation|Fyrbodals kommunalförbund]].
Vi är med i [[cooperation|Inköp Gävleborg]] sen länge.
[[company|Tranås Energi]] äger fibern.
[[company|Mölndalsbostäder]] har samma leverantör.
Vi lutar oss på [[company|Eskilstuna Energi och Miljö]].
[[region|Skånes]] kommuner har en egen grupp.
Det är [[region|Region Jönköpings län]] som tillhandahåller det.
[[region|Norrbottningar]] är vana vid avstånd.
[[region|Skaraborg]] är för litet för en egen SOC.
Vi har väl [[count|9 500]] invånare nu.
Omkring [[count|fyrtiofem tusen]] invånare, tror jag.
Vi är [[count|2 300]] medarbetare.
[[incident|Ransomwareattacken i oktober 2023]] glömmer vi aldrig.
Det var [[incident|hösten 2022 som vi blev attackerade]].
[[incident|Dataintrånget förra året]] gick via en leverantör.
Vi är ju [[distinction|länets största kommun]].
Vi kör [[product|Lifecare]] i hemtjänsten.
Vi har [[product|Raindance]] för ekonomi.
Vi har avtal med [[supplier|Advania]] och [[supplier|Iver]].
Vi är kund hos [[supplier|Sokigo]].
[[product|Heroma-upphandlingen]] var tung för oss.
Vi anlitade [[supplier|Knowit]] för klassningen.
Bodens är stängda, alltså matställena vid torget.
Vi gick på klippan, kan man säga, och föll.
Det är skarpt läge, trots allt.
Han är stark på teknik men svag på juridik.
I mark- och exploateringsfrågor är det andra som bestämmer.
Köping var ordet för handelsplats förr.
Jag vet inte vad det kan vara för skillnad.
Säkerheten ska vara inbyggd.
Vi får vara glada om någon svarar.
Maj är värst, då är allt på en gång.
Dag ut och dag in samma frågor.
En klok person sa att man får det man betalar för.
Lite mer pengar, lite mer tid, det är allt vi ber om.
Rut- och rotavdrag är enklare än det här.
SKR och MSB säger olika saker.
Vi körde igång i januari och är inte klara.
Vi tittar på NIS2, CER och AI-förordningen samtidigt.
Det är samma sak i hela Sverige, och i Europa.
Ett exempel är Microsoft, där har vi noll inflytande.
`;
