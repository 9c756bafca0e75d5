import { useEffect, useMemo, useRef } from 'react';
import type { Engine } from '../engine/types.ts';
import { openAppointments, toRemind } from '../study/appointments.ts';
import type { Id } from '../study/ids.ts';
import { MINUTE } from '../study/zoned-time.ts';
import { useWords } from '../ui/language.tsx';
import { useSay } from '../ui/notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSource } from '../ui/use-source.ts';

/** Says in the foot line, once for each appointment, that it is a quarter of an hour away. Nothing moves for it. */
export const Reminder = ({ engine }: { readonly engine: Engine }) => {
  const { fieldwork } = useWords();
  const say = useSay();
  const now = useNow();
  const view = useSource(engine.view);
  const said = useRef(new Set<Id>());
  const { me } = engine;
  const open = useMemo(() => {
    const mine = [...view.all('appointment')].filter(
      (one) =>
        view.get('case', one.case)?.status === 'active' &&
        // A soft one is its maker's first.
        (one.by === me.id || (one.kind === 'hard' && view.get('case', one.case)?.assignee === me.id)),
    );
    const cases = new Set(mine.map((one) => one.case));
    const attempts = [...view.all('attempt')].filter((one) => cases.has(one.case));
    return mine.flatMap((one) =>
      openAppointments(
        [one],
        attempts.filter((attempt) => attempt.case === one.case),
      ),
    );
  }, [view, me.id]);
  useEffect(() => {
    const due = toRemind(open, now).find((one) => !said.current.has(one.id));
    const row = due && view.get('case', due.case);
    if (!due || !row) return;
    said.current.add(due.id);
    say(fieldwork.remind(row.name, Math.round((Date.parse(due.at) - now) / MINUTE)));
  }, [open, now, view, say, fieldwork]);
  return null;
};
