import { describe, expect, it } from 'vitest';
import { dataFolder } from './data-folder.ts';

describe('where the data lies', () => {
  it('is where LAGESBILD_DATA says, for everybody', () => {
    for (const root of [true, false])
      expect(dataFolder('/home/a/clone', { LAGESBILD_DATA: '/srv/x' }, root)).toBe('/srv/x');
  });
  it('is in the project for an ordinary user', () => {
    expect(dataFolder('/home/a/clone', {}, false)).toBe('/home/a/clone/data');
  });
  it("is the project's own below /var/lib as root, so that two clones never share", () => {
    const folder = dataFolder('/root/clone', {}, true);
    expect(folder).toMatch(/^\/var\/lib\/lagesbild\/clone-[0-9a-f]{8}$/);
    expect(dataFolder('/root/clone', {}, true)).toBe(folder);
    expect(dataFolder('/srv/clone', {}, true)).not.toBe(folder);
  });
});
