/** Which column of a file of contacts holds what; null where there is none. */
export const CONTACT_COLUMNS = ['case', 'name', 'role', 'phone', 'phone2', 'email', 'link', 'notes'] as const;
export type ContactColumn = (typeof CONTACT_COLUMNS)[number];
export type ContactColumns = Readonly<Record<ContactColumn, number | null>>;

/** In the order of how sure they are; compared without case, spaces and signs. */
const NAMES: Readonly<Record<ContactColumn, readonly string[]>> = {
  case: ['kommunkod', 'kod', 'code', 'kommun', 'kommunnamn', 'organisation', 'municipality', 'organization'],
  name: ['kontaktperson', 'person', 'kontakt', 'namn', 'fullname', 'name', 'contact', 'contactperson'],
  role: ['roll', 'befattning', 'titel', 'funktion', 'role', 'title', 'position'],
  phone: ['telefon', 'telefonnummer', 'tel', 'nummer', 'direkt', 'phone', 'phonenumber', 'telephone'],
  phone2: ['mobil', 'mobilnummer', 'mobiltelefon', 'telefon2', 'växel', 'mobile', 'cell', 'phone2'],
  email: ['epost', 'epostadress', 'mail', 'mejl', 'email', 'emailaddress'],
  link: ['videolänk', 'mötelänk', 'länk', 'link', 'meetinglink'],
  notes: ['anteckning', 'anteckningar', 'kommentar', 'övrigt', 'notes', 'note', 'comment'],
};

const plain = (heading: string): string => heading.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\p{N}]/gu, '');

export const matchContactColumns = (heading: readonly string[]): ContactColumns => {
  const plains = heading.map(plain);
  const taken = new Set<number>();
  const find = (column: ContactColumn): number | null => {
    for (const name of NAMES[column]) {
      const at = plains.indexOf(name);
      // Twice the same heading says nothing; one column has one meaning.
      if (at === -1 || taken.has(at) || plains.indexOf(name, at + 1) !== -1) continue;
      taken.add(at);
      return at;
    }
    return null;
  };
  return Object.fromEntries(CONTACT_COLUMNS.map((column) => [column, find(column)])) as ContactColumns;
};

/** A case to belong to, and something to reach somebody by; each column one meaning. */
export const isComplete = (columns: ContactColumns): boolean => {
  const chosen = CONTACT_COLUMNS.map((column) => columns[column]).filter((at) => at !== null);
  const reach = [columns.phone, columns.phone2, columns.email, columns.name];
  return columns.case !== null && reach.some((at) => at !== null) && new Set(chosen).size === chosen.length;
};
