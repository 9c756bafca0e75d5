import { CODING_PARTS, type CodingPart } from '../coding/parts.ts';
import { SETUP_PARTS, type SetupPart } from '../setup/parts.ts';
import { type Id, isId } from '../study/ids.ts';

/** Where one is. Addresses hold random ids and public question numbers only, never a name. */
export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'start'; readonly code: string | null }
  | { readonly name: 'withdraw' }
  /** `asked`: an opening ended in another time, or in a no. */
  | {
      readonly name: 'calls';
      readonly asked?: { readonly case: Id; readonly for: 'appointment' | 'refusal' };
    }
  | { readonly name: 'interview'; readonly case: Id }
  /** A draft by its own id: one that came back to be mended. */
  | { readonly name: 'draft'; readonly draft: Id }
  | { readonly name: 'outbox' }
  /** Training with somebody invented; the sheets to print; one's own interviews in figures. */
  | { readonly name: 'train' }
  | { readonly name: 'sheets' }
  | { readonly name: 'own' }
  /** This computer: passphrase, locking, wiping. */
  | { readonly name: 'device' }
  | { readonly name: 'setup'; readonly part: SetupPart }
  | { readonly name: 'read'; readonly question: string | null }
  /** `at`: a question at the desk, a code or a round by its id. */
  | { readonly name: 'coding'; readonly part: CodingPart; readonly at: string | null }
  /** Figures: a question's page, or that of the claims. */
  | { readonly name: 'results'; readonly page: string | null }
  | { readonly name: 'nowhere' };

const isSetupPart = (text: string): text is SetupPart => SETUP_PARTS.some((part) => part === text);

const isCodingPart = (text: string): text is CodingPart => CODING_PARTS.some((part) => part === text);

/** A question, an area, or the notes at the end. */
const QUESTION = /^(?:[A-Z][0-9]{1,2}(?:\.[0-9]{1,2})?|[a-z_]{1,40})$/;

const parseCalls = (query: URLSearchParams): Route => {
  const [time, no] = [query.get('tid'), query.get('nej')];
  if (isId(time)) return { name: 'calls', asked: { case: time, for: 'appointment' } };
  if (isId(no)) return { name: 'calls', asked: { case: no, for: 'refusal' } };
  return { name: 'calls' };
};

export const parseRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [head = '', tail] = path.split('/', 2);
  switch (head) {
    case '':
      return { name: 'home' };
    case 'start':
      return { name: 'start', code: new URLSearchParams(query).get('code') };
    case 'atertag':
      return { name: 'withdraw' };
    case 'ring':
      return parseCalls(new URLSearchParams(query));
    case 'intervju':
      return isId(tail) ? { name: 'interview', case: tail } : { name: 'nowhere' };
    case 'utkast':
      return isId(tail) ? { name: 'draft', draft: tail } : { name: 'nowhere' };
    case 'att-skicka':
      return { name: 'outbox' };
    case 'ova':
      return { name: 'train' };
    case 'blanketter':
      return { name: 'sheets' };
    case 'mina-intervjuer':
      return { name: 'own' };
    case 'dator':
      return { name: 'device' };
    case 'studien':
      if (tail === undefined) return { name: 'setup', part: 'oversikt' };
      return isSetupPart(tail) ? { name: 'setup', part: tail } : { name: 'nowhere' };
    case 'resultat':
      if (tail === undefined) return { name: 'results', page: null };
      return QUESTION.test(tail) || tail === 'claims' ? { name: 'results', page: tail } : { name: 'nowhere' };
    case 'las':
      if (tail === undefined) return { name: 'read', question: null };
      return QUESTION.test(tail) ? { name: 'read', question: tail } : { name: 'nowhere' };
    default: {
      if (!isCodingPart(head)) return { name: 'nowhere' };
      if (tail === undefined) return { name: 'coding', part: head, at: null };
      const known = head === 'koda' ? QUESTION.test(tail) : isId(tail);
      return known ? { name: 'coding', part: head, at: tail } : { name: 'nowhere' };
    }
  }
};

export const formatRoute = (route: Route): string => {
  switch (route.name) {
    case 'home':
    case 'nowhere':
      return '#/';
    case 'start':
      return route.code === null ? '#/start' : `#/start?code=${encodeURIComponent(route.code)}`;
    case 'withdraw':
      return '#/atertag';
    case 'calls':
      return route.asked
        ? `#/ring?${route.asked.for === 'appointment' ? 'tid' : 'nej'}=${route.asked.case}`
        : '#/ring';
    case 'interview':
      return `#/intervju/${route.case}`;
    case 'draft':
      return `#/utkast/${route.draft}`;
    case 'outbox':
      return '#/att-skicka';
    case 'train':
      return '#/ova';
    case 'sheets':
      return '#/blanketter';
    case 'own':
      return '#/mina-intervjuer';
    case 'device':
      return '#/dator';
    case 'setup':
      return route.part === 'oversikt' ? '#/studien' : `#/studien/${route.part}`;
    case 'results':
      return route.page === null ? '#/resultat' : `#/resultat/${route.page}`;
    case 'read':
      return route.question === null ? '#/las' : `#/las/${route.question}`;
    case 'coding':
      return route.at === null ? `#/${route.part}` : `#/${route.part}/${route.at}`;
  }
};
