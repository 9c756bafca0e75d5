import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyReplacements, isMaskedAlone, toMasked, toRaw } from './apply.ts';
import { findAll, findIn } from './find.ts';
import { guard } from './guard.ts';
import { maskOne } from './mask-one.ts';

const masked = (text: string, municipality?: string): string =>
  maskOne({ id: 'x', text, context: { municipality } }).masked;

describe('municipalities', () => {
  test.each([
    ['Vi i Vara kommun tycker att det kan vara svårt.', 'Vi i [KOMMUN] tycker att det kan vara svårt.'],
    ['vi i vara kommun, och vi tar till vara på det', 'vi i [KOMMUN], och vi tar till vara på det'],
    ['VI I VARA KOMMUN VILL VARA MED', 'VI I [KOMMUN] VILL VARA MED'],
    ['Vara tydlig är viktigt.', 'Vara tydlig är viktigt.'],
    ['Vara kommuns avtal och Varas rutin.', '[KOMMUN] avtal och [KOMMUN] rutin.'],
    ['varaborna och Vara-modellen', '[KOMMUN] och [KOMMUN]'],
    ['Göteborgs stad, GBG och göteborgarna', '[KOMMUN 2], [KOMMUN 2] och [KOMMUN 2]'],
    ['Upplands Väsby, alltså Väsby', '[KOMMUN 2], alltså [KOMMUN 2]'],
    ['Vi frågade Jönkoping kommun och Linköpping.', 'Vi frågade [KOMMUN 2] och [KOMMUN 3].'],
    ['Vi äger mark och skog.', 'Vi äger mark och skog.'],
    ['Här i Mark gör vi så.', 'Här i [KOMMUN 2] gör vi så.'],
    ['In Gothenburg they do.', 'In [KOMMUN 2] they do.'],
    ['vara, skara och götene', '[KOMMUN], [KOMMUN 2] och [KOMMUN 3]'],
  ])('%s', (text, expected) => expect(masked(text, 'Vara')).toBe(expected));

  test('the own municipality bears no number, whatever form the case has it in', () => {
    expect(masked('Här i Vara.', 'vara kommun')).toBe('Här i [KOMMUN].');
    expect(masked('Här i Mariehamn.', 'Mariehamn')).toBe('Här i [KOMMUN].');
  });

  test('decomposed letters and zero-width characters hide nothing', () => {
    expect(
      masked('Här i O\u0308rebro och Sko\u200bvde\u0308.'.replace('Sko\u200bvde\u0308', 'Sk\u200bövde')),
    ).toBe('Här i [KOMMUN 2] och [KOMMUN 3].');
  });
});

describe('persons', () => {
  test.each([
    [
      'Karin Ek leder det. Karin vet, och Eks lista gäller.',
      '[PERSON 1] leder det. [PERSON 1] vet, och [PERSON 1] lista gäller.',
    ],
    ['Vår upphandlare Björn kan det.', 'Vår upphandlare [PERSON 1] kan det.'],
    ['säger anneli på ekonomi', 'säger [PERSON 1] på ekonomi'],
    ['Anders Lund jobbar i Lund.', '[PERSON 1] jobbar i [KOMMUN 2].'],
    ['Per automatik, och hans bil.', 'Per automatik, och hans bil.'],
    ['Bo Ek och Bo Lind är två.', '[PERSON 1] och [PERSON 2] är två.'],
    [
      'Vår it-chef Xhevahirë Krasniqi slutar, och Krasniqi var bra.',
      'Vår it-chef [PERSON 1] slutar, och [PERSON 1] var bra.',
    ],
    ['Vi frågade Krasniqi, alltså Arta Krasniqi.', 'Vi frågade [PERSON 1], alltså [PERSON 1].'],
    ['This is what was said.', 'This is what was said.'],
  ])('%s', (text, expected) => expect(masked(text)).toBe(expected));

  test('the same person keeps the number through the texts of an interview', () => {
    const first = findIn('Vi frågade Karin Ek.', {});
    const second = findIn('Sen frågade vi Olle, och Karin igen.', {}, first.ledger);
    expect(second.finds.map(({ placeholder }) => placeholder)).toEqual(['[PERSON 2]', '[PERSON 1]']);
  });
});

