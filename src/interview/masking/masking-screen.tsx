import { useWords } from '../../ui/language.tsx';
import { Frame, FrameTop } from '../frame/frame.tsx';
import { useDraft } from '../session/session.ts';
import css from './masking.module.css';
import { MaskingBar } from './masking-bar.tsx';
import { MaskingPage } from './masking-page.tsx';
import { useDesk } from './use-desk.ts';

/** The masking review. While the texts are read the frame stands, so that nothing flickers. */
const MaskingScreen = () => {
  const { interview, masking } = useWords();
  const name = useDraft((draft) => draft.caseName);
  const desk = useDesk();
  const { state, step } = desk;
  return (
    <Frame
      top={
        <FrameTop
          brand={interview.open.brand}
          name={name}
          right={<span className="small muted">{masking.step}</span>}
        />
      }
      bar={<MaskingBar desk={desk} />}
    >
      {state && step ? (
        <MaskingPage desk={desk} state={state} step={step} />
      ) : (
        <p className={css.reading}>{masking.reading}</p>
      )}
    </Frame>
  );
};
export default MaskingScreen;
