import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../study/result.ts';
import { failure, type StartFailure } from './failure.ts';

export interface Secrets {
  /** Signs the session tokens. */
  readonly jwtSecret: string;
  /** Not a secret: every visitor is given it, and it means "nobody" (the role anon). */
  readonly anonKey: string;
}

/** Known to everybody who has read the documentation of the parts below. */
const PUBLIC_SECRETS = [
  'unsafe-secret-change-me',
  'super-secret-jwt-token-with-at-least-32-characters-long',
  'your-super-secret-jwt-token-with-at-least-32-characters-long',
];
const SHORTEST = 32;

export const makeSecrets = (): Secrets => ({
  jwtSecret: randomBytes(48).toString('base64url'),
  anonKey: `sb_publishable_${randomBytes(18).toString('base64url')}`,
});

export const checkSecrets = (value: unknown, origin: string): Result<Secrets, StartFailure> => {
  const { jwtSecret, anonKey } = (value ?? {}) as Partial<Record<keyof Secrets, unknown>>;
  if (
    typeof jwtSecret !== 'string' ||
    typeof anonKey !== 'string' ||
    !anonKey.startsWith('sb_publishable_')
  ) {
    return err(failure('bad_secrets', `${origin} does not hold a JWT secret and a publishable key.`));
  }
  if (PUBLIC_SECRETS.includes(jwtSecret) || jwtSecret.length < SHORTEST) {
    return err(
      failure('bad_secrets', `${origin} holds a JWT secret that is public or too short: refusing to start.`),
    );
  }
  return ok({ jwtSecret, anonKey });
};

/** The secrets of this data folder, made at its first start. */
export const openSecrets = (dataDir: string): Result<Secrets, StartFailure> => {
  const path = join(dataDir, 'secrets.json');
  if (!existsSync(path)) {
    writeFileSync(path, `${JSON.stringify(makeSecrets(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    return err(failure('bad_secrets', `${path} can be read by others: run chmod 600 on it.`));
  }
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    value = null; // said in the same words as a file that lacks them
  }
  return checkSecrets(value, path);
};
