import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BookCode } from '../exchange/codebook/book.ts';
import { codebookDocument } from '../exchange/codebook/document.ts';
import { codebookSheet } from '../exchange/codebook/sheets.ts';
import { projectOf } from '../exchange/refi/from-rows.ts';
import { readRefi } from '../exchange/refi/read-file.ts';
import { rowsFrom } from '../exchange/refi/to-rows.ts';
import { writeQdc } from '../exchange/refi/write-file.ts';
import { PLAIN_CSV, SWEDISH_CSV, writeCsv } from '../exchange/sheet/write-csv.ts';
import { writeXlsx } from '../exchange/sheet/write-xlsx.ts';
import { utf8 } from '../exchange/zip/write.ts';
import { readCodebook } from '../study/codebook-file.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { CodeRow } from '../study/rows.ts';
import { failure, type Tool, type ToolFailure } from './tool.ts';

/** A codebook in the form somebody else wants it. */
export const codebook: Tool = {
  summary: 'write a codebook as CSV, XLSX, a document to print, or REFI-QDA (.qdc)',
  help: `Reads a codebook of ours (JSON, as questionnaires/…/codebook.json), or one of another program (.qdc, .qdpx), and writes it
to a file whose ending says the form. Prints {"file", "codes"}.

--to <file>         .csv, .xlsx, .html or .qdc; needed
--language <sv|en>  of the document to print (sv)
--title <text>      of the document ("Kodbok", "Codebook")
--excel             CSV with semicolon and a mark, as Swedish Excel opens it`,
  options: {
    to: { type: 'string' },
    language: { type: 'string' },
    title: { type: 'string' },
    excel: { type: 'boolean' },
  },
  async *run({ options, bytes }) {
    const { to, language = 'sv' } = options;
    if (to === undefined || to === '') {
      yield err(failure('--to must name a file ending in .csv, .xlsx, .html or .qdc'));
      return;
    }
    if (language !== 'sv' && language !== 'en') {
      yield err(failure('--language must be sv or en'));
      return;
    }
    const codes = codesIn(await bytes());
    if (!codes.ok) {
      yield codes;
      return;
    }
    const title = options.title ?? (language === 'sv' ? 'Kodbok' : 'Codebook');
    const form = options.excel === undefined ? PLAIN_CSV : SWEDISH_CSV;
    const pieces = written(codes.value, to, { title, language, form });
    if (!pieces.ok) {
      yield pieces;
      return;
    }
    await pipeline(Readable.from(pieces.value, { objectMode: false }), createWriteStream(to));
    yield ok(JSON.stringify({ file: to, codes: codes.value.length }));
  },
};

const codesIn = (bytes: Uint8Array): Result<readonly BookCode[], ToolFailure> => {
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*\{/.test(text)) return codesOfRefi(bytes);
  try {
    const read = readCodebook(JSON.parse(text), randomUUID);
    return read.ok ? read : err(failure(`${read.error.at || 'the codebook'}: ${read.error.type}`));
  } catch (cause) {
    if (cause instanceof SyntaxError) return err(failure(`is not JSON: ${cause.message}`));
    throw cause;
  }
};

const codesOfRefi = (bytes: Uint8Array): Result<readonly BookCode[], ToolFailure> => {
  const read = readRefi(bytes);
  if (!read.ok) return err(failure(`${read.error.place}: ${read.error.reason}`));
  const into = { answers: [], personOf: () => null, importer: '', codebook: 0, newId: randomUUID };
  return ok(rowsFrom({ ...read.value.project, sources: [] }, into).codes);
};

const written = (
  codes: readonly BookCode[],
  to: string,
  how: { readonly title: string; readonly language: 'sv' | 'en'; readonly form: typeof PLAIN_CSV },
): Result<Iterable<Uint8Array>, ToolFailure> => {
  switch (to.slice(to.lastIndexOf('.')).toLowerCase()) {
    case '.csv':
      return ok(utf8(writeCsv(codebookSheet(codes), how.form)));
    case '.xlsx':
      return ok(writeXlsx([codebookSheet(codes)]));
    case '.html':
      return ok(utf8(codebookDocument(codes, { ...how, subtitle: '' })));
    case '.qdc': {
      const rows = codes.map(
        (code): CodeRow => ({ status: 'active', successor: null, by: '', rev: {}, ...code }),
      );
      const about = { name: how.title, nameOf: () => '' };
      const nothing = { interviews: [], answers: [], segments: [], memos: [] };
      const qdc = writeQdc(projectOf({ ...nothing, codes: rows }, about).project);
      return qdc.ok ? qdc : err(failure('the codebook holds no code'));
    }
    default:
      return err(failure('--to must end in .csv, .xlsx, .html or .qdc'));
  }
};
