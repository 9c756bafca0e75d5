import type { Claim, ClaimSet, Counted, NamedCounted } from '../study/claims.ts';
import type { CodeRow } from '../study/rows.ts';
import type { Language, Words } from '../words/index.ts';

/** A share of a claim as a person reads it: what was judged and how, or which codes were mentioned. */
export const shareName = (
  name: string,
  { rule }: Claim,
  set: ClaimSet,
  codes: readonly CodeRow[],
  language: Language,
  words: Words,
): string => {
  const said = (counted: NamedCounted | undefined): string =>
    counted === undefined ? name : countedWords(counted, set, codes, language, words);
  const [judgement, value] = name.split(':');
  if (value !== undefined) return said({ of: 'judgement', judgement: judgement ?? '', values: [value] });
  const { names } = words.analysis.claim;
  const at = Number(/\d+$/.exec(name)?.[0] ?? 1) - 1;
  switch (name.replace(/\d+$/, '')) {
    case 'mentions':
      return said(rule.kind === 'mentioned' || rule.kind === 'conclusion' ? rule.mentions[at] : undefined);
    case 'against':
      return `${names.against}: ${said(rule.kind === 'mentioned' ? rule.against[at] : undefined)}`;
    case 'beside':
      return said('beside' in rule ? rule.beside[at] : undefined);
    case 'more':
      return said(rule.kind === 'x_over_y' ? rule.more : undefined);
    case 'less':
      return said(rule.kind === 'x_over_y' ? rule.less : undefined);
    default:
      return said('shares' in rule ? rule.shares[name] : undefined);
  }
};

const countedWords = (
  counted: NamedCounted,
  set: ClaimSet,
  codes: readonly CodeRow[],
  language: Language,
  { analysis }: Words,
): string => {
  const { names } = analysis.claim;
  const codeName = (key: string): string => {
    const fields = codes.find((code) => (code.key ?? code.id) === key)?.fields;
    return fields ? (language === 'en' && fields.name_en !== '' ? fields.name_en : fields.name_sv) : key;
  };
  const all = (list: Extract<Counted, { of: 'codes' }>): string =>
    list.anyOf.map(codeName).join(', ') +
    (list.noneOf?.length ? ` ${names.without} ${list.noneOf.map(codeName).join(', ')}` : '');
  switch (counted.of) {
    case 'either':
      return names.either;
    case 'judgement': {
      const judgement = set.judgements.find(({ id }) => id === counted.judgement);
      const values = counted.values.map(
        (value) => judgement?.values.find((each) => each.value === value)?.text[language] ?? value,
      );
      return `${judgement?.text[language] ?? counted.judgement} ${values.join(', ')}`;
    }
    case 'codes':
      return `${names.mentions} ${all(counted)}`;
    case 'same_passage':
    case 'same_interview':
      return `${names.mentions} ${counted.all.map((any) => any.map(codeName).join(' / ')).join(' + ')}${
        counted.of === 'same_passage' ? `, ${names.samePassage}` : ''
      }`;
  }
};
