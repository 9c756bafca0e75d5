import { ok, type Result } from '../../study/result.ts';
import type { XmlElement } from '../xml/read.ts';
import {
  descriptionOf,
  named,
  ownGuid,
  placeOf,
  type Reading,
  readEach,
  targetsOf,
  tellUnknown,
} from './attributes.ts';
import { colourOf } from './colour.ts';
import type { Guid, RefiCode, RefiSet } from './model.ts';
import { type RefiRefusal, refused } from './problems.ts';

const TRUE = ['true', '1'];

/** The tree below `Codes`; two codes of one GUID would make every coding of it a guess, so they are refused. */
export const readCodes = (
  reading: Reading,
  codes: XmlElement | undefined,
): Result<readonly RefiCode[], RefiRefusal> => {
  const seen = new Set<Guid>();
  const read = (element: XmlElement): Result<RefiCode, RefiRefusal> => {
    const guid = ownGuid(reading, element);
    if (!guid.ok) return guid;
    const place = placeOf(reading, element);
    if (seen.has(guid.value))
      return refused('duplicate_guid', place, `two codes have the guid ${guid.value}`);
    seen.add(guid.value);
    const name = element.attributes.name;
    if (name === undefined) return refused('missing_attribute', place, 'Code has no name');
    const children = readEach(named(element, 'Code'), read);
    if (!children.ok) return children;
    tellUnknown(reading, element, ['Description', 'NoteRef', 'Code']);
    return ok({
      guid: guid.value,
      name,
      // Required by the standard; who leaves it out means an ordinary code.
      codable: TRUE.includes(element.attributes.isCodable?.trim().toLowerCase() ?? 'true'),
      colour: readColour(reading, element),
      description: descriptionOf(element),
      notes: targetsOf(reading, element, 'NoteRef'),
      children: children.value,
    });
  };
  return readEach(named(codes, 'Code'), read);
};

const readColour = (reading: Reading, element: XmlElement): string | null => {
  const colour = colourOf(element.attributes.color);
  if (colour.kind === 'kept') return colour.colour;
  const text = element.attributes.color?.slice(0, 40) ?? '';
  reading.warnings.add(
    colour.kind === 'unreadable' ? 'bad_colour' : 'colour_alpha',
    placeOf(reading, element),
    text,
  );
  return colour.kind === 'unreadable' ? null : colour.colour;
};

/** A codebook's members carry `guid`, a project's `targetGUID`; either is taken in both. */
export const readSets = (
  reading: Reading,
  sets: XmlElement | undefined,
): Result<readonly RefiSet[], RefiRefusal> =>
  readEach(named(sets, 'Set'), (element) => {
    const guid = ownGuid(reading, element);
    if (!guid.ok) return guid;
    tellUnknown(reading, element, ['Description', 'MemberCode', 'MemberSource', 'MemberNote']);
    return ok({
      guid: guid.value,
      name: element.attributes.name ?? '',
      description: descriptionOf(element),
      codes: targetsOf(reading, element, 'MemberCode', ['targetGUID', 'guid']),
      sources: targetsOf(reading, element, 'MemberSource', ['targetGUID', 'guid']),
      notes: targetsOf(reading, element, 'MemberNote', ['targetGUID', 'guid']),
    });
  });
