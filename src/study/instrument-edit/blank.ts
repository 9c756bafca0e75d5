import type { Bilingual } from '../instrument.ts';
import type { Json } from '../json.ts';

/**
 * A questionnaire to begin from: what every interview of this program needs read aloud, and no question. The words are
 * for any study; who asks, on what ground and until when come from the wave's own texts.
 */
const both = (sv: string, en: string): Json => ({ sv, en }) satisfies Bilingual & Json;
const part = (id: string, title: Json, text: Json): Json => ({ id, title, text });

const OPENING: readonly Json[] = [
  part(
    'intro',
    both('Vem som ringer', 'Who is calling'),
    both(
      'Hej! Jag heter … och ringer för en intervjustudie. Studien görs på uppdrag av {wave.sponsor}. Jag ringer {municipality} eftersom ni har dragits slumpmässigt. Intervjun brukar ta {wave.minutes} minuter. Passar det att prata nu?',
      'Hello! My name is … and I am calling for an interview study. It is done on behalf of {wave.sponsor}. I am calling {municipality} because you were drawn at random. The interview usually takes {wave.minutes} minutes. Is now a good time?',
    ),
  ),
  part(
    'terms',
    both('Så behandlas svaren', 'How the answers are treated'),
    both(
      'Det är frivilligt. Du kan hoppa över en fråga eller avsluta när som helst. Jag skriver anteckningar, och det som kan peka ut er tas bort innan svaren lämnar min dator. Personuppgiftsansvarig är {wave.controller}, och den rättsliga grunden är {wave.legal_basis}. Hela informationen finns på {wave.notice_url}. Om du säger ja får du en återtagandekod. Med den kan intervjun tas bort fram till {wave.withdraw_until}.',
      'Taking part is voluntary. You may skip a question or stop at any time. I write notes, and what could point you out is taken out before the answers leave my computer. The controller of personal data is {wave.controller}, and the legal basis is {wave.legal_basis}. The full notice is at {wave.notice_url}. If you say yes you get a withdrawal code. With it the interview can be deleted until {wave.withdraw_until}.',
    ),
  ),
  part(
    'consent',
    both('Samtycke', 'Consent'),
    both(
      'Har du några frågor om det jag har läst? Vill du vara med? Du kan svara ja, be mig ringa en annan gång eller säga nej.',
      'Do you have any questions about what I have read? Would you like to take part? You can say yes, ask me to call another time, or say no.',
    ),
  ),
  part(
    'role',
    both('Återtagandekod och roll', 'Withdrawal code and role'),
    both(
      'Tack. Er återtagandekod är {receipt}. Innan vi börjar: vilken av rollerna jag läser upp ligger närmast din? Jag antecknar bara det, inte din titel.',
      'Thank you. Your withdrawal code is {receipt}. Before we begin: which of the roles I read out is closest to yours? I note only that, not your title.',
    ),
  ),
];

const OBJECTIONS: readonly Json[] = [
  part(
    'who_pays',
    both('Vem betalar?', 'Who pays?'),
    both(
      '{wave.sponsor} betalar. Uppdragsgivaren får inte se enskilda svar, inte heller vilka som har svarat.',
      '{wave.sponsor} pays. The client does not see individual answers, nor who has answered.',
    ),
  ),
  part(
    'questions_in_advance',
    both('Kan jag få frågorna i förväg?', 'Can I have the questions in advance?'),
    both(
      'Ja, gärna. Jag skickar frågorna och informationen, och så bokar vi en tid.',
      'Yes, gladly. I send the questions and the notice, and we book a time.',
    ),
  ),
];

const CLOSING: readonly Json[] = [
  part(
    'anything_to_add',
    both('Något att lägga till', 'Anything to add'),
    both(
      'Det var alla frågor. Är det något du vill lägga till?',
      'Those were all the questions. Is there anything you would like to add?',
    ),
  ),
  part(
    'receipt',
    both('Återtagandekod', 'Withdrawal code'),
    both(
      'Vill du ha återtagandekoden? Den är {receipt}. Med den kan intervjun tas bort fram till {wave.withdraw_until}.',
      'Would you like the withdrawal code? It is {receipt}. With it the interview can be deleted until {wave.withdraw_until}.',
    ),
  ),
  part(
    'thanks',
    both('Tack', 'Thank you'),
    both('Stort tack för att du tog dig tid. Hej då!', 'Thank you very much for your time. Goodbye!'),
  ),
];

const ROLES: readonly Json[] = [
  { value: 'manager', text: both('chef', 'manager') },
  { value: 'specialist', text: both('handläggare eller specialist', 'officer or specialist') },
  { value: 'other', text: both('annat', 'other') },
];

/** The Swedish spelling alphabet, and that of radio telephony (ICAO Annex 10) in English. */
const SWEDISH =
  'Adam Bertil Cesar David Erik Filip Gustav Helge Ivar Johan Kalle Ludvig Martin Niklas Olof Petter Qvintus Rudolf Sigurd Tore Urban Viktor Wilhelm Xerxes Yngve Zäta noll ett två tre fyra fem sex sju åtta nio';
const ENGLISH =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu zero one two three four five six seven eight nine';
const alphabet = (): readonly Json[] => {
  const english = ENGLISH.split(' ');
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return SWEDISH.split(' ').map((sv, index) => ({
    character: characters.charAt(index),
    text: both(sv, english[index] ?? ''),
  }));
};

/** `id`: the study's word for it, as in file names (`min-studie-2026`). */
export const blankInstrument = (id: string): Json => ({
  instrumentId: id,
  locale: 'sv',
  title: { default: '', en: '' },
  consentVersion: '1',
  closingNotes: 'closing',
  opening: OPENING,
  objections: OBJECTIONS,
  roles: ROLES,
  sections: [],
  closing: CLOSING,
  spellingAlphabet: alphabet(),
  pages: [],
});
