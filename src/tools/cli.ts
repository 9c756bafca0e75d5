import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { agreement } from './agreement.ts';
import { codebook } from './codebook.ts';
import { draw } from './draw.ts';
import { exporting } from './export.ts';
import { generate } from './generate.ts';
import { instrument } from './instrument.ts';
import { mask } from './mask.ts';
import { qdpx } from './qdpx.ts';
import { rates } from './rates.ts';
import { stats } from './stats.ts';
import type { Tool, ToolFailure, ToolInput } from './tool.ts';

/**
 * Headless entry points over the same functions as the screens: `npm run -s tool <name> -- [options] [file]`.
 * Lines in and out; faults on standard error with the line of the input; ends with 1 if there was any.
 */
const TOOLS: Readonly<Record<string, Tool>> = {
  mask,
  instrument,
  generate,
  rates,
  agreement,
  stats,
  draw,
  qdpx,
  codebook,
  export: exporting,
};

const overview = (): string =>
  [
    'npm run -s tool <name> -- [options] [file]',
    '',
    'Reads the file, or standard input where none is named (or the name is -). Faults go to standard error, each with',
    'its line, and the command then ends with 1. <name> -- --help tells more.',
    '',
    ...Object.entries(TOOLS).map(([name, tool]) => `  ${name.padEnd(12)}${tool.summary}`),
    '',
  ].join('\n');

const tell = (fault: ToolFailure): void => {
  process.stderr.write(`${fault.line === undefined ? '' : `line ${fault.line}: `}${fault.message}\n`);
};

const readingFrom = (file: string | undefined): Pick<ToolInput, 'text' | 'bytes' | 'lines'> => {
  const source = () => (file === undefined || file === '-' ? process.stdin : createReadStream(file));
  const bytes = async () => {
    const pieces: Buffer[] = [];
    for await (const piece of source()) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  };
  return {
    bytes,
    text: async () => (await bytes()).toString('utf8').replace(/^\uFEFF/, ''),
    async *lines() {
      let line = 0;
      for await (const text of createInterface({ input: source(), crlfDelay: Number.POSITIVE_INFINITY })) {
        line++;
        yield [line, line === 1 ? text.replace(/^\uFEFF/, '') : text];
      }
    },
  };
};

/** Waits where the reader is slower than we are. */
const write = (line: string): Promise<void> =>
  new Promise((done, failed) => {
    process.stdout.write(`${line}\n`, (error) => (error ? failed(error) : done()));
  });

const main = async (args: readonly string[]): Promise<number> => {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview());
    return name === undefined ? 1 : 0;
  }
  const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
  if (tool === undefined) {
    tell({ type: 'tool_failure', message: `there is no tool named "${name}"\n\n${overview()}` });
    return 1;
  }
  const read = readArguments(tool, rest);
  if (typeof read === 'string') {
    tell({ type: 'tool_failure', message: read });
    return 1;
  }
  if (read.help) {
    process.stdout.write(`npm run -s tool ${name} -- [options] [file]\n\n${tool.summary}\n\n${tool.help}\n`);
    return 0;
  }
  let faults = 0;
  for await (const line of tool.run({
    options: read.options,
    before: read.positionals.slice(0, -1),
    ...readingFrom(read.positionals.at(-1)),
  })) {
    if (line.ok) await write(line.value);
    else {
      faults++;
      tell(line.error);
    }
  }
  return faults === 0 ? 0 : 1;
};

interface Arguments {
  readonly help: boolean;
  readonly options: Readonly<Record<string, string>>;
  readonly positionals: readonly string[];
}

/** A text where the arguments are not understood. */
const readArguments = (tool: Tool, rest: readonly string[]): Arguments | string => {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: { ...tool.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (positionals.length > 1 + (tool.words ?? 0)) return 'one file at a time';
    const options = Object.entries(values).flatMap(([name, value]) =>
      value === undefined || name === 'help' ? [] : [[name, value === true ? '' : String(value)] as const],
    );
    return { help: values.help === true, options: Object.fromEntries(options), positionals };
  } catch (error) {
    if (error instanceof TypeError) return error.message; // parseArgs speaks of the argument itself
    throw error;
  }
};

// A reader that has had enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const system = error instanceof Error && 'code' in error ? error : undefined;
  if (system === undefined) throw error; // a bug: let it be seen whole
  tell({ type: 'tool_failure', message: system.message });
  process.exitCode = 1;
}
