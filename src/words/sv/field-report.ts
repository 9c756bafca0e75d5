/** Fältrapporten: skärmens ord och dokumentets. */
export const fieldReport = {
  title: 'Fältrapport',
  text: 'Urval, datum, utfall, svarsfrekvenser och avvikelser, räknat från det som finns på den här datorn. Inga namn på kommuner eller personer.',
  language: 'Rapportens språk',
  languages: { sv: 'Svenska', en: 'Engelska' },
  html: 'Spara som webbsida (HTML)',
  docx: 'Spara som Word (DOCX)',
  making: 'Skriver …',
  file: (wave: string) => `faltrapport-${wave}`,
  failed: 'Rapporten kunde inte skrivas.',
  doc: {
    title: (wave: string) => `Fältrapport, omgång ${wave}`,
    contents: 'Innehåll',
    table: 'Tabell',
    figure: 'Figur',
    made: (date: string) => `Gjord ${date}`,
    status: { draft: 'Omgången förbereds.', open: 'Fältarbetet pågår.', closed: 'Omgången är stängd.' },
    practice: 'Övningsstudie: allt i rapporten är påhittat.',
    lead: (interviews: string, cases: string, rate: string) =>
      `${interviews} av ${cases} i urvalet är intervjuade. Svarsfrekvensen (RR1) är ${rate}.`,
    leadPartial: (interviews: string, cases: string, partials: string, rr1: string, rr2: string) =>
      `${interviews} av ${cases} i urvalet är intervjuade, ${partials} av dem delvis. Svarsfrekvensen är ${rr1} för hela intervjuer (RR1) och ${rr2} med de delvisa (RR2).`,
    target: (target: string) => `Målet är ${target} intervjuer.`,
    none: 'Ingen har ringt ännu.',
    sample: {
      title: 'Urvalet',
      unknown: 'Hur urvalet drogs finns inte antecknat.',
      how: (population: string, strata: string) =>
        `Stratifierat slumpmässigt urval utan återläggning ur en ram med ${population} enheter i ${strata} strata.`,
      plan: (target: string, response: string, drawn: string) =>
        `Planen var ${target} intervjuer vid en väntad svarsandel på ${response} %; därför drogs ${drawn}.`,
      allocations: {
        proportional: 'Urvalet är fördelat proportionellt mot stratumens storlek.',
        equal: 'Urvalet är fördelat lika, för lika många väntade intervjuer i varje stratum.',
        by_hand: 'Urvalet är fördelat över strata för hand.',
      },
      seed: (seed: string) =>
        `Frö: ${seed}. Samma ram och samma frö ger samma urval och samma reserv, i samma ordning.`,
      again: 'Så dras det om ur ramens fil:',
      caption: 'Ram, urval, reserv och inklusionssannolikhet per stratum',
      columns: {
        stratum: 'Stratum',
        population: 'I ramen',
        drawn: 'Dragna',
        released: 'Ur reserven',
        probability: 'Inklusions\u00adsannolikhet',
      },
      whole: 'Hela ramen',
      merged: (stratum: string, parts: string) => `${stratum} är sammanslaget av ${parts}.`,
      note: 'Inklusionssannolikheten är dragna och släppta av alla i ramen. Varje släppt enhet räknas i nämnaren.',
    },
    work: {
      title: 'Fältarbetet',
      dates: (first: string, last: string) => `Första samtalet ringdes ${first} och det senaste ${last}.`,
      amount: (attempts: string, days: string, callers: string) =>
        `${attempts} kontaktförsök gjordes på ${days} dagar av ${callers}.`,
      callers: (count: number, said: string) => (count === 1 ? 'en intervjuare' : `${said} intervjuare`),
      perComplete: (value: string, attempts: string, completes: string) =>
        `Det gick ${value} försök på varje intervju (${attempts} försök på ${completes} intervjuade).`,
      course: 'Intervjuer över tid',
      days: 'Försök och intervjuer per dag',
      hours: 'Andel av försöken där någon svarade, efter veckodag och timme',
      strata: 'Ärenden efter stratum och läge',
    },
    outcomes: {
      title: 'Utfall',
      text: 'Varje enhet har ett slutligt utfall, härlett ur alla försök efter en skriven ordning. Koder enligt AAPOR.',
      codes: 'Slutliga utfall efter AAPOR-kod',
      groups: 'Utfallsgrupper per stratum',
      code: 'Kod',
      outcome: 'Utfall',
      group: 'Grupp',
      count: 'Antal',
      share: 'Andel',
      all: 'Alla',
      key: 'I hel intervju, P delvis intervju, R vägran och avbrott, NC ingen kontakt, O annat, UH och UO okänt, NE utanför urvalet.',
    },
    rates: {
      title: 'Svarsfrekvenser',
      caption: 'Utfallsmått enligt AAPOR, med täljare och nämnare',
      measure: 'Mått',
      formula: 'Formel',
      numerator: 'Täljare',
      denominator: 'Nämnare',
      value: 'Värde',
      source:
        'AAPOR, Standard Definitions, tionde utgåvan (2023). Ett streck betyder att måttet inte är definierat.',
      known: 'Alla enheter i ramen finns säkert: inget utfall är okänt, och e är 1.',
      unknown: 'e är skattad ur det som är känt.',
      partialOpen:
        'Varje intervjuad enhet räknas som hel (I). Hur många intervjuer som var delvisa (P) blir känt när omgången stängs, som ett enda tal.',
      partialsKnown: (partials: string) =>
        `${partials} av intervjuerna var delvisa (P). De kan inte föras till strata, och är därför avdragna bara i det här avsnittet.`,
    },
    deviations: {
      title: 'Avvikelser',
      none: 'Inga avvikelser är antecknade.',
      reserve: 'Släppt reserv',
      reserveNone: 'Ingen reserv är släppt.',
      reserveLine: (stratum: string, number: number, units: string) =>
        `${stratum}, del ${number} (${units} enheter): `,
      versions: 'Versioner av frågorna',
      versionCaption: 'Publicerade versioner',
      version: 'Version',
      versionNote: 'Anteckning',
      fingerprint: 'Kontrollsumma',
      rules: 'Regler för ringandet',
      rulesChanged: (times: number) =>
        times === 0
          ? 'Reglerna har inte ändrats sedan omgången gjordes.'
          : times === 1
            ? 'Reglerna har ändrats en gång sedan omgången gjordes.'
            : `Reglerna har ändrats ${times} gånger sedan omgången gjordes.`,
      rulesCaption: 'Regler som gäller, och vad som är vanligt',
      rule: 'Regel',
      inForce: 'Gäller',
      usual: 'Vanligt',
      ruleNames: {
        target: 'Mål, intervjuer',
        lastDay: 'Planerad sista dag',
        maxAttempts: 'Försök per ärende, som mest',
        minDays: 'Dagar från första försöket till det sista, som minst',
        busyMinutes: 'Minuter efter upptaget',
        conversion: 'Ett försök till efter ett nej',
        allKnown: 'Alla i ramen finns säkert',
      },
      yes: 'ja',
      no: 'nej',
      calls: 'Samtal',
      late: (count: string) =>
        `${count} försök kom in sent: ärendet hade bytt intervjuare, omgången var stängd eller en annan intervju stod redan. De är räknade.`,
      second: (count: string) =>
        `${count} intervjuer gjordes i ärenden som redan hade en. De är antecknade som försök och räknas inte som intervjuer.`,
      uncalled: (count: string) => `${count} i urvalet har inte ringts.`,
      interviews: 'Intervjuer på servern',
      released: (released: string, waiting: string, unread: string) =>
        `${released} är släppta, ${waiting} väntar och ${unread} förblir olästa, eftersom de var för få i sin grupp.`,
    },
  },
};
