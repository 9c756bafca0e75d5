import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isRoot, makeWay } from './pg-user.ts';

/**
 * Where the data lies: LAGESBILD_DATA, else `data` in the project's folder. As root PostgreSQL runs as another
 * user, who may not be let into the project's folder, so there it is a folder of this project's own below /var/lib.
 */
export const dataFolder = (projectRoot: string, env: NodeJS.ProcessEnv, root: boolean = isRoot()): string => {
  if (env.LAGESBILD_DATA) return resolve(env.LAGESBILD_DATA);
  if (!root) return join(projectRoot, 'data');
  const mark = createHash('sha256').update(projectRoot).digest('hex').slice(0, 8);
  return join('/var/lib/lagesbild', `${basename(projectRoot)}-${mark}`);
};

/** Makes the data folder, closed; as root the way to it is left open for the user who runs PostgreSQL. */
export const makeDataFolder = (path: string): void => {
  if (existsSync(path)) return;
  if (isRoot()) makeWay(dirname(path));
  mkdirSync(path, { recursive: true, mode: 0o700 });
};