describe('bodies, relations and facts', () => {
  test.each([
    [
      'Efter strömavbrottet i våras gick vi igenom avtalet med Habo Energi.',
      'Efter [INCIDENT] gick vi igenom avtalet med [LEVERANTÖR 1].',
    ],
    ['Vi är med i it-nämnden i Skaraborg.', 'Vi är med i [SAMVERKAN].'],
    ['Vi kör Treserva hos Tietoevry.', 'Vi kör [SYSTEM 1] hos [LEVERANTÖR 1].'],
    ['Vi har Microsoft 365 och KLASSA.', 'Vi har Microsoft 365 och KLASSA.'],
    ['Vi har 16 000 invånare och tolv tusen konton.', 'Vi har [ANTAL] invånare och [ANTAL] konton.'],
    ['Vi är tre på it.', 'Vi är tre på it.'],
    ['Vi är den enda kommunen i länet som vågar.', 'Vi är [KÄNNETECKEN] vågar.'],
    ['Det är Region Skåne och VGR.', 'Det är [REGION] och [REGION 2].'],
    ['Vi sitter på Storgatan 3 i Nossebro.', 'Vi sitter på [ADRESS] i [ORT].'],
    ['Nätet är 10.0.0.0/8 och org.nr 212000-0142.', 'Nätet är [IP-ADRESS] och org.nr [ORGANISATIONSNUMMER].'],
    ['Ring 070-123 45 67 eller skriv till a.b@vara.se.', 'Ring [TELEFON] eller skriv till [E-POST].'],
    [
      'ISO/IEC 27001:2022, (EU) 2022/2555, SFS 2025:1506, dnr 2025/1234-56, 1 740 605 kronor',
      'ISO/IEC 27001:2022, (EU) 2022/2555, SFS 2025:1506, dnr 2025/1234-56, 1 740 605 kronor',
    ],
  ])('%s', (text, expected) => expect(masked(text)).toBe(expected));

  test('security details are pointed out and left alone', () => {
    const text = 'Vi har inte patchat servrarna, CVE-2021-44228 och port 3389 är öppen.';
    expect(findAll(text).filter(({ kind }) => kind === 'security_detail').length).toBeGreaterThan(1);
    expect(masked(text)).toBe(text);
  });

  test('a number of the right form whose check digit fails is asked about', () => {
    expect(findAll('Det stod 850709-9806 där.')).toMatchObject([
      { kind: 'personal_id', certain: false, lean: 'mask', reason: 'checksum_fails' },
    ]);
  });
});

const parts = fc.constantFrom(
  'Vara',
  'vara',
  'i',
  'Vara kommun',
  'Karin',
  'Ek',
  'säger',
  '070-123 45 67',
  '850709-9805',
  'a@b.se',
  'www.x.se',
  '16 000',
  'invånare',
  'it-nämnden i Skara',
  'Habo Energi',
  'attacken i våras',
  '.',
  ',',
  '\n',
  '[KOMMUN]',
  '[PERSON 1]',
  '10.0.0.1',
  'CVE-2021-44228',
  'Storgatan 5',
  '🙂',
  'O\u0308',
  '\u200b',
  'Tieto',
  '-',
  '12',
);
const speech = fc.array(parts, { maxLength: 25 }).map((words) => words.join(' '));
const anything = fc.oneof(
  speech,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('whatever the text', () => {
  test('finds are exact, in order and apart', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let at = 0;
        for (const find of findAll(text, { municipality: 'Vara' })) {
          expect(find.start).toBeGreaterThanOrEqual(at);
          expect(find.end).toBeGreaterThan(find.start);
          expect(text.slice(find.start, find.end)).toBe(find.text);
          at = find.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  test('what was masked stays as it is when masked again', () => {
    fc.assert(
      fc.property(speech, (text) => {
        const once = masked(text, 'Vara');
        const twice = maskOne({ id: 'x', text: once, context: { municipality: 'Vara' } });
        for (const placeholder of once.match(/\[[A-ZÅÄÖ-]+(?: \d+)?\]/gu) ?? [])
          expect(twice.masked).toContain(placeholder);
        expect(twice.finds.every(({ text: found }) => !found.includes('['))).toBe(true);
      }),
    );
  });

  test('masked text passes the guard', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(guard(masked(text))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('ranges map into the masked text and back', () => {
    fc.assert(
      fc.property(speech, fc.nat(), fc.nat(), (text, a, b) => {
        if (text.length === 0) return;
        const [start, end] = [a % text.length, (b % text.length) + 1].sort((x, y) => x - y) as [
          number,
          number,
        ];
        if (start === end) return;
        const replacements = findAll(text).filter(isMaskedAlone);
        const out = applyReplacements(text, replacements);
        const there = toMasked({ start, end }, replacements);
        expect(there.start).toBeGreaterThanOrEqual(0);
        expect(there.end).toBeLessThanOrEqual(out.length);
        expect(there.start).toBeLessThanOrEqual(there.end);
        const back = toRaw(there, replacements);
        expect(back.start).toBeLessThanOrEqual(start);
        expect(back.end).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  test('long words and long runs take no long time', () => {
    for (const text of [
      'a'.repeat(20_000),
      'A'.repeat(20_000),
      '0 '.repeat(5_000),
      'a@'.repeat(5_000),
      'i '.repeat(5_000),
      'Vara, '.repeat(3_000),
      'x.'.repeat(8_000),
    ]) {
      const from = performance.now();
      findAll(text);
      expect(performance.now() - from).toBeLessThan(4_000);
    }
  });
});
