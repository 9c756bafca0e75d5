import { useEffect, useState } from 'react';

/** The time for words such as "för 2 min sedan", renewed now and then. */
export const useNow = (everyMs = 20_000): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
};
