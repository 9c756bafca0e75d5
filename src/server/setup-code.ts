import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Code, makeCode } from '../study/code.ts';

const fileIn = (dataDir: string): string => join(dataDir, 'setup-code');

/** The code that waits to be used, made at the first start; the same until a study is founded with it. */
export const openSetupCode = (dataDir: string): Code => {
  const path = fileIn(dataDir);
  if (!existsSync(path)) writeFileSync(path, `${makeCode(randomBytes)}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
};

/** Once a real study is founded the code opens nothing, so it is not kept either. */
export const forgetSetupCode = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });
