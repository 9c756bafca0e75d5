import type { Words } from '../index.ts';

export const start: Words['start'] = {
  tagline: 'Telephone interviews, from the first call to the report.',
  starting: 'Starting …',
  welcome: {
    title: 'Welcome',
    empty:
      'There is no study on this computer yet. It gets here when you follow the link you were given, or sign in.',
    code: 'Code',
    codeHint: 'The code is in the link from the study lead, or where the program was started.',
    useCode: 'Continue',
    signIn: 'Sign in on this computer',
    restore: 'Restore from a backup',
    withdraw: 'Withdraw an interview',
    already: 'There is an account here already. Unlock it, or go on with the code to add one.',
  },
  checking: 'Trying the code …',
  code: {
    unknown: 'There is no such code. Copy the whole link once more, or ask for a new one.',
    used: 'The code has been used. If that was you, sign in. Otherwise ask the study lead for a new one.',
    expired: 'The code has expired. Ask the study lead for a new one.',
    malformed: 'This is not a whole code. It has 26 characters.',
  },
  choose: {
    title: 'How do you want to begin?',
    found: 'Found the study',
    foundText: 'You become study lead. Then you make a wave and invite interviewers and coders.',
    practice: 'Try the practice study',
    practiceText:
      'A hundred invented interviews to call, read and code in. You change role with one click, and all of it can be removed in one step.',
  },
  found: {
    title: 'Found the study',
    study: 'Name of the study',
    studyHint: 'For instance “IT security in procurement”. Everybody who takes part sees it.',
    submit: 'Found the study',
    working: 'Founding the study …',
  },
  join: {
    title: (study) => `Join ${study}`,
    role: (role) => `You are invited as ${role}.`,
    submit: 'Join',
    working: 'Making your account …',
  },
  person: {
    name: 'Your name',
    email: 'Your e-mail',
    emailHint: 'Used for signing in. Nothing is sent there.',
  },
  passphrase: {
    label: 'Passphrase',
    offer: 'Five words drawn by chance. They protect everything that lies on this computer.',
    another: 'Suggest another',
    warning:
      'Write the passphrase down now and keep it where only you can get at it. Nobody can recover a forgotten passphrase: what has not been sent by then is lost.',
    written: 'I have written the passphrase down',
    mustWrite: 'Write the passphrase down and tick that you have.',
    show: 'Show',
    hide: 'Hide',
    own: 'You may write one of your own.',
  },
  signIn: {
    title: 'Sign in on this computer',
    text: 'For somebody who has an account but is new on this very computer. It needs a connection once, never again after.',
    submit: 'Sign in',
    working: 'Signing in …',
  },
  unlock: {
    title: 'Unlock',
    submit: 'Unlock',
    working: 'Unlocking …',
    nothingWaits: 'Nothing is waiting to be sent.',
    waiting: (count) =>
      count === 1
        ? '1 thing is waiting to be sent. Nothing is sent until you unlock.'
        : `${count} things are waiting to be sent. Nothing is sent until you unlock.`,
    drafts: (count) => (count === 1 ? '1 begun interview is here.' : `${count} begun interviews are here.`),
    forgotten: 'Forgotten the passphrase?',
    forgottenText:
      'It cannot be recovered, since it exists nowhere else. What has been sent is still on the server: ask the study lead for a new invitation. Begun interviews and what waits here cannot be read without it.',
    practiceTitle: 'Practice accounts on this computer',
    practiceText: 'Their passphrases are shown, since they guard nothing.',
    open: (role) => `Open as ${role}`,
    other: 'Something else',
  },
  restore: {
    title: 'Restore from a backup',
    text: 'The file is encrypted with the passphrase that held when it was saved.',
    file: 'Backup file',
    submit: 'Restore',
    working: 'Restoring …',
    needFile: 'Choose the file that was saved.',
    notABackup: 'The file is not a backup from here.',
  },
  withdraw: {
    title: 'Withdraw an interview',
    text: 'Write the withdrawal code that was read out at the interview. The interview is then deleted. You need not say who you are, and nobody sees who did it.',
    receipt: 'Withdrawal code',
    receiptHint: 'Ten characters in two groups. Upper and lower case are the same.',
    submit: 'Withdraw the interview',
    working: 'Deleting …',
    done: 'Done.',
    doneText:
      'If the code belongs to an interview, it is now deleted and will not be used. The program does not tell whether the code was there: otherwise somebody could try their way. Figures already printed do not change.',
    again: 'Withdraw another',
    length: (length) => `A withdrawal code has ten characters. This is ${length}.`,
    character: (character) => `No withdrawal code holds the character “${character}”.`,
    check: 'Some character is wrong. Compare with what you noted.',
  },
  practice: {
    working: 'Filling the practice study',
    title: 'The practice study',
  },
  errors: {
    emailTaken: 'There is already an account with that e-mail. Sign in instead.',
    weak: 'The passphrase is too short. Take the one suggested, or write at least five words.',
    wrongPassphrase: 'That was not the passphrase. Words in the same order, with spaces between.',
    required: (what) => `Fill in: ${what}`,
    email: 'Write an e-mail address, for instance name@example.org.',
  },
};
