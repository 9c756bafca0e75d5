import { useLanguage, useWords } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';
import { numberWords } from '../ui/time-words.ts';
import { NeedsWave, type PartProps } from './part.tsx';
import { Drawn } from './sample/drawn.tsx';
import { FrameChoice } from './sample/frame-choice.tsx';
import css from './setup.module.css';

/** Which municipalities to call: the draw while the wave is prepared, what was drawn and its reserve from then on. */
export const SamplePart = (props: PartProps) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { state, engine, onPart } = props;
  const { sample } = setup;
  if (!state.wave) return <NeedsWave title={sample.title} onPart={onPart} />;
  const { wave } = state;
  const drawn = state.cases.length;
  return (
    <>
      <h1 className={css.big}>{sample.title}</h1>
      {drawn > 0 ? <p>{sample.done(numberWords(drawn, language))}</p> : null}
      {engine.me.practice ? <Note>{sample.practice}</Note> : null}
      {drawn > 0 || wave.status !== 'draft' ? (
        <>
          <p className="muted">{wave.status === 'draft' ? sample.frozen : sample.doneOpen}</p>
          <Drawn {...props} wave={wave} />
        </>
      ) : engine.me.practice ? null : (
        <FrameChoice {...props} wave={wave.id} label={wave.label} />
      )}
    </>
  );
};
