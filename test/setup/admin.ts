import pg from 'pg';

/** The URL of another database of the same PostgreSQL. */
export const databaseNamed = (url: string, name: string): string => {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
};

/** One statement on a connection of its own, for what cannot run in a transaction. */
export const adminQuery = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};
