import type { Words } from '../index.ts';

export const fieldReport: Words['fieldReport'] = {
  title: 'Field report',
  text: 'Sample, dates, outcomes, response rates and deviations, counted from what is on this computer. No names of municipalities or persons.',
  language: 'Language of the report',
  languages: { sv: 'Swedish', en: 'English' },
  html: 'Save as a web page (HTML)',
  docx: 'Save as Word (DOCX)',
  making: 'Writing …',
  file: (wave) => `field-report-${wave}`,
  failed: 'The report could not be written.',
  doc: {
    title: (wave) => `Field report, wave ${wave}`,
    contents: 'Contents',
    table: 'Table',
    figure: 'Figure',
    made: (date) => `Made on ${date}`,
    status: {
      draft: 'The wave is being prepared.',
      open: 'The field work is going on.',
      closed: 'The wave is closed.',
    },
    practice: 'Practice study: everything in this report is invented.',
    lead: (interviews, cases, rate) =>
      `${interviews} of ${cases} in the sample have been interviewed. The response rate (RR1) is ${rate}.`,
    leadPartial: (interviews, cases, partials, rr1, rr2) =>
      `${interviews} of ${cases} in the sample have been interviewed, ${partials} of them in part. The response rate is ${rr1} for complete interviews (RR1) and ${rr2} with the partial ones (RR2).`,
    target: (target) => `The target is ${target} interviews.`,
    none: 'Nobody has called yet.',
    sample: {
      title: 'The sample',
      unknown: 'How the sample was drawn is not on record.',
      how: (population, strata) =>
        `A stratified random sample without replacement from a frame of ${population} units in ${strata} strata.`,
      plan: (target, response, drawn) =>
        `The plan was ${target} interviews at an expected response of ${response}%; so ${drawn} were drawn.`,
      allocations: {
        proportional: 'It is allocated in proportion to the sizes of the strata.',
        equal: 'It is allocated equally, for as many expected interviews in each stratum.',
        by_hand: 'It is allocated to the strata by hand.',
      },
      seed: (seed) =>
        `Seed: ${seed}. The same frame and seed give the same sample and the same reserve, in the same order.`,
      again: 'This draws it again from the file of the frame:',
      caption: 'Frame, sample, reserve and probability of inclusion by stratum',
      columns: {
        stratum: 'Stratum',
        population: 'In the frame',
        drawn: 'Drawn',
        released: 'From the reserve',
        probability: 'Probability of inclusion',
      },
      whole: 'The whole frame',
      merged: (stratum, parts) => `${stratum} was merged from ${parts}.`,
      note: 'The probability of inclusion is drawn and released of all in the frame. Every released unit stays in the denominator.',
    },
    work: {
      title: 'The field work',
      dates: (first, last) => `The first call was made on ${first} and the latest on ${last}.`,
      amount: (attempts, days, callers) =>
        `${attempts} contact attempts were made on ${days} days by ${callers}.`,
      callers: (count, said) => (count === 1 ? 'one interviewer' : `${said} interviewers`),
      perComplete: (value, attempts, completes) =>
        `Each interview took ${value} attempts (${attempts} attempts on ${completes} interviewed).`,
      course: 'Interviews over time',
      days: 'Attempts and interviews by day',
      hours: 'Share of attempts that were answered, by weekday and hour',
      strata: 'Cases by stratum and status',
    },
    outcomes: {
      title: 'Outcomes',
      text: 'Every unit has one final disposition, derived from all its attempts by a written precedence. Codes are those of AAPOR.',
      codes: 'Final dispositions by AAPOR code',
      groups: 'Groups of dispositions by stratum',
      code: 'Code',
      outcome: 'Disposition',
      group: 'Group',
      count: 'Number',
      share: 'Share',
      all: 'All',
      key: 'I complete interview, P partial interview, R refusal and break-off, NC non-contact, O other, UH and UO unknown, NE not eligible.',
    },
    rates: {
      title: 'Response rates',
      caption: 'Outcome rates as AAPOR defines them, with numerator and denominator',
      measure: 'Rate',
      formula: 'Formula',
      numerator: 'Numerator',
      denominator: 'Denominator',
      value: 'Value',
      source: 'AAPOR, Standard Definitions, 10th edition (2023). A dash means that the rate is not defined.',
      known: 'All units of the frame are known to exist: no outcome is unknown, and e is 1.',
      unknown: 'e is estimated from what is known.',
      partialOpen:
        'Every interviewed unit counts as complete (I). How many interviews were partial (P) becomes known when the wave closes, as one number.',
      partialsKnown: (partials) =>
        `${partials} of the interviews were partial (P). They cannot be told by stratum, and so are taken off in this section alone.`,
    },
    deviations: {
      title: 'Deviations',
      none: 'No deviations are on record.',
      reserve: 'Reserve released',
      reserveNone: 'No reserve has been released.',
      reserveLine: (stratum, number, units) => `${stratum}, part ${number} (${units} units): `,
      versions: 'Versions of the questions',
      versionCaption: 'Published versions',
      version: 'Version',
      versionNote: 'Note',
      fingerprint: 'Checksum',
      rules: 'Rules for calling',
      rulesChanged: (times) =>
        times === 0
          ? 'The rules have not been changed since the wave was made.'
          : times === 1
            ? 'The rules have been changed once since the wave was made.'
            : `The rules have been changed ${times} times since the wave was made.`,
      rulesCaption: 'Rules in force, and what is usual',
      rule: 'Rule',
      inForce: 'In force',
      usual: 'Usual',
      ruleNames: {
        target: 'Target, interviews',
        lastDay: 'Planned last day',
        maxAttempts: 'Attempts per case, at most',
        minDays: 'Days from the first attempt to the last, at least',
        busyMinutes: 'Minutes after a busy line',
        conversion: 'One more attempt after a no',
        allKnown: 'All in the frame are known to exist',
      },
      yes: 'yes',
      no: 'no',
      calls: 'Calls',
      late: (count) =>
        `${count} attempts came in late: the case had changed hands, the wave was closed or another interview stood already. They are counted.`,
      second: (count) =>
        `${count} interviews were made in cases that had one already. They are noted as attempts and do not count as interviews.`,
      uncalled: (count) => `${count} in the sample have not been called.`,
      interviews: 'Interviews on the server',
      released: (released, waiting, unread) =>
        `${released} have been released, ${waiting} wait and ${unread} stay unread, since they were too few in their group.`,
    },
  },
};
