/**
 * 2048 Swedish words of four to eight letters, a power of two so that each is worth exactly 11 bits. Everyday, easy to
 * spell and say; no word is another with an ending (stig, stigar). Never reorder for fun: tests hold the count only,
 * and no passphrase is ever read back through the list.
 */
export const PASSPHRASE_WORDS: readonly string[] = `
abborre adress advent afton agenda akrobat alfabet allmoge altan ambra ananas anka ankare anorak ansikte
antenn apotek april arena arkiv armband armbåge artist asfalt aspen atlas augusti aula avokado avtryck
axel babord backe badboll badhus badring badrock bagare bageri bakplåt balett balja ballong balsam bambu
banan banjo barkbåt barock baron barr basker basun batteri berg bild biljon bingo biologi biskop björk
björn blad bladlus blixt blomma blus blåbär blåmes blåsippa boett bokmal bokskog bomull bonde bord bordduk
borste boule brasa bricka brigg bris broder brodera brons bror brosch brunn brunört brygga brynja bräda
bränsle bråte bröllop buffel bukett bullar bulle buss byggnad byxa bäck bänk bäver bågar båge båtresa
böcker bölja böna bönpall börda börs böter cello cement central chans choklad cirkel cirkus citron citrus
civil clown cykel cykling cymbal dagbok dagdröm dagg dalmas damm danser danssko dansör datum delfin delta
detalj diamant dikt diktare dill dimma dimmoln diplom disk diskho diskret djungel docka dockhus doft
domare domino dotter drake drama dricka drivis drivved droppe druva dryck dröm drömhus drömmar duett duka
dunge duva duvslag dvala dykare dynamo dyning däck dörr eddan egendom ekar ekbacke eklöv ekollon ekonom
ekorre eldfast eldstad elefant ellips elljus elva emalj energi enhet enkel enrum entré epok epos ersätta
eskort essä etage eter etui expert export express extra fabel fabrik fackla fager fagott faktum falk
familj fanfar fantasi farfar farmor farstu fasad fasan fasett favorit fena fest fiber figur fika fikon
fiktion film filter final finfin finger fingrar finka fiol firma fisk fiskare fiskben fjord fjun fjäder
fjäll fjäril flagga flamingo flaska flaxa flinga flock flod flora flotte fluga flyga flygel flykt fläder
fläkt fläta flöjt foder fokus folie folkton fontän fordon form formel forsa fort foto fotspår fotsteg
frakt fredag frihet frisk frisör frukost frukt frusen fräken fräsch fråga från fröjd frön fullmåne fura
fyllig fyrkant fägring fält fänkål färg färja fästman fågel fågelbad fågelbo fålla fåtölj födelse följe
förare förled förort förråd försök förtur förväg galax galleri galon galopp galosch gammal ganska garage
garn gasell gast gata gatsten gavel gecko gejser generös gengäld geni gentil gepard getost getter gilla
gips giraff gitarr givmild glaciär glans glas glasera glid glimma glimmer glimt glipa glob glugg glädje
glänta glögg gnejs gnista gnom godis golf golv golvur gondol gosig grabb graf grafik gran granat granit
granne gravyr gren grepp grimas grind gris groda grodd grotta grund grus grusväg gryning gryta grädde
gräns gräs gräslök grön grönkål gröt gubbe guide guld gulmåra gumma gummi gunga gurka gynna gädda gäst
gåta gåva göken gömma göra gördel hage haklapp hall hallon halm halv hamn hamster handduk handske harpa
harv hatt hattask havre havsvik heder hektar hela helg helhet helium hemlig hemväg herde heroisk hertig
hicka himmel hinder hingst hink hissa hjord hjort hjul hjälm hjälpa hjälte hjärta hobby hockey holme
honung hopp hopprep hosta hotell hovnarr hovslag humla humle hummer humor humör hund hundra hurra husbil
hybrid hydda hylla hylsa hymn hyra hyvel häger hägg hälsa hämta hände hängbro hängsle härlig härold häst
hästsko hävert håla höbal höga högblad högtid höjd höjdare hölja höna hörlur hörn hörsal höst hösäck
ibland ideal idol idrott idyll igelkott igloo imma import impuls indigo infall ingång inkomst inlaga
insekt intryck ironi isbana isberg isbit isbjörn ishall iskall iskub istapp isvak isär ivrig jacka jagar
jaguar januari jasmin jazz jeans jobba jojo jolle jord jordnöt jubel juice julbord julgran juli julkort
julkula jullov jumper juni juridik juvel jägare jämn jämnhög järn järnväg jätte kabel kabin kaffe kafé
kajak kaka kakao kakel kaktus kalas kalk kalv kamel kamera kamin kamma kamrat kanal kanel kanin kanna
kanot kantat kantin kapell kapsyl kapten karaff karott karta kaskad kassa kastanj kastrull katalog kateder
katt kavaj kavring kedja kejsare kelgris kemi kennel keps keramik kiosk kirurg kisel kittel kiwi kjol
klang klar klase klaver klenod klimat klinga klippa klocka klok kloster klubba klunga klunk klyfta klykan
klåda klöv knacka knapp knippe knopp knut knyte knåda kobolt kock koffert kofta koja kokbok kollega kolli
koloni kolonn kolumn komedi komet komfort kompis kompost koncept konkav konsert konst konsul kontor kontur
kopia kopp korall korg kork korn korp korsväg korv kosmos kostym kotte krabba kraft kram krans krater
kratta krita krok krokus krona kropp kruka krusbär krydda kryss kräfta kräm kubik kudde kula kuling kulle
kulram kultur kulör kumpan kund kung kupol kupé kurs kurva kusin kust kustväg kuvert kvadrat kvarn kvart
kvast kvick kvinna kvist kvitto kylskåp kypare kyrka kyss källa kämpa känguru känsla kära kärlek kärna
kärra kålrot kåsör köksö köpman kött lada laga lager lagun lakan lamm lampa lampett langa lappa lastbil
lavin leende legend leja lejon lektion lemonad lera leva levande libell licens lifta lilja limpa linbana
lind linda linjal linje linne linser liter litet livboj livbåt ljud ljum ljung ljus ljusblå ljusår ljuv
locka lodjur loge logik lokal lommen lotteri lotus luft luftrot lugn lukt lunch lunga lustig luta lycka
lykta lyra lyrik lysa lysmask lyssna läcker läder läge läkare längs längta läppar lärare lärka läsa
läsesal lättnad läxa låda lågland lång långbåt låssmed löfte löjrom lönn lönnlöv löpa löpare lördag löst
lövfall lövhög lövskog lövverk madrass magasin magi magisk magnet mahogny majs makalös makaron mamma
mammut mandel maner manet mango mantel manual mapp maraton marin marker markis marknad marmor mars marsch
maräng mask maskin maskot maskros mast matlåda matris matsal matsäck matta medalj mejeri mejram mejsel
melodi melon memoar meny meteor meter metro metspö midnatt mild miljard miljon miljö minnas minne mirakel
mjuk mjäll mjöd mjöl mjölk mobil modell modern modig mogen mojäng molekyl moln moment monark monolog moped
morfar morgon mormor morot mosaik moské mossa motell motor motsats motsols mugg mullvad multna mumla mumma
munk munspel munter murare museum musik muskel muskot mussla mustig mygga myggnät mylla mynt mynta myra
mysig mäktig märg märke mässing mätare målare måltid månad måndag måne många mård måtta möbel mölla
mönster mörk möss mössa mötas möte namn natt natur navel nektar neon nervös neutral nivå njuta nobel
nockar nordan nordpol norr norrut notblad notis nougat novell nummer nunna nyckel nyhet nylon nymf nypa
nypon nysnö nyter nytta nyår näckros nämnare närhet näring näsa näsduk nästan nätverk näve någon nålar
nöjd nöje nördig nötskal oavsett ocean odla odling offert oftast ojämn oktav oktober okänd olika oliv olja
omelett område omslag omväg onsdag onyx opal opera operett optik orange ordbok orden ordlek ordna ordning
oregano organ orgel orkidé ormgrop orre oskarp ostkaka ostron otrolig otålig ovan oväder ozon paddla paket
palats palett palm panda panel panna pannkaka pannrum panter papp pappa paprika parad paradis paraply
parfym park parkera passare passion pasta pastej pastell patron pedal pelare penna pensel pension peppar
perrong persika person pianist piano piccola pigg piket pilbåge pilot pingvin pinje pinne pion pionjär
pipa pirat pirog pizza plagg planet planka planta plast plats platta platå plog plugga plym plåttak plöja
poesi poet pojke pokal polare polaris polka polo polska popcorn poppel porslin portal porter portion
positiv post potatis praktik pralin premiär prins prisma privat produkt profil program propp protein prova
provins pryl prärie präst psalm publik puckel pudding pudel puder pulka puls pumpa punkt purjo pussel
pusta putsa pyntad pyra pyramid pärla pärm päron påfågel påhitt påse påsk pölar quinoa quiz rabatt racket
radar radie radio ramsa rapport raps rapsgul rast recept referat reflex regel regent region regn rejäl
reklam rekord relief remsa renar renlav reptil resa resenär reserv resning respekt retro revben revy rida
riddare ridhus ridå rikedom rimma ring rinna ripa ritning ritual robot rock rodd roder rolig roman romb
ropa rosa rosen rosett rostad rostig rotmos rubin rubrik rucola rulla rund runda runsten runt rusta ruta
rutin rutnät ryggrad rykte rymd rymlig rynka rysning rytm räcka rädda rädisa räfsa räka räkna räls ränna
rättika rävlya råbiff rådhus rådjur rågbröd rödbeta rödhake röding rödkål rödlök rönnbär röst rötter safir
saft saga sagolik sakta salami saldo salong salsa salt saltkar saltsjö salva samba samling sammet samtal
samtid samvaro sand sandal sann sardell sardin sats savann saxofon scen schack schakal schal schampo scout
segel seger segla sekel sekund selleri semla senap senior sensor serie servett servis sextant sidbyte
siden siesta siffra signal sikte silke sill silver simhall simma simmare singel sinne sirap siren sits
sitta sjal sjunga sjutton själ sjöbod sjöhäst sjökort sjöman sjötomt skaka skald skara skarp skata skatt
sked sken skepp skicka skida skift skimmer skina skinka skinn skiss skjorta skog skohorn skola skorpa
skoter skratt skrift skrin skriva skruv skugga skur skuta skydd skylt skymt skynda skägg skälla skärm
skärp skärva skål skåp skåra sköld skön skönhet skörd skörda sköta skötare slag slalom slant slinga
slingra slips sloka slott slump sluss slut släde släkt släppa slät slånbär slöja slöjd smak smakrik smal
smaragd smed smedja smeka smida smide smidig smil smycke smyg smyga smälta smådjur småkaka smör snabb
snabel snart sned snickra snidad snigel snille snirkel snitsig snorkel snurra snurrig snygg snäcka snäll
snår snöboll snödriva snöhög snöra snöre snövit socka socken socker soffa solande solbad solig solkatt
solkräm solljus solo solros solsken solstol solur sommar sonat soppa sopran sorbet sorl sorti sovrum spade
spana sparris sparv spegel speja spel spenat spets spik spindel spinna spion spiral spis spjut spjäla
sport spretig sprudla språk språng spröd spurta spänd spänne spår spöke stad stadga stadig stadion staffli
staket stall stam stampa standar stapel stark start station staty stav stege stek stel stencil stereo stig
stilla stiltje stim stjälk stjärna stock stoft stol stolpe storm strand streck stress strikt strimma strof
strumpa struts sträng sträva stråke stråle strö ström stubbe studio stuga stuka stund städa stärka ståtlig
stöd stödja stövel succé sudda sugrör summa summer sund sunnan super surdeg surfing surkål svala svalbo
svamp svan svar svavel svedja svensk svepa svets svinga svit svunnen sväng svärd sväva svåger sybord syfte
sylt sylta symbol synrand synsk synål syra syre syrsa syskon syssla system sytråd säck säker sälja sällan
sällsam sämre säng säsong säte sätta sådd såll sång sångare sånglek såpa sårbar söder söka sömlös sömn
söndag sötma sötsak tablett tack tacka tacksam tagg tagga takt takås talang talare tall tand tango tank
tankbil tanke tapet tapper tass tavla taxi teater tecken tegel tejp teknik tekopp tempel tempo tenn tennis
tenor teori termin termos terrass testa text textil tidlös tidsrum tiger tillit tillsyn timjan timme
tindra tippa tisdag tistel titel titta tjock tjugo tjur tjusig tjäder tjänst tjära toast toffel tofs tolv
tomat tomte tonart topas topp torg torka torn tornur torp torpare torr torsk total trafik trakt trana
trappa trasa trast tratt trav tredje trevlig trikå trim trio triumf trivas trofast trogen trohet trolig
troll trolla trollspö tropik trumma trumpet trupp trut tryck trygg träd träff träffas träkol träna träning
träsked träsko tråd tråg trång tröja tröska tröst trött tugga tulpan tumme tundra tung tunga tunika tunn
tunna tunnel tupp turban turist turkos turné tusch tusen tvist tvätt tvätta tvål tvåla tydlig tygpåse tyll
tynga typisk tyst täcka täcke tält tänka tärna tärning tätt tävling tågresa tång tårta töcken tömma ubåt
uggla ultra umgås undan under undra ungdom unik union uppför uppgift uppgång upplaga upprepa uppror
uppsats uppskov upptåg urban urberg urkund urna urskog ursäkt urtavla urval utbud utgång utkast utkik
utrop utsida utsikt utspel utsökt utter uvar vacker vackla vadare vadd vagga vagn vaja vakt vaktel valack
valfisk valfri valnöt valp valross vals valv vana vandra vanilj vantar vante varda vardag varm varsam varv
vass vatten vattna vaxduk vaxljus vecka veckla vedbod vedspis vemod ventil veranda verb verk verktyg vers
vessla veta vete vibrera video vidja vigg vika viking vila vild vilda vilja villa villkor vilohem vilsam
vimpel vinbär vind vingar vinge vinka vinkel vinna vinröd vinter viol violin virka virvel visa visdom
visit viska visp vissla vitlök vitsippa vitval vokal volang volym vrida vråk vuxen vyer vykort väder vädra
vägg väggur väglag vägskäl väktare välling vända vänja vänlig vänort vänster vänta väpnare värd värld
värma värme värn väska väst västan väva vävstol växa växel växt vågor våning vårdag vårlök vårsol vårtal
vörda vört yacht ylle ymnig ympa yngel yngre ynnest yrka yrke yrsnö ytter yttra yvig zebra zenit zink
zodiak zoolog zoom ägare äggröra äggula ägna äkta älgko älska älva ämbete ämne ända ändlös ändra ängel
änka äpple ärende ärlig ärta ätbar äventyr åkdon åker åkerbär ålder åldras ånga ångare ångbåt ånglok ånyo
årgång årsdag årstid åsikt åska åsna åsyn återse åtgärd åtta åttio ödla ödmjuk ögla ökad öken ökenräv
ömsint ömtålig önska öppen öppna öppning örhänge örtte öser östan öster över överdel övning övre
`
  .trim()
  .split(/\s+/);
