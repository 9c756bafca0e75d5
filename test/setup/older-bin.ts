import { existsSync } from 'node:fs';

/** Hosted projects run 15 or 17; where Debian's 15 is installed, the contract tests run on it too. */
export const OLDER_BIN = '/usr/lib/postgresql/15/bin';
export const hasOlderPostgres = existsSync(`${OLDER_BIN}/postgres`);
