import { useState } from 'react';
import type { WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote, Note } from '../../ui/notes.tsx';
import { momentWords, stampWords } from '../../ui/time-words.ts';
import { useSource } from '../../ui/use-source.ts';
import type { PartProps } from '../part.tsx';
import css from '../setup.module.css';
import sheet from './sheet.module.css';
import { useKeyAct } from './use-key-act.ts';

/** The key on paper: shown once, kept nowhere; without it a broken computer takes the register along. */
export const Recovery = ({ engine, world, wave }: PartProps & { readonly wave: WaveRow }) => {
  const { register, common } = useWords();
  const { recovery: words } = register;
  const language = useLanguage();
  const view = useSource(engine.view);
  const { held } = useSource(engine.keys.state);
  const [code, setCode] = useState<string | null>(null);
  const { busy, failure, run } = useKeyAct();
  const newest = held.get(wave.id);
  const printed = [...view.all('device')].find(
    ({ id, kind, state }) =>
      kind === 'recovery' &&
      state === 'approved' &&
      [...view.all('sealed_key')].some((copy) => copy.device === id && copy.generation === newest),
  );
  const make = async (): Promise<void> => {
    const made = await run(engine.keys.makeRecovery);
    if (made) setCode(made.value);
  };
  const study = [...view.all('study')][0]?.name ?? '';
  return (
    <section>
      <h2>{words.title}</h2>
      {newest === undefined ? (
        <p className="muted">{words.later}</p>
      ) : printed ? (
        <p>{words.printed(momentWords(Date.parse(printed.at), world.now(), common, language))}</p>
      ) : (
        <Note tone="warn">
          <p>{words.missing}</p>
        </Note>
      )}
      {failure ? <ErrorNote happened={failure} /> : null}
      {newest === undefined ? null : (
        <p className={css.lead}>
          <Button busy={busy} onClick={() => void make()}>
            {printed ? words.again : words.make}
          </Button>
        </p>
      )}
      {printed ? <p className="small muted">{words.againText}</p> : null}
      <Dialog title={words.sheetTitle} open={code !== null} onClose={() => setCode(null)} wide>
        <div className={sheet.sheet}>
          <p className="b">{`${words.sheetTitle}: ${words.study(study, wave.label)}`}</p>
          <p>{words.made(stampWords(world.now(), language))}</p>
          <p className={sheet.code} translate="no">
            {code}
          </p>
          <p>{words.use}</p>
          <p>{words.shred}</p>
        </div>
        <p className="muted">{words.once}</p>
        <DialogActions>
          <Button variant="primary" autoFocus onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button onClick={() => setCode(null)}>{words.kept}</Button>
        </DialogActions>
      </Dialog>
    </section>
  );
};
