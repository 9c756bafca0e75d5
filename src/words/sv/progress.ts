/** How far the field work has come. */
export const progress = {
  title: 'Läget i fältet',
  none: 'Här kommer svarsfrekvens och framsteg när någon har ringt.',
  headline: 'Svar och kontakt',
  headlineNames: {
    RR1: 'Svarsfrekvens, hela intervjuer',
    RR2: 'Svarsfrekvens, även delvisa',
    CON1: 'Kontakt',
    COOP1: 'Samarbete',
    REF1: 'Vägran',
  },
  partial:
    'Varje intervjuad kommun räknas som hel (I). Hur många som var delvisa (P) blir känt när omgången stängs, som ett enda tal.',
  partialsKnown: (partials: number) =>
    `${partials} av de intervjuade var delvisa (P), enligt det som blev känt vid stängningen.`,
  notDefined: 'ej definierat',
  all: 'Alla mått',
  allSource: 'AAPOR, Standard Definitions, tionde utgåvan (2023).',
  eKnown: 'alla finns säkert',
  measure: 'Mått',
  formula: 'Formel',
  numerator: 'Täljare',
  denominator: 'Nämnare',
  value: 'Värde',
  strata: 'Strata',
  stratum: 'Stratum',
  cases: 'Ärenden',
  status: { new: 'Ej ringda', active: 'Påbörjade', interviewed: 'Intervjuade', closed: 'Avslutade' },
  whole: 'Hela omgången',
  of: (numerator: number, denominator: number, percent: string) =>
    `${numerator} av ${denominator}, ${percent}`,
  behind: (names: string, whole: string) => `Efter de andra: ${names}. Hela omgången: ${whole}.`,
  notBehind: 'Inget stratum ligger efter.',
  perComplete: (value: string, attempts: string, completes: string) =>
    `${value} försök per intervju (${attempts} försök, ${completes} intervjuer).`,
  perCompleteNone: 'Ännu ingen intervju att räkna försök för.',
  best: (slots: string) => `Bäst svar: ${slots}.`,
  bestNone: 'För få samtal för att säga vilka timmar som är bäst.',
  slot: (weekday: string, hour: number, percent: string, contacts: number, attempts: number) =>
    `${weekday} ${hour}–${hour + 1} (${contacts} av ${attempts}, ${percent})`,
  forecast: {
    no_target: 'Skriv målet under Regler för ringandet, så står här vilken dag det nås.',
    reached: 'Målet är nått.',
    too_early: 'För tidigt att säga vilken dag målet nås: det behövs en vecka.',
    standing_still: 'Med de senaste veckornas takt nås inte målet.',
    out_of_cases: (left: string, wanted: string) =>
      `Målet nås inte med det som är kvar: ${wanted} intervjuer återstår och ${left} ärenden. Släpp en reserv.`,
    day: (day: string, perWeek: string, interviews: number, openDays: number) =>
      `Målet nås ${day}, om det går som på sistone: ${perWeek} intervjuer i veckan (${interviews} på ${openDays} öppna dagar).`,
  },
  days: 'Försök och intervjuer per dag',
  day: 'Dag',
  attempts: 'Försök',
  interviews: 'Intervjuer',
  ofWhichInterviews: 'Därav intervjuer',
  daysSummary: (days: number, most: number, when: string) =>
    `${days} dagar med samtal; flest, ${most} försök, ${when}.`,
  course: {
    title: 'Intervjuer över tid',
    done: 'Gjorda',
    planned: 'Enligt plan',
    ahead: 'I den här takten',
    target: (target: string) => `Mål: ${target}`,
    summary: (made: string, target: string | null, when: string) =>
      `${made} intervjuer${target === null ? '' : ` av ${target}`} till och med ${when}.`,
  },
  hours: 'Försök och svar efter veckodag och timme',
  hoursNote: (enough: number) =>
    `Andel av försöken där någon svarade. Färre än ${enough} försök: ingen färg.`,
  weekday: 'Veckodag',
  contacts: 'Svar',
  answered: 'Andel svar',
  outcomes: 'Slutliga utfall',
  code: 'Kod',
};
