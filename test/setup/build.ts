import type { TestProject } from 'vitest/node';
import { buildIfStale, DIST } from '../../src/server/build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built app. */
    dist: string;
  }
}

/** One build a run, and none where nothing has changed since the last. */
export default async (project: TestProject): Promise<void> => {
  const built = await buildIfStale(() => {});
  if (!built.ok) throw new Error(built.error.line);
  project.provide('dist', DIST);
};
