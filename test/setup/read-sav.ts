import { createRequire } from 'node:module';

/** For the tests: sav-reader, a reader that is not ours. It only says how to be required, so its shape is told here. */
interface SavReader {
  readonly open: () => Promise<void>;
  readonly readNextRow: (includeNulls: boolean) => Promise<Readonly<Record<string, unknown>> | null>;
  readonly reader: {
    readonly readBytes: (count: number) => Promise<Uint8Array>;
    readString: (count: number) => Promise<string>;
  };
  readonly meta: {
    readonly header: Readonly<Record<string, unknown>> & { readonly n_cases: number };
    readonly sysvars: readonly { readonly name: string; readonly label?: string }[];
    readonly getValueLabels: (name: string) => readonly { readonly val: number; readonly label: string }[];
  };
}
const require = createRequire(import.meta.url);
const { SavBufferReader } = require('sav-reader') as {
  readonly SavBufferReader: new (bytes: Buffer) => SavReader;
};

/**
 * It turns each eight bytes of data into text alone, so that å across two of them is lost: here it is handed one
 * character a byte, and what it has put together is decoded. It also waits for ever at the end, so rows are counted.
 */
export const readSavBack = async (bytes: Uint8Array) => {
  const reader = new SavBufferReader(Buffer.from(bytes));
  await reader.open();
  const commands = reader.reader;
  commands.readString = async (count) => Buffer.from(await commands.readBytes(count)).toString('latin1');
  const rows: Readonly<Record<string, unknown>>[] = [];
  for (let row = 0; row < reader.meta.header.n_cases; row++) {
    const read = (await reader.readNextRow(true)) ?? {};
    const values = Object.entries(read).map(([name, value]) => [
      name,
      typeof value === 'string' ? Buffer.from(value, 'latin1').toString('utf8') : value,
    ]);
    rows.push(Object.fromEntries(values));
  }
  return { meta: reader.meta, rows };
};
