/**
 * First names and surnames that are also something else. `WORDS`: ordinary words when written small, and at the
 * start of a sentence; then only context makes them persons. `NEVER`: in the name lists by their form, and yet
 * almost always something else in these interviews.
 */
export const NAME_WORDS: ReadonlySet<string> = new Set(
  `ada aina alex alma alva ann asp asta aurora ava axel bella ben bill bo boris bro brand bruno dag dan dante dara dasha dea delia della denise disa eda eja elle ella ely ena ek era ester fia flora frank frej frida fri fält gill grip gull gun guy göta
hall hans hed hult häns hög holm iris isa ia ika ina inge inna ira jack jan jane jarl jean jim jo juni jäger june kai kaj kata kate ken kent kia kim klara klang klas kraft kull lager lana lara lava lea lena leo levi lia lil lill lilja lillan lin lina lind linde linn linden lio lita liv lo loa loke lola lova love lou luna lund lynx lyra länsa löwe
maj mai malm mark marin marina marta max may mans mer meta milla mille min mina mio mira mor mona mål milo morgan märit nalle nana neo nima nina nisse noa nora nord nova nur odd odin ole ora ove owe otto palm palle penny per perry pil pelé pia pille pål puk rama rana rask rene ria ring rico rita rob roma ron ros rosa rose roy rut röda
saga sally salem salah sama sana sara sol sand sanna sanne satu sia sigge silva silke sima sina siv skog sky skye skog smith sol sommar ster sten stella stig stark sten stolt stor storm strand ström sund sultan summer sven svan svensk sjö stål svärd tage tala tara tea ted tia tim tina tindra tine tiny tom tone tor tora tord tore tova tove tua tula ture tuva
ulla uma una uno urban ute varg vera vega victor vide viking ville vilja viola vinter vital wik will winter witt wahl äng öst ön åke älva ask back bark blad blom blixt borg brandt bratt bode berg björk björn crona dahl falk fors gran gren green kling lang lantz modig mörk noor rane rank roth rön törn udd vång alm roos sköld frisk flink forss frank ernst svea storm florence victoria tim charlie tess chris april
august mårten mercedes virginia georgia sydney atle mia mimi moa molly hilda hjördis gert sture folke birger holger valter walter viking viktoria maria ida eva emma anna`
    .trim()
    .split(/\s+/u)
    .filter(
      (word) =>
        // Written down with the rest above, yet unmistakable: nobody types them meaning a word.
        ![
          'sara',
          'maria',
          'eva',
          'emma',
          'anna',
          'ulla',
          'lena',
          'nina',
          'hilda',
          'hjördis',
          'walter',
          'valter',
          'viktoria',
          'frida',
          'mia',
          'moa',
          'molly',
          'pia',
          'lina',
          'ella',
          'sven',
          'otto',
          'nisse',
          'ida',
          'folke',
          'birger',
          'holger',
          'gert',
          'denise',
          'mimi',
          'atle',
          'sally',
          'alma',
          'boris',
          'bruno',
          'tess',
          'chris',
          'ernst',
          'august',
        ].includes(word),
    ),
);
