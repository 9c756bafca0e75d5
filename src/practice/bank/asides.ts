/** What is said around an answer; fits any question. Without codes on purpose: not all that is noted is a finding. */
export const ASIDES: readonly string[] = [
  'Svarar efter en stunds tystnad.',
  'Skrattar till.',
  'Ber att få återkomma till detta.',
  'Säger att en kollega vet mer.',
  'Har skiftat tjänst nyligen, svarar efter bästa förmåga.',
  'Osäker på om det gäller hela kommunen eller bara {den egna förvaltningen|centrala system}.',
  'Tar upp ett exempel men vill inte att det skrivs ned.',
  'Nämner att frågan har varit uppe i {ledningsgruppen|nämnden}.',
  'Upprepar sig något här.',
  'Låter trött på frågan.',
  'Blir engagerad, pratar länge.',
  'Läser innantill ur ett dokument.',
  'Jämför med hur det var på en tidigare arbetsplats.',
  'Pekar på att [LEVERANTÖR 1] har hjälpt till en del.',
  'Hänvisar till [PERSON 1] för detaljer.',
  'Ber mig läsa frågan en gång till.',
  'Det här har vi diskuterat mycket {internt|på sistone}.',
  'Vet att andra har kommit längre.',
  'Tycker själv att det är {för dåligt|gott nog}.',
  'Det har med pengar att göra, som allt annat.',
  'Vi är inte där än.',
  'Det låter bättre än det är.',
  'Egentligen borde någon annan svara på det.',
  'Ungefär så.',
];

/** Before a passage that says the opposite of one already noted. */
export const TURNS: readonly string[] = [
  'Säger senare:',
  'Men sedan:',
  'Å andra sidan:',
  'Motsäger sig lite:',
  'Längre fram i samtalet:',
];

/** Notes beside "don't know". Empty ones are as common. */
export const DONT_KNOW: readonly string[] = [
  '',
  '',
  'Vet inte. {Det är en fråga för it.|Får fråga någon annan.}',
  'Kan inte svara på det.',
  'Ingen aning, faktiskt.',
  'Vet inte, har inte varit med om en sådan upphandling.',
  'Det vet jag för lite om för att {säga något|ha en åsikt}.',
  'Osäker. Vill inte gissa.',
];

/** Notes beside "refused". */
export const REFUSED: readonly string[] = [
  '',
  'Vill inte svara.',
  'Avstår, {hänvisar till sekretess|med hänvisning till säkerheten}.',
  'Säger vänligt nej till den frågan.',
  'Det går vi inte in på.',
];

/** Notes beside "not applicable". */
export const NOT_APPLICABLE: readonly string[] = [
  '',
  'Ej aktuellt, KLASSA används alltid.',
  'Används vid alla upphandlingar, se förra frågan.',
];

/** Anything to add? */
export const CLOSING: readonly string[] = [
  'Bra att någon frågar. {Hoppas att det leder till något.|Vill gärna läsa resultatet.}',
  'Önskar att det fanns gemensamma krav som alla kommuner kunde använda.',
  'Leverantörerna borde gå ihop om ett sätt att visa hur de arbetar.',
  'Det går inte att varje kommun uppfinner hjulet.',
  'Statligt stöd behövs, i pengar och i {vägledning|folk}.',
  'Fråga gärna om säkerhetsskydd nästa gång, det är där det kniper.',
  'Saknade en fråga om skolan, den lever sitt eget liv.',
  'Tyckte att frågorna var {bra|lite långa}.',
  'Vi lär oss mest av varandra. Borde träffas oftare.',
];
