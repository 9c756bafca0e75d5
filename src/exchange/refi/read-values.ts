import { ok, type Result } from '../../study/result.ts';
import type { XmlElement } from '../xml/read.ts';
import {
  descriptionOf,
  guidOf,
  isDateTime,
  named,
  ownGuid,
  placeOf,
  type Reading,
  readEach,
  targetsOf,
  tellUnknown,
} from './attributes.ts';
import {
  type RefiCase,
  type RefiValue,
  type RefiVariable,
  VARIABLE_TYPES,
  type VariableType,
} from './model.ts';
import type { RefiRefusal } from './problems.ts';

const FORMS: Readonly<Record<VariableType, (text: string) => boolean>> = {
  Text: () => true,
  Boolean: (text) => ['true', 'false', '0', '1'].includes(text),
  Integer: (text) => /^[+-]?\d+$/.test(text),
  Float: (text) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text),
  Date: (text) => /^-?\d{4,}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?$/.test(text),
  DateTime: isDateTime,
};
/** Whether XML Schema would take the text as a value of the type. */
export const isValueOf = (type: VariableType, text: string): boolean => FORMS[type](text);

export const readVariables = (
  reading: Reading,
  variables: XmlElement | undefined,
): Result<readonly RefiVariable[], RefiRefusal> =>
  readEach(named(variables, 'Variable'), (element) => {
    const guid = ownGuid(reading, element);
    if (!guid.ok) return guid;
    const written = element.attributes.typeOfVariable;
    const type = VARIABLE_TYPES.find((one) => one.toLowerCase() === written?.trim().toLowerCase());
    if (type === undefined)
      reading.warnings.add('bad_value', placeOf(reading, element), `typeOfVariable ${written ?? ''}`.trim());
    return ok({
      guid: guid.value,
      name: element.attributes.name ?? '',
      type: type ?? 'Text',
      description: descriptionOf(element),
    });
  });

/** Values of variables on a case or a source; one that is not of its type is told and read as none. */
export const readValues = (reading: Reading, element: XmlElement): readonly RefiValue[] =>
  named(element, 'VariableValue').flatMap((item): readonly RefiValue[] => {
    const variable = guidOf(named(item, 'VariableRef')[0]?.attributes.targetGUID);
    if (variable === null) {
      reading.warnings.add('unknown_reference', placeOf(reading, item), 'VariableRef');
      return [];
    }
    for (const type of VARIABLE_TYPES) {
      const [found] = named(item, `${type}Value`);
      if (found === undefined) continue;
      const value = type === 'Text' ? found.text : found.text.trim();
      if (isValueOf(type, value)) return [{ variable, type, value }];
      if (value !== '')
        reading.warnings.add('bad_value', placeOf(reading, item), `${type}Value ${value.slice(0, 40)}`);
      return [{ variable, type, value: null }];
    }
    return [{ variable, type: 'Text', value: null }];
  });

export const readCases = (
  reading: Reading,
  cases: XmlElement | undefined,
): Result<readonly RefiCase[], RefiRefusal> =>
  readEach(named(cases, 'Case'), (element) => {
    const guid = ownGuid(reading, element);
    if (!guid.ok) return guid;
    tellUnknown(reading, element, ['Description', 'CodeRef', 'VariableValue', 'SourceRef', 'SelectionRef']);
    return ok({
      guid: guid.value,
      name: element.attributes.name ?? '',
      description: descriptionOf(element),
      codes: targetsOf(reading, element, 'CodeRef'),
      values: readValues(reading, element),
      sources: targetsOf(reading, element, 'SourceRef'),
      selections: targetsOf(reading, element, 'SelectionRef'),
    });
  });
