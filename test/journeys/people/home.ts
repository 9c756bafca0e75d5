import pg from 'pg';
import { inject } from 'vitest';
import { formatCode, makeCode } from '../../../src/study/code.ts';
import { randomBytes } from '../../driver/people.ts';
import { type Backend, freshBackend } from '../../setup/backend.ts';

/** A server as it is after its first start: the built app, an empty database, and a link with the set-up code. */
export interface FreshHome extends Backend {
  readonly link: string;
}

export const freshHome = async (): Promise<FreshHome> => {
  const home = await freshBackend({ root: inject('dist') });
  const sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  const code = makeCode(randomBytes);
  await sql.query('select internal.set_setup_code($1)', [code]);
  await sql.end();
  return { ...home, link: `${home.url}/#/start?code=${formatCode(code)}` };
};
