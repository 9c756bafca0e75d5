import { useEffect, useRef, useState } from 'react';
import { addTalked } from '../../study/draft-rules.ts';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { useSession } from '../session/session.ts';
import css from './asking-top.module.css';

const TICK = 1000;
/** Kept so often; a crash loses no more of the time than that. */
const KEEP = 15_000;
/** A longer gap between two ticks is a computer that slept, not somebody who talked (hidden tabs tick once a minute). */
const SLEPT = 90_000;

const clock = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Time spent talking, over all calls. Shown here, sent nowhere. A press pauses it. */
export const Timer = () => {
  const { change, handle, world } = useSession();
  const { top } = useWords().interview;
  const [running, setRunning] = useState(true);
  const [shown, setShown] = useState(() => handle.draft.get().talked);
  const fresh = useRef(0);
  useEffect(() => {
    if (!running) return;
    let last = world.now();
    const keep = (): void => {
      const talked = fresh.current;
      if (talked === 0 || handle.mode.get() !== 'writing') return;
      fresh.current = 0;
      change((draft) => addTalked(draft, talked));
    };
    const tick = (): void => {
      const now = world.now();
      const gap = now - last;
      last = now;
      if (gap > 0 && gap < SLEPT) fresh.current += gap;
      if (fresh.current >= KEEP) keep();
      setShown(handle.draft.get().talked + fresh.current);
    };
    const timer = setInterval(tick, TICK);
    window.addEventListener('pagehide', keep);
    return () => {
      tick();
      clearInterval(timer);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [running, change, handle, world]);
  return (
    <button
      type="button"
      className={css.timer}
      data-running={running}
      title={running ? top.pause : top.resume}
      aria-label={`${top.timer} ${clock(shown)}. ${running ? top.pause : top.resume}`}
      onMouseDown={keepFocus}
      onClick={() => setRunning(!running)}
    >
      {clock(shown)}
    </button>
  );
};
