import { codesOf } from '../exchange/refi/model.ts';
import type { Loss, Warning } from '../exchange/refi/problems.ts';
import { readRefi } from '../exchange/refi/read-file.ts';
import type { RefiReading } from '../exchange/refi/read-project.ts';
import { err, ok } from '../study/result.ts';
import { failure, type Tool } from './tool.ts';

/** What another program's project holds, and what of it could not be kept. */
export const qdpx: Tool = {
  summary: 'what a REFI-QDA project or codebook holds (.qdpx, .qde, .qdc)',
  help: `Reads a .qdpx, .qde or .qdc by what is in it and writes one JSON object of counts:
{"users", "codes", "maxDepth", "sources", "selections", "codings", "sets", "warnings": []}

sources, selections and codings are those in the file, of every kind; warnings say, one sentence each, what an import
could not keep or would read otherwise than it stands. A broken or hostile file is refused with the place and the
reason. Formats, limits and quirks: docs/exchange.md.`,
  options: {},
  async *run({ bytes }) {
    const read = readRefi(await bytes());
    yield read.ok
      ? ok(JSON.stringify(countsOf(read.value)))
      : err(failure(`${read.error.place}: ${read.error.reason}`));
  },
};

const countsOf = ({ project, held, warnings }: RefiReading) => {
  const depths = [...codesOf(project.codes)].map(([, depth]) => depth);
  return {
    users: project.users.length,
    codes: depths.length,
    maxDepth: depths.reduce((most, depth) => Math.max(most, depth), 0),
    sources: held.sources,
    selections: held.selections,
    codings: held.codings,
    sets: project.sets.length,
    warnings: warnings.map(sentence),
  };
};

const sentence = ({ kind, detail, count, place }: Warning): string =>
  `${SENTENCES[kind]}${detail === '' ? '' : ` (${detail})`}: ${count}, first at ${place}`;

const SENTENCES: Readonly<Record<Loss, string>> = {
  other_namespace: 'the XML is not in the namespace of the standard',
  links: 'links are not kept',
  graphs: 'graphs are not kept',
  picture_source: 'of pictures only the description is kept',
  pdf_layout: 'of PDF files only the text is kept, not places on the page',
  audio_source: 'sound is not kept',
  video_source: 'video is not kept',
  unknown_element: 'elements that the standard does not know are not kept',
  rich_text: 'formatted texts are kept without their formatting',
  text_missing: 'the text of a source is not in the file',
  selection_outside: 'passages outside their text are left out',
  unknown_code: 'codings without a code in the codebook are left out',
  unknown_reference: 'references to what is not in the file are left out',
  unknown_user: 'users are named who are not listed',
  bad_date: 'instants that are no xsd:dateTime are left out',
  bad_colour: 'colours that could not be read are left out',
  colour_alpha: 'colours are kept without their transparency',
  bad_value: 'values that are not of their type are left out',
  line_ends: 'texts with CR LF, where a line end was counted as the number in brackets',
  counted_otherwise: 'positions were counted otherwise than usual, as the names of the passages show',
  coded_theme: 'codings of codes that are marked as not codable',
  character_replaced: 'characters that XML cannot hold are replaced',
  not_in_codebook: 'a codebook file does not hold these',
  not_in_project: 'a project file does not hold these',
  no_answer: 'texts that are no answer of this study are left out',
  empty_selection: 'passages without length are left out',
  unknown_coder: 'codings by users who are nobody here are left out',
  remark_on_passage: 'remarks on passages without a code become memos of the answer',
  left_out_file: 'files in the archive that nothing was read from',
};
