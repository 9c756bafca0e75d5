import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './failure.ts';

/** Control file versions whose beginning we know: PostgreSQL 13 to 16, and 17. */
const KNOWN_VERSIONS = [1300, 1700];
const SHUT_DOWN = 1;

/**
 * Whether the cluster was shut down in order, so that a plain copy of its folder is a whole database.
 * Read from PostgreSQL's own control file (bytes 8 and 16), which is true however the last server ended.
 */
export const wasShutDown = (pgData: string): boolean => {
  try {
    const control = readFileSync(join(pgData, 'global', 'pg_control'));
    return KNOWN_VERSIONS.includes(control.readUInt32LE(8)) && control.readUInt32LE(16) === SHUT_DOWN;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
};
