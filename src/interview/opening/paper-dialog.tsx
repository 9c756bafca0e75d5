import { useState } from 'react';
import { beginPaper, type PaperForm, type PaperProblem, readPaper } from '../../study/draft-paper.ts';
import { makeReceipt } from '../../study/receipt.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSession } from '../session/session.ts';

import css from './paper-dialog.module.css';

/** An interview written on a sheet: when it was made and the code on the sheet, then the ordinary screen. */
export const PaperDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { change, instrument, world } = useSession();
  const { paper } = useWords().interview;
  const { common } = useWords();
  const [form, setForm] = useState<PaperForm>({ date: '', time: '', receipt: '' });
  const [problem, setProblem] = useState<PaperProblem | null>(null);
  const put = (part: Partial<PaperForm>): void => {
    setForm({ ...form, ...part });
    setProblem(null);
  };
  const begin = (): void => {
    const read = readPaper(form, world.now(), () => makeReceipt(world.random));
    if (read.ok) change((draft) => beginPaper(draft, instrument.consentVersion, read.value));
    else setProblem(read.error);
  };
  const wrong = problem ? paper.problem[problem.type] : undefined;
  const aboutTime = problem?.type === 'time' || problem?.type === 'future';
  return (
    <Dialog title={paper.title} open onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <p className="small muted">{paper.text}</p>
        <TextField
          label={paper.date}
          type="date"
          autoFocus
          value={form.date}
          error={aboutTime ? wrong : undefined}
          onChange={(date) => put({ date })}
        />
        <TextField label={paper.time} type="time" value={form.time} onChange={(time) => put({ time })} />
        <TextField
          label={paper.code}
          hint={paper.codeHint}
          value={form.receipt}
          error={aboutTime ? undefined : wrong}
          spellCheck={false}
          onChange={(receipt) => put({ receipt })}
        />
        <DialogActions>
          <Button type="submit" variant="primary">
            {paper.begin}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
