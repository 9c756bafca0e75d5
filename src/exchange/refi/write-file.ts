import { err, ok, type Result } from '../../study/result.ts';
import { cleanForXml } from '../xml/write.ts';
import { utf8, type ZipFile, zipped } from '../zip/write.ts';
import type { RefiProject } from './model.ts';
import { writeCodebookXml } from './write-codebook.ts';
import { type TextPlace, writeProjectXml } from './write-project.ts';

/** A zip holds at most 65 535 files; above this the texts stand in the XML instead, which every reader must know too. */
const MOST_FILES = 60_000;

/** A `.qdpx`, in pieces. What it cannot hold is listed by `lossesOf` before. */
export const writeQdpx = (
  project: RefiProject,
  texts: TextPlace = project.sources.length > MOST_FILES ? 'inline' : 'files',
): Iterable<Uint8Array> => zipped(filesOf(project, texts));

function* filesOf(project: RefiProject, texts: TextPlace): Generator<ZipFile> {
  yield { name: 'project.qde', pieces: utf8(writeProjectXml(project, texts)) };
  if (texts === 'inline') return;
  for (const { guid, text } of project.sources)
    if (text !== null) yield { name: `sources/${guid}.txt`, pieces: utf8([cleanForXml(text)]) };
}

export type EmptyCodebook = { readonly type: 'empty_codebook' };

/** A `.qdc`, in pieces. */
export const writeQdc = (project: RefiProject): Result<Iterable<Uint8Array>, EmptyCodebook> =>
  project.codes.length === 0 ? err({ type: 'empty_codebook' }) : ok(utf8(writeCodebookXml(project)));
