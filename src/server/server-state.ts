import pg from 'pg';
import { type Code, codeHash } from '../study/code.ts';

const withClient = async <T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/**
 * Lets the code open the first lead's account, unless a real study has been founded already.
 * False: founded, and the code opens nothing any more.
 */
export const offerSetupCode = (databaseUrl: string, code: Code): Promise<boolean> =>
  withClient(databaseUrl, async (client) => {
    const offered = await client.query(
      'update public.server_state set setup_code_hash = $1 where not exists (select from public.study where not practice)',
      [await codeHash(code)],
    );
    return offered.rowCount === 1;
  });

/** Devices keep their sealed copy of a handed-in interview until a backup later than its confirmation is told of. */
export const reportBackup = (databaseUrl: string, at: Date): Promise<void> =>
  withClient(databaseUrl, async (client) => {
    await client.query('update public.server_state set backup_at = greatest(backup_at, $1)', [at]);
  });

/** After a restore: replicas start from nothing and outboxes offer again what they still keep. */
export const beginEpoch = (databaseUrl: string): Promise<void> =>
  withClient(databaseUrl, async (client) => {
    await client.query('select internal.new_epoch()');
  });
