import type { Opening } from './call-rules.ts';
import { DAY, instantOf, MINUTE, wallOf } from './zoned-time.ts';

/**
 * Times that people agree on oftest, moved to when the wave calls: in half an hour, this afternoon, tomorrow morning,
 * tomorrow afternoon, the same day next week. In order, each once.
 */
export const quickTimes = (now: number, county: string, opening: Opening): readonly number[] => {
  const today = wallOf(now);
  const onDay = (days: number, hour: number): number =>
    instantOf({ day: today.day + days, minute: hour * 60 });
  const wanted = [
    Math.ceil((now + 30 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE,
    onDay(0, 13),
    onDay(1, 9),
    onDay(1, 13),
    onDay(7, 9),
  ];
  const found = wanted
    .filter((at) => at > now)
    .flatMap((at) => opening.next(at, county) ?? [])
    .filter((at) => at < now + 60 * DAY);
  return [...new Set(found)].sort((a, b) => a - b);
};
