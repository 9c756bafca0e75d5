import { OUTCOME_TABLE } from '../study/dispositions.ts';
import { type Outcome, RARE_OUTCOMES } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import css from './calls.module.css';

interface RareProps {
  readonly name: string;
  readonly open: boolean;
  /** All units are known to exist: what is for frames of unknown quality is not offered. */
  readonly allKnown: boolean;
  /** An interview with them is begun on this device. */
  readonly begun: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onClose: () => void;
}

/** The rarer outcomes, behind one key more: 1 to 9, then letters. */
export const RareDialog = (props: RareProps) => {
  const { fieldwork } = useWords();
  return (
    <Dialog title={fieldwork.rare.title(props.name)} open={props.open} onClose={props.onClose} wide>
      <Choices {...props} />
    </Dialog>
  );
};

const KEYS = '123456789ABCDEF';

const Choices = ({ name, allKnown, begun, onOutcome, onClose }: RareProps) => {
  const { fieldwork, common } = useWords();
  const language = useLanguage();
  const offered = RARE_OUTCOMES.filter((one) => {
    const { only } = OUTCOME_TABLE[one];
    return only === undefined || (only === 'begun' ? begun : !allKnown);
  });
  useCommands(
    fieldwork.rare.title(name),
    offered.map((outcome, index) => ({
      key: KEYS.charAt(index),
      label: OUTCOME_TABLE[outcome].label[language],
      run: () => onOutcome(outcome),
    })),
  );
  return (
    <>
      <div className={css.choices}>
        {offered.map((outcome, index) => (
          <Button
            key={outcome}
            hint={KEYS.charAt(index)}
            autoFocus={index === 0}
            onClick={() => onOutcome(outcome)}
          >
            {OUTCOME_TABLE[outcome].label[language]}
          </Button>
        ))}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
      </DialogActions>
    </>
  );
};
