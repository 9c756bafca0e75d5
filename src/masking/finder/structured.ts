import { type GuardKind, guardAll, luhnHolds } from '../guard.ts';
import type { FindKind } from '../types.ts';
import { type Candidate, certain, matches, uncertain } from './candidate.ts';
import type { Doc } from './doc.ts';

const KIND: Readonly<Record<GuardKind, FindKind>> = {
  personnummer: 'personal_id',
  email: 'email',
  phone: 'phone',
  url: 'url',
};
const digits = (text: string): string => text.replace(/\D/gu, '');

const ID_FORM =
  /(?<![\d/:.-])(?<x>(?:(?:18|19|20)\d{2}|\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]) ?[-+] ?\d{4})(?![\d:-])/dgu;
const ORG = /(?<![\d/:.-])(?<x>(?:16)?\d{2}[2-9]\d{3} ?-? ?\d{4})(?![\d/:-])/dgu;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(
  `(?<![\\d.])(?<x>${OCTET}(?: ?\\. ?${OCTET}){3}(?:/\\d{1,2})?)(?![\\d]|\\.\\d)`,
  'dgu',
);
const IPV6 =
  /(?<![\p{L}\d:])(?<x>(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:)(?:\/\d{1,3})?(?![\p{L}\d:])/dgiu;
const CASE =
  /(?:dnr|diarie\p{L}*|ärende\p{L}*|diarienummer|ref|sfs|iso|case|faktura\p{L}*|avtal\p{L}*)\.?:?(?: (?:nr|nummer))?[ :]{1,2}[\p{L}]{0,4} ?$/iu;
const VERSION = /(?:version|ver|v|release|build|firmware)\.? ?$/iu;

/** Streets by the ends of their names, typed with or without a capital, with a house number; box and post codes. */
const STREET_END =
  '(?:gatan|vägen|gränd|gränden|torget|torg|allén|allé|stigen|plan|plats|platsen|esplanaden|leden|stråket|kajen|gata|väg|backen|svängen|ringen|promenaden|street|road)';
const ADDRESSES: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d])(?<x>(?:(?:\\p{Lu}[\\p{L}]{1,30} ){0,2}[\\p{L}]{1,30}${STREET_END}|\\p{Lu}\\p{L}{1,30} ${STREET_END}) ?\\d{1,4}(?: ?[A-H](?!\\p{L})|[a-h](?!\\p{L}))?(?:,? \\d{3} ?\\d{2} \\p{Lu}\\p{L}+)?)(?![\\p{L}\\d])`,
    'dgu',
  ),
  /(?<![\p{L}\d])(?<x>(?:(?:Norra|Södra|Östra|Västra|Stora|Lilla|Nya|Gamla|Övre|Nedre) \p{Lu}\p{L}+|(?:Esplanaden|Strandvägen|Torget|Kajen|Allén)) \d{1,4} ?(?:[A-Za-z](?![\p{L}]))?)(?![\p{L}\d])/dgu,
  /(?<![\p{L}\d])(?<x>[Bb]ox \d{1,5}(?:,? \d{3} ?\d{2} \p{Lu}\p{L}+)?)(?![\p{L}\d])/dgu,
  /(?<![\d\p{L}])(?<x>(?:SE-)?[1-9]\d{2} \d{2} \p{Lu}\p{L}{2,}(?: \p{Lu}\p{L}{2,})?)(?![\p{L}\d])/dgu,
  /(?<=[Pp]ost(?:nummer|nr|adress|kod)(?:et|en)? (?:är |till )?)(?<x>[1-9]\d{2} ?\d{2})(?!\d)/dgu,
];
const STREET_ALONE =
  /(?<=(?:på|vid|längs|hörnet av) )(?<x>(?!(?:fel|rätt|sitt|hela|samma|goda|god|halva) )\p{Lu}\p{L}{3,}(?:gatan|vägen|torget|gränd|allén))(?![\p{L}\d])/dgu;

/** Numbers and addresses that tell by their form. What the guard refuses is found here by the guard itself. */
export const findStructured = (doc: Doc): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (const find of guardAll(doc.plain))
    found.push(
      certain(
        find,
        KIND[find.kind],
        `${KIND[find.kind]}:${doc.plain.slice(find.start, find.end)}`,
        find.kind === 'personnummer' ? 'checksum' : 'form',
      ),
    );
  for (const range of matches(doc.folded, ID_FORM)) {
    if (!luhnHolds(doc.folded.slice(range.start, range.end)) && !CASE.test(doc.plain.slice(0, range.start)))
      found.push(
        uncertain(
          range,
          'personal_id',
          `personal_id:${digits(doc.folded.slice(range.start, range.end))}`,
          'mask',
          'checksum_fails',
        ),
      );
  }
  for (const range of matches(doc.folded, ORG)) {
    const text = doc.folded.slice(range.start, range.end);
    const holds = luhnHolds(text);
    const cued = /(?:org|organisationsnummer|organisation)\S* (?:är )?$/iu.test(
      doc.plain.slice(0, range.start),
    );
    const key = `org_number:${digits(text).slice(-10)}`;
    if (holds && (/[- ]/u.test(text) || cued || digits(text).length === 12))
      found.push(certain(range, 'org_number', key, 'checksum'));
    else if (holds || (text.includes('-') && !CASE.test(doc.plain.slice(0, range.start))) || cued)
      found.push(uncertain(range, 'org_number', key, 'mask', holds ? 'checksum' : 'checksum_fails'));
  }
  for (const ip of [IPV4, IPV6]) {
    for (const range of matches(doc.plain, ip)) {
      const text = doc.plain.slice(range.start, range.end);
      if (!VERSION.test(doc.plain.slice(0, range.start)) && (ip === IPV4 || /[0-9]/u.test(text)))
        found.push(certain(range, 'ip', `ip:${text}`, 'form'));
    }
  }
  for (const regex of ADDRESSES)
    for (const range of matches(doc.plain, regex))
      found.push(
        certain(range, 'address', `address:${doc.plain.slice(range.start, range.end).toLowerCase()}`, 'form'),
      );
  for (const range of matches(doc.plain, STREET_ALONE))
    found.push(
      uncertain(
        range,
        'address',
        `address:${doc.plain.slice(range.start, range.end).toLowerCase()}`,
        'mask',
        'form',
      ),
    );
  return found;
};
