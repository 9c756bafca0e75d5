/**
 * First names common among people of working age in Sweden, of many origins, with everyday short forms.
 * Written from general knowledge; lower case; apart from names that are ordinary words (name-words.ts) any of
 * them is taken for a person wherever it stands.
 */
export const FIRST_NAMES: readonly string[] = `
aaron abbas abbe abdi abdirahman abdirizak abdul abdulla abdullah abdullahi abe abel abraham abu ada adam adde adele adelina adina adnan adolf adrian
adriana affe agata agda agnes agneta agnetha agron ahmad ahmed ahmet aicha aida aila ailin aina ainhoa aino aisha ajla akram aksel alan alban albert
alberto albin albina aldin alejandra alejandro aleksandar aleksander aleksandra alena alessandra alex alexander alexandra alexandre alexandros alexia
alexis alf alfons alfred alfredo algot ali alice alicia alida alina alisa alise alisia alissa aliya allan alma almaz almir almira alva alvar alvin
alvina amal amalia amanda amar amelia amelie amer amin amina aminah amine amir amira amit amjad ammar amra amy ana anas anastasia anastasija anders
andre andrea andreas andrej andrew andrzej andré andy anela aneta anett anette angela angelica angelika angelina angelo anh ania anica anika anil anina
anisa anita anja anki ankie ann ann-britt ann-cathrine ann-charlotte ann-christin ann-christine ann-helen ann-katrin ann-kristin ann-louise ann-mari
ann-marie ann-sofi ann-sofie anna anna-greta anna-karin anna-lena anna-maria anna-stina annabel annabelle annalena annali annalisa annchristin anne
anne-li anne-lie anne-marie anneli annelie annelii annelise annemarie annett annette annevi annica annicka annie annika annkristin annlouise annmari
annmarie annsofi annsofie anny ansgar anton antonia antonio antonios anu anwar arash arben arbnora ardian arian ariana arianna arif arjeta arman armand
armando armin arne arnold aron arto artur arturo arvid arvo arwa asad asal asif asim aslan asma asmaa assar asta astrid athena atle atte attila aud
audrey august augusta augustin aurora aurélie ava avin axel axelina aya ayaan ayan ayanna ayda aydin ayla aylin ayse ayşe azad aziz aziza babak babette
bahar baki balder baltsar barbara barbro bartosz bashar bashir basim bassam bastian batul bea beata beatrice beatrix bedri behnam behrouz belal belinda
bella ben benedikt bengan bengt bengt-erik bengt-göran bengt-olof bengt-åke benita benjamin benny bereket berit berith berivan bernard bernt bernth
berra bert berta bertil besim besnik bess bettan betty beyza bianca bibbi bilal biljana bill billy birger birgit birgitta birgitte birte bitte bjarne
björn björne blerim bo bo-göran bobbo bobby bodil boel boris borje bosse botvid boyan branislav branko brian brigitta brita britt britt-inger
britt-marie britta brittmari brittmarie bruno bryan burak busse byström börje caisa caj cajsa calle camilla camille camilo carin carina carita carl
carl-fredrik carl-gustaf carl-johan carla carlos carmela carmen carmina carol carola carolin carolina caroline caspar casper cassandra catalina
catarina catherine cathrin cathrine catrin catrina catrine cattis cecilia cecilie celia celine chandra chanel charbel charles charlie charlotta
charlotte chatarina chatrine chen chris christel christer christian christiane christin christina christine christofer christoffer christoph
christopher christos ciara cilla cim cindy cissi claes clara clarence clary clas claudia claudio cliff clifford clint colin connie conny conrad
constance cora cordelia corina corinne cornelia cornelis crister cristian cristina curt curth cynthia cyril dag dagmar dagny dahlia daisy damian damir
damla dan dana danica daniel daniela daniella danielle danijela danilo danne danny dante dara dardan daria darin dario darko darya dasha david davide
davin davood dea deborah deepa dejan delal delia della denise deniz dennis derin derya desiree desirée destiny diaa diana dick didrik diego dieter
dijana dilan dilara dimitri dimitrios dina dino dirk disa diyar djamila dogan dolores dominic dominik dominique donald donna dora doris dorota dorotea
dorothea dorrit douglas dragan dragana drilon drita dror duc dusan dylan dzenan dzenana dzevad ebba ebbe ebrahim ebru edda eddie eddy edgar edin edina
edit edita edith edla edmund eduard eduardo edvard edvin edward edwin eeva-liisa efraim egil egon eila eileen eilert einar eino eira eirik eivor eja
ekaterina elaf elaine elena eleni eleonor eleonora elham eli elia elias elida elif elin elina elinor elinore elis elisa elisabet elisabeth elisabetta
elise elisha elizabeth ella elle ellen elleonor elli ellie ellinor elliot elliott elma elmer elmina elmir elmira eloise elov elsa else elsie elton elva
elvin elvina elvira elvis elvy ely elza emanuel emanuela emel emelie emely emerson emil emile emilia emilie emilio emily emin emina emir emira emma
emmanuel emme emmelie emmi emmy emrah emre ena ender engla enis ennio enock enrico enya ergin eric erica erich erik erika erin erkki erland erling erna
ernesto ernst ersan ervin erwin esa esbjörn eskil esmail esmeralda esra estelle ester esther estrid ethan ethel etta eugen eugenia eva eva-britt
eva-karin eva-lena eva-lotta eva-marie evald evalena evan evangelia evelin evelina eveline evelyn evert evin evy ewa ewelina ewy ezgi fabian fabio fadi
fadia fadime faduma fadumo fahad fahima faisal faith fanny fardin farhad farhan fariba farid farida fariha farshad farzad farzaneh fatemeh fathi fatima
fatime fatma fatmir fatou fatuma fawzi felicia felix ferdinand ferhat fernanda fernando fia fikret filip filipa filippa filippos fiona firas flamur
flora florence florian folke fouad fozia frances francesca francesco francisco francois frank frans franz frasse fred fredde freddie freddy fredric
fredrica fredrik fredrika frej freja frida friedrich frits fritz frode fuad gabriel gabriela gabriella gabrielle galina gasper gaston gavin gazmend
gena georg george georgina georgios gerald gerard gerd gerda gerhard germund gert gert-ove gerth gertie gertrud ghada ghassan gianni gideon gill gillis
gina giorgio giovanni gisela gita gittan gitte giulia giuseppe gizem glenn gloria glynn goran gordana gorm gottfrid grace graham grazyna greger gregor
greta gry grzegorz gudbjörg gudmund gudny gudrun guido guilherme gull gull-britt gullan gullbritt gulli gun gun-britt gun-marie gunborg gunda gunde
gunhild gunilla gunn gunnar gunnel gunnevi gunni gunveig gunvor gurli gurra gustaf gustav gustava gustavo gusten guy gvido gökhan gölin göran görel
gösta göta göte güler gülsen günter haben habib habiba hadi hadija hagar haidar haider haji hakan hakim halil halima halina hamad hamdi hamid hamida
hampus hamse hamza hana hanan hani hania hanife hanna hanna-karin hannah hanne hannele hannes hannu hans hans-erik hans-göran hans-olof hans-peter
hans-åke harald hardi hardy harri harriet harris harry harun hasan hassan hasse hatice hawa hawra haydar haywood heba hector hedda heddy hedvig heidi
heike heikki heimo heine heini heinz helen helena helene helga helge helin helle helmer helmi helmut helny helvi helén heléne hemming hendrik henke
henning henny henri henrietta henriette henrik henrika henry herbert heribert herman hermine hiba hikmet hilda hildegard hildur hilja hilkka hillevi
hilma hilmer hiwot hjalmar hjördis hoda hodan holger hosein hossein houda hubert huda hugo hulda husam huseyin hussain hussam hussein håkan ia ian ibbe
ibrahim ibtisam ica ida idil idris idun ieva ifrah igor ihab ika ilari ilda ilham ilir ilkka ilma ilmari ilona ilse ilyas imad iman imran ina ines inez
ing-britt ing-marie inga inga-britt inga-lill ingalill inge ingegerd ingegärd ingela ingemar inger ingmar ingolf ingrid ingvald ingvar ingvor inna
ioannis iolanda ionel ira irena irene irina iris irja irma irmeli isa isabel isabell isabella isabelle isac isak ismael ismail isolde israa issa ivan
ivana ivar ivica ivo ivona iwan iwona izabela izabella jabbar jaber jack jackie jacob jacqueline jad jakob jamal james jamie jamila jan jan-erik
jan-olof jan-olov jan-ove jan-åke jana jane janet janette janice janina janine janis janna janne jannice jannika janos jari jarl jarmo jaroslaw jasmin
jasmina jasmine jasna jason jasper javier jawad jazmin jean jeanette jeanna jeanne jeff jelena jenni jennie jennifer jenny jens jeremy jerka jerker
jerry jerzy jesper jesse jessica jessika jesus jette jill jim jimmie jimmy jing jinny joachim joacim joakim joan joana joanna joao joar jocke joel joen
jogge johan johanna johannes john john-erik johnna johnnie johnny johny jompe jon jona jonas jonatan jonathan jonna jonne jonny jonte jorge joris jorma
jorun jose josef josefa josefin josefina josefine joseph josephine josh joshua josie josip josé jouko jovan jovana juan juha juhani julia julian
juliana julie julien julieta juliette julius jumana june jussi justina justus jutta jytte jäger jöns jöran jörgen jörn jürgen kaarina kai kaisa kaj
kaja kajsa kalle kamal kamil kamila kamran karam karel kari karim karima karin karina karl karl-axel karl-erik karl-gustav karl-johan karl-olof karla
karlo karo karol karolin karolina karoline karsten kasim kaspar kasper kassandra kata katalin katarina katarzyna kate katerina katharina katherine
kathleen kathrin kathrine kati katia katie katinka katja katri katrin katrina katrine kattis kaveh kawa kay kazimierz keijo keith kelly ken kenan
kenneth kenny kent kent-åke kenta kenth kerem kerim kerstin kettil kevin kg khadar khadija khadra khaled khalid khalida khalil kia kickan kicki kiki
kim kimberly kimmo kinga kirsi kirsten kirsti kjell kjell-åke kjelle kjersti klara klas klaus knut koffe kokko konny konrad konstantin konstantinos
kornelia kosta krille kristel kristen krister kristi kristian kristiina kristin kristina kristine kristjan kristofer kristoffer krystyna krzysztof kurt
kushtrim kwame kyllikki kyösti källe kåre laban ladislav laila lale lamia lamis lana lara larisa larissa larry lars lars-erik lars-gunnar lars-göran
lars-inge lars-olof lars-ove lars-åke lasse laszlo laura laurent lauri laurits lava lavinia layla lea leah leandra leandro leena leffe leif leif-åke
leija leila leith lejla lelle lena lena-karin lene leni lenita lennart lennarth lenny leo leon leona leonard leonardo leonid leonie leonora leopold
leroy lesley leslie leticia levi lia liam liban lidia lil lilian liliana liljan lill lill-britt lillan lillemor lilli lillian lilly lily lin lina linda
linda-marie linde linh linkan linn linnea linnéa linnéah linton linus lio liridon lisa lisbet lisbeth lise lise-lotte liselott liselotte lissie lita
liv livia liza lizette lizzie ljiljana lo loa loay loke lola lollo lone lorena lorenzo loretta lotta lotte lotten lottie lottis lou louay louis louisa
louise lova love lovis lovisa luan luca lucas lucia lucian lucy ludmila ludvig ludwig luigi luis luisa luise luka lukas lukasz luke luna lussan lydia
lykke lynn lyra löwe maarit maciej mackan mada madde madeleine madelen madelene madina madlen magda magdalena magdi maggan maggie magnhild magnus mahad
mahdi mahir mahmod mahmood mahmoud mahmud mahsa mai maia maica maida maija maivor maj maj-britt maj-lill maj-lis maja majd majken majlis majvor malak
malena malene malik malika malin malka malkolm malou malte malva manal mandus manfred mange mans manuel manuela mara marc marcel marcela marcin marco
marcus mareike marek maren margaret margareta margarete margaretha margarita margit margita margo margot margret margrit mari mari-anne maria
maria-teresa mariam mariama mariana mariann marianna marianne maricel marie marie-anne marie-charlotte marie-louise mariella marielle marika marilyn
marin marina mario marion marisa marit marita marius mariya marja marja-liisa marjan marjana marjatta marjo marjut mark markku marko markus marlen
marlene marlon marta marte marten martha marthe marthin marti martin martina martine mary maryam marzena masoud mateo mateusz mathea mathias mathilda
mathilde matias matilda matilde mats matteo matteus matthew matthias matti mattias matts maud maude maurice mauritz mauro max maxim maxime maximilian
maxine may maya mayvor mazen mehdi mehmet mehran melanie melike melina melinda melisa melissa melitta melker melvin mercedes meri meriam merima merja
meron merve meryem meta metin mette mia micael micaela michael michaela michail michal michel michela michele michelle mick micke miguel mihai mija
mikael mikaela mikail mike mikko mila milad milan milana milena milica milja milla mille milo milos milton mimi mimmi mimmie mina minea minh minna
minoo mio mira mirela miriam mirja mirjam mirjana mirko miro miroslav mirsad mirza mischa misha mitra moa mohamad mohamed mohamedamin mohammad mohammed
mohammod mohamoud mohsen moira mojgan molly momo mona moni monia monica monika monique montse mor morgan moritz morten moses mostafa mouna mubarak
muhamed muhammad muhammed muhammet muhannad muhidin muna munir murat mursal musa musse mustafa mustapha my mykola myran myriam märit märta måns mårten
mörten nabil nada nadia nadin nadine nadir nadja nagham nahid nahla nahom naim naima najat najib nalin nana nancy nanna naomi nasim nasir nasra nasrin
nasser nassim nastasia natalia natalie natalija natallia natasa natascha natasha natasja nathalie nathan navid nawal nazanin nazar neda nedim neha
nelia nelly nelson nemanja nenad neo nermin nermina nesrin netta nettan nevena nga nguyen nicholas nick nickan nicklas niclas nico nicola nicolai
nicolas nicole nicolina nicoline niels niki nikita niklas niko nikola nikolaj nikolaos nikolas nikolina nilla nils nils-erik nils-olof nils-åke nima
nimo nina ninna ninni nino ninos ninva nisse nizar noa noah noak noel noelle noemi nomi noomi noor noora nooshin nora norah norbert nour noura nova
nuno nur nura nuria nusret nyima odd oddny oddvar odeta odin odysseus ofelia ola ola-conny olaf olavi ole oleg oleksandr oleksii olena olga oliver
olivia olivier oliwia olle olli ollie olof olov olow oluf omar omid onni ora orhan oriana orvar osama osborn oscar oskar osman osmo ossian oswald
otilia otto outi ove owe owen pablo pacal paivi palle palmira paloma pamela paola paolo parisa parvin parwin pascal pasi patric patrice patricia
patricio patrick patrik patrycja patsy paul paula paulette paulina pauline paulo pavel pawel pedram pedro pegah pegga peggy pehr pekka pekko pelle pelé
penny per per-anders per-arne per-erik per-gunnar per-ola per-olof per-olov per-ove per-åke pernilla perry pertti perttu peter petra petri petrik
petronella petrus petter phil philip philippa phillip phuong pia piera pierre pietro pilar pille piotr pirjo pirkko piroska pjotr pontan pontus pooja
poul preben preeti priscilla priya puk putte pyry pär pärnilla pål quang qusai rabia rachel rachid rada radek radmila radoslaw radovan raf rafael
rafaela rafal raffael ragge raghad ragna ragnar ragnhild rahel raheleh rahim rahma raija raili raimo raimund raine raisa rajesh rakel rakesh rama
ramadan ramazan rami ramin ramiz ramon ramona rana randi rania ranim raouf raphael raquel rasha rashid rasim rasmus rasul raul rauno ravi raya rayan
raymond razan rebecca rebecka rebeka rebekka rebin reem refik regina reidar reidun reija reijo reima reine reinhold reino remigiusz rena renata renate
rene rené renée reshad reza riad ricard ricardo riccardo richard richie rick rickard rickie rico rigmor riikka rikard rikke rikki rima rina risto rita
ritva rob robban robert roberta roberto robin robyn rocio rodrigo roger rogge roine roj roland rolf rolle roma roman romana romeo ron ronald ronja
ronnie ronny rosa rosalie rosanna rose rose-mari rose-marie roselie rosemarie rosita roslin roxana roy roya ruba ruben rudi rudolf rufus runa rune runo
ruslan russel rut ruth ryan rym ryszard saad saara sabah saban sabina sabine sabri sabrina sadaf sadia sadiq saeed saeid safa safaa safia safiya saga
sagal sahar sahra said saida saija sakari sakarias sakina salah saleh salem salim salima salli sally salma salman salome salomon salwa sam sama samad
samantha samar samer sami samia samir samira sammy sampo samuel sana sanaa sandor sandra sandro sanel sanela sanja sanjay sanna sanne santeri santiago
saqib sara sarah sari sarita sasa sascha sasha satu sauli savannah sayed scarlett sean seb seban sebastian sebbe seda seher seija selam selda selim
selin selina selma semir senad sengul sepideh seppo serdar sergei sergej sergio serhat serhii setareh sevda severin sevgi seyed shabnam shadi shahin
shahla shaima shakir shamsa shane shannon sharif sharon shaun sheila shervin shilan shirin shirley shkelzen shler shpresa shukri sia siavash sibel
sibylla sickan sidney sidra siegfried siggan sigge signe sigrid sigurd sigvard sigyn siham siiri silas silje silke silva silvana silvia silwan sima
simin simon simona simone simran sina sinan sindre sinikka siri sirkka sirpa siv siv-britt sixten sjöfn skye slavica slavko slobodan smilla snezana
sofi-marie sofia sofie soha sohail soheila sol solange soledad solmaz solveig solvig somaya sonia sonja sonny sophia sophie soraya soren soumaya stacy
staffan stanislav stanislaw stefan stefani stefania stefanie steffan steffe stein steinar stella stellan sten sten-åke stephan stephanie stephen steve
steven stickan stig stig-arne stig-olof stig-åke stina stine stoffe stojan storm stuart sture suad suada subhi sukru sulaiman suleiman suleyman sulo
sultan sumaya summer sune sunil susan susana susann susanna susanne susie sussi suvi suzana suzanna suzanne svante svea sven sven-arne sven-erik
sven-göran sven-olof sven-åke svenn svenne sverker sverre svetlana swen sybil sylve sylvester sylvia synnöve synnøve syra szymon sävar sölve sören
taavi tabita tage taha taher tahir tahmina taina taisto tala talal tamara tamer tamim tammy tania tanja tanya tara tarek tareq tarik tariq tarja taru
tassilo tatiana tatjana tatyana tea ted teddy teemu tekla telma teo teodor teodora teres teresa terese teresia teresie terez terhi terje tero terry
terttu tesfaye tess tessan tessie thanh thea theo theodor theodora theresa therese theresia theresé thi thierry thilda thomas thor thora thorbjörn
thore thorsten thorvald thuy tia tiago tiana tiffany tihomir tiina tilda tilde tilly tim timea timmy timo timothy tina tindra tine tintin tiny titti
titus tobbe tobias toby todd toini toivo tom tomas tomasz tomi tomislav tommi tommie tommy tompa tone toni tonje tony tonya toomas tor tora torbjörn
tord tord-erik tore torgny torgunn torkel torleif torstein torsten torun torvald toshi tottan totte tova tove tracy tran trine tristan troels trond
troy trudy truls trygve tsegaye tua tuan tufan tuija tula tuomas tuomo ture turid tuula tuulikki tuva tyko tyra tyrone udo uffe ulf ulla ulla-britt
ulla-carin ulla-karin ulla-maj ullabritt ullacarin ullis ulrica ulrich ulrik ulrika ulrike uma umar umut una unn unni uno urban urpo ursula urszula
usman ute uwe vahid valdemar valentin valentina valeria valerie valeriya valfrid valle valon valter vanda vanessa vanja varg vasil vasiliki vaso veera
vega veikko velina vendela venla vera verena verner vernon veronica veronika verónica vesa vesna vibeke vicki vicky victor victoria vidar vide vigdis
viggi viggo viivi viking viktor viktoria vilde vilgot vilhelm vilhelmina vilja ville vilma vilmer vimal vincent vincents vinko viola violeta violetta
virginia virpi vishal vital vito vittorio vivan viveca viveka vivi vivian vivianne vlad vladan vladimir vladislav vojtech volodymyr vuk wafa wahid
waldemar waleed wali walid walter wanda wanja warren warsame wasim wassim wei wejdan wenche wendela wendy wenzel werner wesam wibke wictor widad wiggo
wiktor wiktoria wilgot wilhelm wilhelmina will willem willhelm william willis willy wilma wilmer winnie winston wivan wiveca wivi wojciech wolfgang
xander xavier xenia xerxes xhevahire xhevdet ximena yahya yan yana yang yannick yaqub yara yasemin yasin yasir yasmin yasmina yasmine yasser yassin
yehia yen yener yesim yevgeny yewande ying ylva yngvar yngve yohanna yohannes yolanda yonas yonna yosef younes yousef yousif youssef youssouf yrja yrsa
yuliia yuliya yunus yuri yusra yusuf yvette yvonne zacharias zack zahid zahir zahra zaid zain zaina zainab zakaria zakarias zaki zakia zana zandra zara
zarah zaynab zdenka zdravko zeb zebastian zeina zeinab zejna zelal zelda zeljko zenia zeynep zia ziad zilan zina zita zlata zlatan zlatko zoe zoey
zofia zoltan zoran zorica zozan zubair zuhair zulaikha zuzana zuzanna älva änna åke åsa åsabritta åse åsne öjvind ömer örjan östen öystein özlem
`
  .trim()
  .split(/\s+/u);
