/**
 * What an instrument adds to SurveyJS: the names and types of our own properties, as plain data.
 * The interview registers them with the survey library (so that the definition has no unknown property),
 * the parser reads them, and the JSON Schema describes them; all three are held together by a test.
 */
export type PropertyType =
  /** A plain string. */
  | 'text'
  | 'boolean'
  /** A SurveyJS expression over the pre-code elements. */
  | 'expression'
  /** An object or array that the survey library hands through as it is. */
  | 'value';

export interface InstrumentProperty {
  readonly class: 'survey' | 'page' | 'choiceitem';
  readonly name: string;
  readonly type: PropertyType;
  readonly required: boolean;
}

const of = (owner: InstrumentProperty['class'], name: string, type: PropertyType, required = true) =>
  ({ class: owner, name, type, required }) satisfies InstrumentProperty;

export const INSTRUMENT_PROPERTIES: readonly InstrumentProperty[] = [
  of('survey', 'instrumentId', 'text'),
  of('survey', 'consentVersion', 'text'),
  of('survey', 'closingNotes', 'text'),
  of('survey', 'opening', 'value'),
  of('survey', 'objections', 'value'),
  of('survey', 'roles', 'value'),
  of('survey', 'sections', 'value'),
  of('survey', 'closing', 'value'),
  of('survey', 'spellingAlphabet', 'value'),
  of('page', 'questionId', 'text'),
  of('page', 'section', 'text'),
  of('page', 'claimBearing', 'boolean'),
  of('page', 'instruction', 'value', false),
  of('page', 'probes', 'value'),
  of('page', 'notApplicableIf', 'expression', false),
  of('choiceitem', 'definition', 'value'),
  of('choiceitem', 'exclusive', 'boolean', false),
];

/** The custom question class of free notes: a SurveyJS element of this type and no further properties. */
export const NOTES_TYPE = 'notes';
