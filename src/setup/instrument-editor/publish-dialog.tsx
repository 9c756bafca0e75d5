import { useMemo, useState } from 'react';
import type { ActFailure, Engine } from '../../engine/types.ts';
import {
  asksToDecide,
  concordanceOf,
  publicationOf,
  type Word,
} from '../../study/instrument-edit/publication.ts';
import { canonicalJson, type Json, sha256Hex } from '../../study/json.ts';
import type { InstrumentRow, WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { Note } from '../../ui/notes.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import type { SetupWorld } from '../world.ts';
import { DecisionField } from './decision-field.tsx';
import { DifferenceList } from './difference-list.tsx';
import css from './publish.module.css';

/** Publishing, for good: what changes, why, and in mid-field what each change means for the answers there are. */
export const PublishDialog = ({
  engine,
  world,
  wave,
  versions,
  interviewed,
  definition,
  faults,
  onClose,
  onPublished,
}: {
  readonly engine: Engine;
  readonly world: Pick<SetupWorld, 'newId'>;
  readonly wave: WaveRow;
  readonly versions: readonly InstrumentRow[];
  /** Cases that are done: what the field work knows, and no more. */
  readonly interviewed: number;
  readonly definition: Json;
  readonly faults: number;
  readonly onClose: () => void;
  readonly onPublished: (version: number, hash: string) => void;
}) => {
  const { instrument: words, common } = useWords();
  const say = words.publish;
  const plan = useMemo(
    () => publicationOf(versions, wave.instrument, definition),
    [versions, wave.instrument, definition],
  );
  const [note, setNote] = useState('');
  const [said, setSaid] = useState<Readonly<Record<string, Word>>>({});
  const [tried, setTried] = useState(false);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const midField = plan.before !== null && asksToDecide(wave);
  const undecided = midField && plan.decisions.some(({ question }) => !said[question]);
  const nothing = plan.before !== null && plan.differences.length === 0;
  const noNote = plan.before !== null && note.trim() === '';
  const publish = async (): Promise<void> => {
    setTried(true);
    if (undecided || noNote || faults > 0 || nothing) return;
    const text = canonicalJson(definition);
    const hash = await sha256Hex(text);
    const published = await attempt(() =>
      engine.act('publish_instrument', {
        instrument: world.newId(),
        wave: wave.id,
        definition: text,
        hash,
        note: note.trim(),
        concordance: concordanceOf(plan, said),
      }),
    );
    if (published) onPublished(published.value.version, hash);
  };
  return (
    <Dialog open wide title={plan.before === null ? say.first : say.title} onClose={onClose}>
      <div className={css.body}>
        {faults > 0 ? <Note tone="warn">{say.faults(faults)}</Note> : null}
        {plan.before === null ? null : (
          <section>
            <h3>{say.changes}</h3>
            <DifferenceList differences={plan.differences} none={say.nothing} />
          </section>
        )}
        {plan.consentUnnamed ? <Note tone="warn">{say.consent}</Note> : null}
        {midField && !nothing ? (
          <section>
            <h3>{say.midField}</h3>
            <p>{`${say.midFieldText(interviewed)} ${say.cells(wave.k)}`}</p>
            {plan.decisions.length > 0 ? <p className="b">{say.decide}</p> : null}
            {plan.decisions.map((decision) => (
              <DecisionField
                key={decision.question}
                decision={decision}
                interviewed={interviewed}
                word={said[decision.question]}
                onWord={(word) => setSaid({ ...said, [decision.question]: word })}
              />
            ))}
            {tried && undecided ? <p className={css.fault}>{say.undecided}</p> : null}
          </section>
        ) : null}
        {nothing || plan.before === null ? null : (
          <TextField
            label={say.note}
            hint={say.noteHint}
            value={note}
            onChange={setNote}
            error={tried && noNote ? say.noteNeeded : undefined}
          />
        )}
        {nothing ? null : <p className="muted">{say.forGood}</p>}
        {failure ? <FailureNote failure={failure} /> : null}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        {nothing ? null : (
          <Button variant="primary" busy={busy} disabled={faults > 0} onClick={() => void publish()}>
            {busy ? say.publishing : say.yes}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};
