import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Ajv } from 'ajv';
import { bundle } from '../exchange/dataset/bundle.ts';
import schema from '../exchange/dataset/dataset.schema.json' with { type: 'json' };
import type { Dataset } from '../exchange/dataset/model.ts';
import { type ZipFile, zipped } from '../exchange/zip/write.ts';
import { DEFAULT_THRESHOLD, LEAST_THRESHOLD } from '../figures/small-cells/protect.ts';
import { publish } from '../figures/small-cells/publication.ts';
import { err, ok, type Result } from '../study/result.ts';
import { practiceDataset } from './export-practice.ts';
import { failure, type Tool, type ToolFailure } from './tool.ts';

/** A wave for other programs and for the archive, as the export page writes it. */
export const exporting: Tool = {
  summary: 'write a wave as CSV, XLSX, SPSS, DDI and JSON, into a folder or one zip',
  help: `Reads a dataset as JSON (its schema is src/exchange/dataset/dataset.schema.json; an earlier export holds one) and writes
README.md, interviews, answers, variables, codebook and tables as CSV, data.xlsx, data.sav, ddi.xml, dataset.json with
its schema, and SHA256SUMS. Prints one JSON line a file: {"file", "bytes", "sha256"}.

--to <place>        a folder, made where it is not there, or a file ending in .zip; needed
--language <sv|en>  of labels (sv)
--threshold <n>     least count shown where tables are broken down, ${LEAST_THRESHOLD} or more (${DEFAULT_THRESHOLD})
--day <yyyy-mm-dd>  day of the export, for the README (today)
--practice <n>      reads nothing and exports so many invented interviews instead`,
  options: {
    to: { type: 'string' },
    language: { type: 'string' },
    threshold: { type: 'string' },
    day: { type: 'string' },
    practice: { type: 'string' },
  },
  async *run({ options, text }) {
    const asked = askedOf(options);
    if (!asked.ok) {
      yield asked;
      return;
    }
    const { to, ...rest } = asked.value;
    const dataset =
      options.practice === undefined ? datasetIn(await text()) : await practiceDataset(options.practice);
    if (!dataset.ok) {
      yield dataset;
      return;
    }
    const sha256 = () => {
      const hash = createHash('sha256');
      return { update: (bytes: Uint8Array) => void hash.update(bytes), hex: () => hash.digest('hex') };
    };
    const written: string[] = [];
    const files = told(
      bundle(dataset.value, { ...rest, publish: (tables) => publish(tables, rest.threshold), sha256 }),
      sha256,
      written,
    );
    if (to.endsWith('.zip')) await pipeline(Readable.from(zipped(files)), createWriteStream(to));
    else {
      await mkdir(to, { recursive: true });
      for (const { name, pieces } of files)
        await pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(join(to, name)));
    }
    for (const line of written) yield ok(line);
  },
};

interface Asked {
  readonly to: string;
  readonly language: 'sv' | 'en';
  readonly threshold: number;
  readonly day: string;
}

const askedOf = (options: Readonly<Record<string, string>>): Result<Asked, ToolFailure> => {
  const { to, language = 'sv', threshold = String(DEFAULT_THRESHOLD) } = options;
  const day = options.day ?? new Date().toISOString().slice(0, 10);
  if (to === undefined || to === '') return err(failure('--to must name a folder or a file ending in .zip'));
  if (language !== 'sv' && language !== 'en') return err(failure('--language must be sv or en'));
  if (!/^\d+$/.test(threshold) || Number(threshold) < LEAST_THRESHOLD)
    return err(failure(`--threshold must be a whole number, ${LEAST_THRESHOLD} or more`));
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return err(failure('--day must be as 2026-11-24'));
  return ok({ to, language, threshold: Number(threshold), day });
};

const validate = new Ajv({ allowUnionTypes: true }).compile<Dataset>(schema);

const datasetIn = (text: string): Result<Dataset, ToolFailure> => {
  try {
    const value: unknown = JSON.parse(text);
    if (validate(value)) return ok(value);
    const [first] = validate.errors ?? [];
    return err(failure(`${first?.instancePath || 'the dataset'} ${first?.message ?? 'is not one'}`));
  } catch (cause) {
    if (cause instanceof SyntaxError) return err(failure(`is not JSON: ${cause.message}`));
    throw cause;
  }
};

/** Notes what each file came to as it is written. */
function* told(
  files: Iterable<ZipFile>,
  sha256: () => { update: (bytes: Uint8Array) => void; hex: () => string },
  written: string[],
): Generator<ZipFile> {
  for (const file of files) {
    const hasher = sha256();
    let bytes = 0;
    const pieces = (function* () {
      for (const piece of file.pieces) {
        hasher.update(piece);
        bytes += piece.length;
        yield piece;
      }
    })();
    yield { ...file, pieces };
    written.push(JSON.stringify({ file: file.name, bytes, sha256: hasher.hex() }));
  }
}
