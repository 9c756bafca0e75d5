import type { Words } from '../index.ts';

export const device: Words['device'] = {
  title: 'This computer',
  intro: 'Everything here is encrypted. The passphrase protects it, also from somebody who copies the disk.',
  menu: 'This computer …',
  here: {
    title: 'What is here',
    drafts: (count) => (count === 1 ? '1 interview begun' : `${count} interviews begun`),
    noDrafts: 'No interviews begun',
    waiting: (count) => (count === 1 ? '1 thing not sent' : `${count} things not sent`),
    noWaiting: 'Everything is sent',
    kept: 'The browser has promised not to clear it.',
    notKept:
      'The browser has not promised to keep it should the disk fill up. Save a backup before you clear the browser.',
    backup: 'Save a backup',
    backupText:
      'The file is encrypted with the passphrase. It holds raw notes, so delete it once the interviews are handed in.',
    backupDone: 'The backup is among your downloads.',
  },
  lock: {
    title: 'Lock',
    now: 'Lock now',
    after: 'Lock when nobody has touched the computer for',
    minutes: (minutes) => `${minutes} minutes`,
    hour: 'an hour',
    never: 'Never lock by itself',
    text: 'It never locks during an interview. What you typed is saved before it locks. A locked computer sends nothing.',
  },
  passphrase: {
    title: 'New passphrase',
    text: 'For this computer and for signing in. Other computers with the account still open with the old one until you change it there too. This takes a connection.',
    current: 'Passphrase now',
    submit: 'Change passphrase',
    working: 'Changing …',
    done: 'The passphrase is changed.',
    unsure:
      'No answer came from the server, so it is not known which passphrase it has. This computer opens with both. Try again when you have a connection.',
    practice: 'The passphrase of a practice account guards nothing and cannot be changed.',
  },
  wipe: {
    title: 'Erase everything on this computer',
    text: 'All accounts, drafts and what waits are taken away from here. What is sent stays on the server.',
    open: 'Erase everything …',
    lost: 'This will be lost:',
    nothingLost: 'Nothing will be lost: everything is sent.',
    others: 'Other accounts on this computer go too, with what waits in them.',
    word: 'ERASE',
    confirm: (word) => `Write ${word} to confirm`,
    yes: 'Erase everything',
  },
};
