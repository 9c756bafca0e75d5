import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { completeLock, type Lock } from './lock-entries.ts';

/** `npm run lock`, after an install that changed package-lock.json: see lock-entries.ts for why. */
const path = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock;
const { completed, added } = completeLock(lock);
writeFileSync(path, `${JSON.stringify(completed, null, 2)}\n`);
console.log(added.length === 0 ? 'package-lock.json is complete.' : `Added: ${added.join(', ')}`);
