/** Before anybody is signed in, and around it: founding, joining, unlocking, withdrawing. */
export const start = {
  tagline: 'Intervjuer per telefon, från första samtalet till rapporten.',
  starting: 'Startar …',
  welcome: {
    title: 'Välkommen',
    empty:
      'På den här datorn finns ingen studie ännu. Den kommer hit när du följer länken du fått, eller loggar in.',
    code: 'Kod',
    codeHint: 'Koden står i länken från studieledaren, eller där programmet startades.',
    useCode: 'Fortsätt',
    signIn: 'Logga in på den här datorn',
    restore: 'Återställ från en säkerhetskopia',
    withdraw: 'Ta tillbaka en intervju',
    already: 'Ett konto finns redan här. Lås upp det, eller fortsätt med koden för att lägga till ett.',
  },
  checking: 'Prövar koden …',
  code: {
    unknown: 'Koden finns inte. Kopiera hela länken en gång till, eller be om en ny.',
    used: 'Koden är redan använd. Var det du, så logga in. Annars: be studieledaren om en ny.',
    expired: 'Koden har gått ut. Be studieledaren om en ny.',
    malformed: 'Det här är inte en hel kod. Den har 26 tecken.',
  },
  choose: {
    title: 'Hur vill du börja?',
    found: 'Grunda studien',
    foundText: 'Du blir studieledare. Därefter gör du en omgång och bjuder in intervjuare och kodare.',
    practice: 'Prova med övningsstudien',
    practiceText:
      'Hundra påhittade intervjuer att ringa, läsa och koda i. Du byter roll med ett klick, och allt går att ta bort i ett steg.',
  },
  found: {
    title: 'Grunda studien',
    study: 'Studiens namn',
    studyHint: 'Till exempel ”It-säkerhet i upphandling”. Alla som deltar ser det.',
    submit: 'Grunda studien',
    working: 'Grundar studien …',
  },
  join: {
    title: (study: string) => `Gå med i ${study}`,
    role: (role: string) => `Du är inbjuden som ${role}.`,
    submit: 'Gå med',
    working: 'Skapar ditt konto …',
  },
  person: {
    name: 'Ditt namn',
    email: 'Din e-post',
    emailHint: 'Används för att logga in. Inget skickas dit.',
  },
  passphrase: {
    label: 'Lösenfras',
    offer: 'Fem slumpade ord. De skyddar allt som ligger på den här datorn.',
    another: 'Föreslå en annan',
    warning:
      'Skriv upp lösenfrasen nu och förvara den där bara du kommer åt den. En glömd lösenfras kan ingen återställa: det som inte hunnit skickas går då förlorat.',
    written: 'Jag har skrivit upp lösenfrasen',
    mustWrite: 'Skriv upp lösenfrasen och kryssa för att du gjort det.',
    show: 'Visa',
    hide: 'Dölj',
    own: 'Det går bra att skriva en egen.',
  },
  signIn: {
    title: 'Logga in på den här datorn',
    text: 'För den som redan har ett konto men är ny på just den här datorn. Det behövs uppkoppling en gång, sedan inte.',
    submit: 'Logga in',
    working: 'Loggar in …',
  },
  unlock: {
    title: 'Lås upp',
    submit: 'Lås upp',
    working: 'Låser upp …',
    nothingWaits: 'Inget väntar på att skickas.',
    waiting: (count: number) =>
      count === 1
        ? '1 sak väntar på att skickas. Inget skickas förrän du låst upp.'
        : `${count} saker väntar på att skickas. Inget skickas förrän du låst upp.`,
    drafts: (count: number) =>
      count === 1 ? '1 påbörjad intervju finns här.' : `${count} påbörjade intervjuer finns här.`,
    forgotten: 'Glömt lösenfrasen?',
    forgottenText:
      'Den kan inte återställas, för den finns ingen annanstans. Det som redan är skickat finns kvar på servern: be studieledaren om en ny inbjudan. Påbörjade intervjuer och det som väntar här går inte att läsa utan den.',
    practiceTitle: 'Övningskonton på den här datorn',
    practiceText: 'Deras lösenfraser visas, eftersom de inte skyddar något.',
    open: (role: string) => `Öppna som ${role}`,
    other: 'Något annat',
  },
  restore: {
    title: 'Återställ från en säkerhetskopia',
    text: 'Filen är krypterad med lösenfrasen som gällde när den sparades.',
    file: 'Säkerhetskopia',
    submit: 'Återställ',
    working: 'Återställer …',
    needFile: 'Välj filen som sparades.',
    notABackup: 'Filen är ingen säkerhetskopia härifrån.',
  },
  withdraw: {
    title: 'Ta tillbaka en intervju',
    text: 'Skriv återtagandekoden som lästes upp vid intervjun. Då raderas intervjun. Du behöver inte säga vem du är, och ingen ser vem som gjort det.',
    receipt: 'Återtagandekod',
    receiptHint: 'Tio tecken i två grupper. Små och stora bokstäver spelar ingen roll.',
    submit: 'Ta tillbaka intervjun',
    working: 'Raderar …',
    done: 'Klart.',
    doneText:
      'Om koden hör till en intervju är den nu raderad, och kommer inte att användas. Programmet talar inte om ifall koden fanns: annars kunde någon pröva sig fram. Redan tryckta siffror ändras inte.',
    again: 'Ta tillbaka en till',
    length: (length: number) => `En återtagandekod har tio tecken. Det här är ${length}.`,
    character: (character: string) => `Tecknet ”${character}” finns inte i någon återtagandekod.`,
    check: 'Något tecken är fel. Jämför med det du antecknade.',
  },
  practice: {
    working: 'Fyller övningsstudien',
    title: 'Övningsstudien',
  },
  errors: {
    emailTaken: 'Det finns redan ett konto med den e-posten. Logga in i stället.',
    weak: 'Lösenfrasen är för kort. Ta den föreslagna, eller skriv minst fem ord.',
    wrongPassphrase: 'Det var inte lösenfrasen. Ord i samma ordning, med mellanslag emellan.',
    required: (what: string) => `Fyll i: ${what}`,
    email: 'Skriv en e-postadress, till exempel namn@exempel.se.',
  },
};
