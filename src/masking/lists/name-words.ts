/**
 * First names and surnames that are also ordinary words, Swedish or English. Written small, and at the start of a
 * sentence, only the words around them make them persons. Checked against a spelling dictionary's word list.
 */
export const NAME_WORDS: ReadonlySet<string> = new Set(
  `
mange pontan putte ragge
said else thi lone lyn mon sis dee dean may son even ever here art eve gay pet real star tre sue ray pat don guy rich hope dawn amber holly ivy ruby pearl
ada affe aina alban alex alf alm alva amit ammar ana anas andre ann april arian art ask asp asta aurora ava
axel back backe baki bark bella ben berg bess bill björk björn blad blixt blom blomster bo bode borg brand
brandt bratt britt bro bäck charlie chen crona dag dahl dahlia daisy dan dante dara dasha dea deepa delia della
destiny dina disa donna ebba eda edda egon eja ek elle elva ely emir ena era ester etta fager faith falk fia
firas flink flora florence fors forss frank frans fred frej fri frisk fröjd fält gena georgia gill gloria gorm
grace gran green gren grip gry gull gun guy göta haben hagar hakan hall hammar hans hed holm holmen hope hult
hung hägg häns hög ia ica ika ina inga inge inger inna ira iris isa jack jan jane jarl jasmin jean jim jo jon
joy june juni jäger kai kaj kaja kata kate ken kent kg kia kim klang klara klas kling klint knut kosta kraft
kristen kull kämpe kåre lager lana lang lantz lara lava lea leo levi li lia lil lilja liljan lill lillan lin
lind linde linden linh linn linnea lio lita liv ljung lo loa loke lola lotta lou lova love lucia luna lund lynx
lyra länsa lönn löwe mai maj malm malva mans mara marin marina mark marta mats matts max maxim may mer mercedes
meron meta mick mila milan milla mille milo min mina minh mio mira mitra modig mona mor morgan murat musa my
myran märit mål mörk nadir nalle nana neha neo nima noa noor nora nord norrman nova nur odd oden odin
ole oliver ora osman ove owe palle palm pascal pelé penny per perry pil pilar pille puk pål rada rama ramadan
rana rane rank rask rena rene ria rico rima ring rita rob roma roman ron roos ros rosa rose roth roy runa rut
rym röda rön rönn saga salah salem sam sama samer sana sand sanna sanne sari satu sia sibylla sigge silas silke
silva sima sina siv sjö skog sky skye sköld smith sol sommar stark stella sten ster stig stolpe stolt stor
storm strand strid ström sture stål sultan summer sund svan svea svenne svensk svärd sydney syra tage tal tala
tara tea ted teddy tia tilde tim timmerman tina tindra tine tiny tom tompa tone tor tora tord tore tova tove
tua tula ture tuva törn udd uggla uma una uno urban ute vanda varg vega vera victor victoria vide viking vilde
vilja ville vinter viola violetta virginia vital vång wahl wei wik will winter witt yen ying älva äng åke åse
åsne ön öst
`
    .trim()
    .split(/\s+/u),
);

/** Words that look like the genitive of a name ("Trans" of Tran) and are none. */
export const NO_GENITIVES: ReadonlySet<string> = new Set(
  'this elses trans anus bakis seans osmos gullis rudis maltes minnas ettas pers alles inges elvas runas mans hans mats jens klas lars jonas tobias mattias niklas'.split(
    ' ',
  ),
);
