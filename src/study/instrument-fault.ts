/**
 * What can be wrong at a place of a definition. The screens have their own plain words for each; `reasonOf` is for
 * people who mend the file by hand.
 */
export type InstrumentFault =
  | { readonly type: FaultWithout }
  | { readonly type: FaultWithValue; readonly value: string }
  /** A name that must follow its question's. */
  | { readonly type: 'page_name'; readonly wanted: string; readonly question: string }
  | { readonly type: 'notes_name'; readonly wanted: string }
  | { readonly type: 'begins_with'; readonly value: string; readonly stem: string }
  | { readonly type: 'other_section'; readonly question: string; readonly section: string }
  | { readonly type: 'name_taken'; readonly value: string; readonly owner: string }
  | { readonly type: 'element_type'; readonly notes: string }
  | { readonly type: 'no_notes'; readonly notes: string };

type FaultWithout = keyof typeof PLAIN;
type FaultWithValue = keyof typeof ABOUT;

const PLAIN = {
  missing: 'is missing',
  not_object: 'must be an object',
  not_list: 'must be a list',
  empty_list: 'must not be empty',
  no_text: 'must be a text that is not empty',
  not_flag: 'must be true or false',
  not_both: 'must be a text in both languages',
  not_swedish: 'must be "sv": the default texts are Swedish',
  claim_missing: 'is missing: say whether a claim rests on the question',
  notes_twice: 'a question has one element of notes, this is the second',
  exclusive_one: 'only a list where many may be set has exclusive pre-codes',
  fields_differ: 'the two languages do not hold the same fields',
  condition_empty: 'the condition names no list of pre-codes',
} as const;

const ABOUT = {
  said: (value) => value,
  not_name: (value) =>
    `"${value}" is not a name: lower-case letters a to z, digits and underscore, a letter first`,
  not_section_id: (value) => `"${value}" is not a section id such as A1`,
  not_question_id: (value) => `"${value}" is not a question id such as A1.1`,
  not_slug: (value) => `"${value}" is not an id: lower-case letters a to z and digits, joined by hyphens`,
  not_character: (value) => `"${value}" is not one letter A to Z or digit`,
  twice: (value) => `"${value}" is used twice in this list`,
  no_section: (value) => `there is no section "${value}"`,
  section_left: (value) => `section "${value}" is left and entered again`,
  section_empty: (value) => `section "${value}" has no question`,
  no_field: (value) => `there is no field {${value}}`,
  condition_list: (value) => `there is no list of pre-codes named "${value}"`,
  condition_code: (value) => `no list named in the condition has the pre-code "${value}"`,
} as const satisfies Record<string, (value: string) => string>;

export const reasonOf = (fault: InstrumentFault): string => {
  switch (fault.type) {
    case 'page_name':
      return `must be "${fault.wanted}", after the question ${fault.question}`;
    case 'notes_name':
      return `must be "${fault.wanted}"`;
    case 'begins_with':
      return `"${fault.value}" must begin with "${fault.stem}_"`;
    case 'other_section':
      return `question ${fault.question} does not belong to section "${fault.section}"`;
    case 'name_taken':
      return `"${fault.value}" is already the name of something in ${fault.owner}`;
    case 'element_type':
      return `must be "checkbox", "radiogroup" or "${fault.notes}"`;
    case 'no_notes':
      return `the question has no element of type "${fault.notes}"`;
    default:
      return 'value' in fault ? ABOUT[fault.type](fault.value) : PLAIN[fault.type];
  }
};
