import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote, Note } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useSource } from '../../ui/use-source.ts';
import type { PartProps } from '../part.tsx';
import css from '../setup.module.css';
import { useKeyAct } from './use-key-act.ts';

/** A new generation of the key, asked for by name once somebody who had the last one has left. */
export const RotateKey = ({ engine, state }: PartProps) => {
  const { register } = useWords();
  const { devices: words } = register;
  const say = useSay();
  const view = useSource(engine.view);
  const { held, standing } = useSource(engine.keys.state);
  const { busy, failure, run } = useKeyAct();
  const wave = state.wave?.id ?? '';
  const newest = held.get(wave);
  if (newest === undefined || standing !== 'open') return null;
  // The recovery key that a newer one replaced left nobody's hands.
  const needed = [...view.all('destruction')].some(
    ({ device, wave: of, generation }) =>
      of === wave && generation === newest && view.get('device', device)?.kind === 'computer',
  );
  const rotate = async (): Promise<void> => {
    if (await run(() => engine.keys.rotate(wave))) say(words.rotated);
  };
  const button = (
    <Button variant={needed ? 'primary' : 'quiet'} busy={busy} onClick={() => void rotate()}>
      {words.rotate}
    </Button>
  );
  return (
    <>
      {failure ? <ErrorNote happened={failure} /> : null}
      {needed ? (
        <Note tone="warn">
          <p>{words.rotateNeeded}</p>
          <p className={css.lead}>{button}</p>
        </Note>
      ) : (
        <p className="small muted">
          {`${words.generation(newest)} `}
          {button}
        </p>
      )}
    </>
  );
};
