/** "Den här datorn": what keeps it shut, what lies on it, and how to take it away. */
export const device = {
  title: 'Den här datorn',
  intro:
    'Allt som ligger här är krypterat. Det som skyddar det är lösenfrasen, också mot den som kopierar disken.',
  menu: 'Den här datorn …',
  here: {
    title: 'Det som ligger här',
    drafts: (count: number) => (count === 1 ? '1 påbörjad intervju' : `${count} påbörjade intervjuer`),
    noDrafts: 'Inga påbörjade intervjuer',
    waiting: (count: number) =>
      count === 1 ? '1 sak som inte är skickad' : `${count} saker som inte är skickade`,
    noWaiting: 'Allt är skickat',
    kept: 'Webbläsaren har lovat att inte rensa bort det.',
    notKept:
      'Webbläsaren har inte lovat att behålla det om disken blir full. Spara en säkerhetskopia innan du rensar webbläsaren.',
    backup: 'Spara säkerhetskopia',
    backupText:
      'Filen är krypterad med lösenfrasen. Råanteckningar finns i den, så radera den när intervjuerna är inlämnade.',
    backupDone: 'Säkerhetskopian är sparad bland dina hämtade filer.',
  },
  lock: {
    title: 'Lås',
    now: 'Lås nu',
    after: 'Lås när ingen rört datorn på',
    minutes: (minutes: number) => `${minutes} minuter`,
    hour: 'en timme',
    never: 'Lås aldrig av sig självt',
    text: 'Under en intervju låser programmet aldrig. Det du skrivit är sparat innan det låser. Låst skickar datorn inget.',
  },
  passphrase: {
    title: 'Ny lösenfras',
    text: 'Gäller den här datorn och inloggningen. Har du kontot på fler datorer öppnas de fortfarande med den gamla, tills du byter där också. Det behövs uppkoppling.',
    current: 'Nuvarande lösenfras',
    submit: 'Byt lösenfras',
    working: 'Byter …',
    done: 'Lösenfrasen är bytt.',
    unsure:
      'Svaret från servern kom inte fram, så det är ovisst vilken lösenfras som gäller där. Datorn öppnas med båda. Pröva igen när du har uppkoppling.',
    practice: 'Övningskontots lösenfras skyddar inget och går inte att byta.',
  },
  wipe: {
    title: 'Radera allt på den här datorn',
    text: 'Alla konton, utkast och det som väntar tas bort härifrån. Det som är skickat finns kvar på servern.',
    open: 'Radera allt …',
    lost: 'Det här går förlorat:',
    nothingLost: 'Inget går förlorat: allt är skickat.',
    others: 'Finns fler konton på datorn tas de också bort, med det som väntar i dem.',
    word: 'RADERA',
    confirm: (word: string) => `Skriv ${word} för att bekräfta`,
    yes: 'Radera allt',
  },
};
