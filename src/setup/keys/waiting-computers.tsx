import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Note } from '../../ui/notes.tsx';
import { useSource } from '../../ui/use-source.ts';
import type { PartProps } from '../part.tsx';

/** Somebody sits before a call list without numbers until a lead rings them up. */
export const WaitingComputers = ({ engine, onPart }: PartProps) => {
  const { register } = useWords();
  const view = useSource(engine.view);
  const { standing } = useSource(engine.keys.state);
  const waiting = [...view.all('device')].filter(({ state }) => state === 'pending').length;
  if (waiting === 0 || standing !== 'open') return null;
  return (
    <Note>
      <p>{register.devices.waiting(waiting)}</p>
      <Button onClick={() => onPart('personer')}>{register.devices.showWaiting}</Button>
    </Note>
  );
};
