import { describe, expect, it } from 'vitest';
import { type ActivityDeps, type LockAfter, openLockPreference, watchIdle } from './idle.ts';

const MINUTE = 60_000;

const tabs = () => {
  const listeners: (() => void)[][] = [];
  let now = 1_000_000;
  const open = () => {
    const own: (() => void)[] = [];
    listeners.push(own);
    let act = (): void => undefined;
    let tick = (): void => undefined;
    const deps: ActivityDeps = {
      now: () => now,
      onActivity: (active) => {
        act = active;
        return () => undefined;
      },
      onTick: (ticked) => {
        tick = ticked;
        return () => undefined;
      },
      channel: {
        post: () => {
          for (const others of listeners) if (others !== own) for (const heard of others) heard();
        },
        listen: (heard) => own.push(heard),
        close: () => undefined,
      },
    };
    return { deps, act: () => act(), tick: () => tick() };
  };
  return { open, pass: (ms: number) => (now += ms) };
};
const watched = (world: ReturnType<typeof tabs>, after: LockAfter) => {
  const tab = world.open();
  let locks = 0;
  watchIdle(
    tab.deps,
    () => after,
    () => (locks += 1),
  );
  return { ...tab, locks: () => locks };
};

describe('locking after idle', () => {
  it('comes after the chosen time without a key, at the first look after it', () => {
    const world = tabs();
    const tab = watched(world, 15);
    world.pass(14 * MINUTE);
    tab.tick();
    expect(tab.locks()).toBe(0);
    tab.act();
    world.pass(14 * MINUTE);
    tab.tick();
    expect(tab.locks()).toBe(0);
    // Asleep for a night.
    world.pass(600 * MINUTE);
    tab.tick();
    expect(tab.locks()).toBe(1);
  });

  it('never comes where it is turned off', () => {
    const world = tabs();
    const tab = watched(world, 0);
    world.pass(10_000 * MINUTE);
    tab.tick();
    expect(tab.locks()).toBe(0);
  });

  it('waits for all tabs: a key in one keeps the others open', () => {
    const world = tabs();
    const [one, other] = [watched(world, 5), watched(world, 5)];
    world.pass(4 * MINUTE);
    other.act();
    world.pass(4 * MINUTE);
    one.tick();
    expect(one.locks()).toBe(0);
    world.pass(2 * MINUTE);
    one.tick();
    expect(one.locks()).toBe(1);
  });

  it('keeps the choice, and has one where nothing sound is kept or nothing may be', () => {
    const kept = new Map<string, string>();
    const storage = () =>
      ({
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      }) as unknown as Storage;
    openLockPreference(storage).set(60);
    expect(openLockPreference(storage).get()).toBe(60);
    kept.set('lagesbild.lock-after', '-3');
    expect(openLockPreference(storage).get()).toBe(15);
    const closed = openLockPreference(() => {
      throw new Error('denied');
    });
    closed.set(5);
    expect(closed.get()).toBe(5);
  });
});
