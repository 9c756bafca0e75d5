import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wasShutDown } from '../../src/server/pg-clean.ts';
import { parentOf } from '../../src/server/processes.ts';
import { hasEnded, openFolder, postgresPid, type ServerChild, startChild } from '../setup/child.ts';

describe('the server as a process', () => {
  let folder: ReturnType<typeof openFolder>;
  let dataDir: string;
  const children: ServerChild[] = [];

  beforeEach(() => {
    folder = openFolder();
    dataDir = join(folder.path, 'data');
  });
  afterEach(async () => {
    for (const child of children.splice(0)) {
      child.process.kill('SIGKILL');
      await child.exit;
    }
    if (existsSync(join(dataDir, 'pg', 'postmaster.pid'))) await hasEnded(postgresPid(dataDir));
    folder.remove();
  });

  const start = (): ServerChild => {
    const child = startChild({ dataDir });
    children.push(child);
    return child;
  };
  const stop = async (child: ServerChild): Promise<number | null> => {
    child.process.kill('SIGTERM');
    return child.exit;
  };

  it('prints one link with a set-up code, keeps its data and its secrets to itself, and offers the same code again', async () => {
    const first = start();
    const link = await first.link;
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/start\?code=[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(first.stdout().match(/http/g)).toHaveLength(1);
    for (const name of ['secrets.json', 'setup-code', 'database-password', 'postgres.log']) {
      expect(statSync(join(dataDir, name)).mode & 0o777, name).toBe(0o600);
    }
    expect(await stop(first)).toBe(0);

    const second = start();
    expect((await second.link)?.split('code=')[1]).toBe(link?.split('code=')[1]);
    expect(second.stdout()).toContain('Backup made');
    await stop(second);
  });

  it('stops a second start on the same data with one clear line, and leaves the first alone', async () => {
    const first = start();
    const link = await first.link;
    const second = start();
    expect(await second.exit).toBe(1);
    expect(second.stderr().trim().split('\n')).toEqual([
      `Another Lägesbild (process ${first.process.pid}) is using the data in ${dataDir}.`,
    ]);
    expect((await fetch(new URL('/config.json', link ?? ''))).status).toBe(200);
    expect(await stop(first)).toBe(0);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends on %s with nothing left running',
    async (signal) => {
      const child = start();
      await child.link;
      const postgres = postgresPid(dataDir);
      child.process.kill(signal);
      expect(await child.exit).toBe(0);
      expect(await hasEnded(postgres)).toBe(true);
      expect(wasShutDown(join(dataDir, 'pg'))).toBe(true);
      expect(existsSync(join(dataDir, 'lock'))).toBe(false);
    },
  );

  it('leaves no database behind when it is killed, and starts again', async () => {
    const child = start();
    await child.link;
    const postgres = postgresPid(dataDir);
    child.process.kill('SIGKILL');
    expect(await hasEnded(postgres)).toBe(true);
    const again = start();
    expect(await again.link, again.stderr()).not.toBeNull();
    expect(await stop(again)).toBe(0);
  });

  it('ends when npm is killed, which could not tell it', async () => {
    const child = startChild({ dataDir, underNpm: true });
    children.push(child);
    await child.link;
    const postgres = postgresPid(dataDir);
    const server = parentOf(parentOf(postgres) ?? 0) ?? 0;
    child.process.kill('SIGKILL');
    expect(await hasEnded(server)).toBe(true);
    expect(await hasEnded(postgres)).toBe(true);
    expect(wasShutDown(join(dataDir, 'pg'))).toBe(true);
  });

  it('stops a database whose server and supervisor were both killed, and starts again', async () => {
    const child = start();
    await child.link;
    const postgres = postgresPid(dataDir);
    const supervisor = parentOf(postgres) ?? 0;
    process.kill(supervisor, 'SIGKILL');
    child.process.kill('SIGKILL');
    await child.exit;
    expect(await hasEnded(supervisor)).toBe(true);
    const again = start();
    expect(await again.link, again.stderr()).not.toBeNull();
    expect(postgresPid(dataDir)).not.toBe(postgres);
    expect(await stop(again)).toBe(0);
  });

  it('keeps what was committed when everything is killed at once, and says that it made no backup', async () => {
    const child = start();
    await child.link;
    await withDatabase(dataDir, (client) => client.query('create table kept as select 42 as answer'));
    const postgres = postgresPid(dataDir);
    for (const pid of [parentOf(postgres) ?? 0, child.process.pid ?? 0, postgres])
      process.kill(pid, 'SIGKILL');
    await child.exit;
    expect(await hasEnded(postgres)).toBe(true);

    const again = start();
    expect(await again.link, again.stderr()).not.toBeNull();
    expect(again.stdout()).toContain('No backup this time');
    const { rows } = await withDatabase(dataDir, (client) => client.query('select answer from kept'));
    expect(rows).toEqual([{ answer: 42 }]);
    await stop(again);
  });

  it('stops in order and says so when the database ends by itself', async () => {
    const child = start();
    await child.link;
    process.kill(postgresPid(dataDir), 'SIGQUIT');
    expect(await child.exit).toBe(1);
    expect(child.stderr()).toContain('PostgreSQL ended by itself');
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it('keeps three backups, and begins a new epoch on a restored one', async () => {
    for (let round = 0; round < 2; round++) {
      const child = start();
      await child.link;
      await stop(child);
    }
    const epochOf = () =>
      withDatabase(dataDir, async (client) => (await client.query('select epoch from server_state')).rows[0]);
    const before = start();
    await before.link;
    const old = await epochOf();
    await stop(before);
    const [backup] = readdirSync(join(dataDir, 'backups')).sort();
    rmSync(join(dataDir, 'pg'), { recursive: true });
    renameSync(join(dataDir, 'backups', backup ?? ''), join(dataDir, 'pg'));

    const restored = start();
    expect(await restored.link).not.toBeNull();
    expect(restored.stdout()).toContain('restored backup');
    expect(await epochOf()).not.toEqual(old);
    const now = await epochOf();
    await stop(restored);
    const next = start();
    await next.link;
    expect(await epochOf()).toEqual(now);
    await stop(next);
  });
});

const withDatabase = async <T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const [, , , port] = readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(dataDir, 'database-password'), 'utf8');
  const client = new pg.Client(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
