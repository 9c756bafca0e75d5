import type { TestProject } from 'vitest/node';
import { OLDER_BIN } from './older-bin.ts';
import { providePostgres } from './postgres.ts';

/** The same as postgres.ts on an older server. */
export default (project: TestProject): Promise<() => Promise<void>> => providePostgres(project, OLDER_BIN);
