import { useEffect } from 'react';
import { useServices } from '../services.ts';
import { type ActivityDeps, watchIdle } from './idle.ts';

const TICK_MS = 15_000;
const SIGNS = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

const browserActivity = (now: () => number): ActivityDeps => {
  const channel = new BroadcastChannel('lagesbild-activity');
  return {
    now,
    onActivity: (active) => {
      for (const sign of SIGNS) window.addEventListener(sign, active, { passive: true, capture: true });
      return () => {
        for (const sign of SIGNS) window.removeEventListener(sign, active, { capture: true });
      };
    },
    onTick: (tick) => {
      const timer = setInterval(tick, TICK_MS);
      document.addEventListener('visibilitychange', tick);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', tick);
      };
    },
    channel: {
      post: (message) => channel.postMessage(message),
      listen: (heard) => channel.addEventListener('message', heard),
      close: () => channel.close(),
    },
  };
};

/** Locks the device once nobody has touched it for the chosen time, but never an open interview or a practice study. */
export const useIdleLock = (awake: boolean): void => {
  const { device, lockAfter, now } = useServices();
  useEffect(() => {
    if (awake) return;
    return watchIdle(browserActivity(now), lockAfter.get, () => void device.lock());
  }, [awake, device, lockAfter, now]);
};
