import { err, type Result } from '../../study/result.ts';
import type { XmlProblem } from '../xml/read.ts';
import type { ZipProblem } from '../zip/directory.ts';

/** Why a file is refused as a whole. `place` names an entry of the archive or a line. */
export interface RefiRefusal {
  readonly type:
    | 'no_project_file'
    | 'several_project_files'
    | 'not_refi'
    | 'missing_attribute'
    | 'bad_guid'
    | 'bad_position'
    | 'duplicate_guid'
    | 'not_text';
  readonly place: string;
  readonly reason: string;
}
export type RefiProblem = RefiRefusal | XmlProblem | ZipProblem;

export const refused = (
  type: RefiRefusal['type'],
  place: string,
  reason: string,
): Result<never, RefiRefusal> => err({ type, place, reason });

/** What cannot be kept, or was read otherwise than it stands; said before anything is imported or exported. */
export const LOSSES = [
  'other_namespace',
  'links',
  'graphs',
  'picture_source',
  'pdf_layout',
  'audio_source',
  'video_source',
  'unknown_element',
  'rich_text',
  'text_missing',
  'selection_outside',
  'unknown_code',
  'unknown_reference',
  'unknown_user',
  'bad_date',
  'bad_colour',
  'colour_alpha',
  'bad_value',
  'line_ends',
  'counted_otherwise',
  'coded_theme',
  'character_replaced',
  'not_in_codebook',
  'left_out_file',
  'not_in_project',
  'no_answer',
  'empty_selection',
  'unknown_coder',
  'remark_on_passage',
] as const;
export type Loss = (typeof LOSSES)[number];

export interface Warning {
  readonly kind: Loss;
  /** How often. */
  readonly count: number;
  /** Of the first. */
  readonly place: string;
  readonly detail: string;
}

/** Gathers warnings of a kind and detail into one line. */
export interface WarningList {
  readonly add: (kind: Loss, place: string, detail?: string, count?: number) => void;
  readonly all: () => readonly Warning[];
}
export const warningList = (): WarningList => {
  const found = new Map<string, Warning>();
  return {
    add: (kind, place, detail = '', count = 1) => {
      const key = `${kind} ${detail}`;
      const before = found.get(key);
      found.set(key, before ? { ...before, count: before.count + count } : { kind, count, place, detail });
    },
    all: () => [...found.values()],
  };
};
