import type { Candidate } from './finder/candidate.ts';
import type { FindKind, Ledger } from './types.ts';

/**
 * The Swedish word in the brackets, and how it is counted: `none` never, `from_two` the first of its kind
 * goes without a number, `from_one` always. The own municipality is [KOMMUN]; the others begin at 2.
 */
const LABEL: Readonly<Record<FindKind, readonly [string, 'none' | 'from_one' | 'from_two' | 'own']>> = {
  personal_id: ['PERSONNUMMER', 'none'],
  org_number: ['ORGANISATIONSNUMMER', 'none'],
  phone: ['TELEFON', 'none'],
  email: ['E-POST', 'none'],
  url: ['LÄNK', 'none'],
  ip: ['IP-ADRESS', 'none'],
  address: ['ADRESS', 'none'],
  municipality: ['KOMMUN', 'own'],
  place: ['ORT', 'from_two'],
  region: ['REGION', 'from_two'],
  cooperation: ['SAMVERKAN', 'from_two'],
  company: ['LEVERANTÖR', 'from_one'],
  person: ['PERSON', 'from_one'],
  supplier: ['LEVERANTÖR', 'from_one'],
  product: ['SYSTEM', 'from_one'],
  count: ['ANTAL', 'none'],
  incident: ['INCIDENT', 'from_two'],
  distinction: ['KÄNNETECKEN', 'none'],
  security_detail: ['SÄKERHETSUPPGIFT', 'none'],
};

/** "Karin", "Karin Ek" and "Ek" are one person as long as nothing said contradicts it. */
const samePerson = (a: string, b: string): boolean => {
  const [givenA = '', familyA = ''] = a.slice('person:'.length).split('|');
  const [givenB = '', familyB = ''] = b.slice('person:'.length).split('|');
  const agree = (x: string, y: string): boolean => x === '' || y === '' || x === y;
  // A name met alone may have been taken for the first name.
  if ((familyA === '' && givenA === familyB) || (familyB === '' && givenB === familyA)) return true;
  const shared = (givenA !== '' && givenA === givenB) || (familyA !== '' && familyA === familyB);
  return shared && agree(givenA, givenB) && agree(familyA, familyB);
};

const known = (given: Record<string, string>, key: string): string | undefined => {
  const exact = given[key];
  if (exact !== undefined || !key.startsWith('person:')) return exact;
  const likely = Object.keys(given).find((other) => other.startsWith('person:') && samePerson(other, key));
  return likely === undefined ? undefined : given[likely];
};

/**
 * Hands out the placeholders for finds in their order and remembers them: a key met before keeps its own.
 * `own` is the key of the case's municipality.
 */
export const assign = (
  ledger: Ledger,
  candidates: readonly Candidate[],
  own: string | null,
): { readonly ledger: Ledger; readonly placeholders: readonly string[] } => {
  const given: Record<string, string> = { ...ledger.given };
  const number = (candidate: Candidate): string => {
    const [label, counting] = LABEL[candidate.kind];
    if (counting === 'none' || candidate.key === own) return `[${label}]`;
    const met = known(given, candidate.key);
    if (met !== undefined) {
      given[candidate.key] = met;
      return met;
    }
    const used = new Set(
      Object.values(given).filter((other) => other === `[${label}]` || other.startsWith(`[${label} `)),
    );
    let n = counting === 'own' ? 2 : 1;
    const form = (): string => (counting === 'from_two' && n === 1 ? `[${label}]` : `[${label} ${n}]`);
    while (used.has(form())) n += 1;
    given[candidate.key] = form();
    return form();
  };
  const placeholders = new Array<string>(candidates.length).fill('');
  // What will probably be masked comes first: a question answered "keep" then leaves no gap among the numbers.
  for (const lean of ['mask', 'keep'])
    candidates.forEach((candidate, i) => {
      if (candidate.lean === lean) placeholders[i] = number(candidate);
    });
  return { ledger: { given }, placeholders };
};

export const labelOf = (kind: FindKind): string => LABEL[kind][0];
