import { useState } from 'react';
import { answerAs } from '../../study/draft-areas.ts';
import { ALL_SECTIONS, giveConsent } from '../../study/draft-rules.ts';
import { makeReceipt } from '../../study/receipt.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { AskingTop, LanguageSwitch } from '../asking/asking-top.tsx';
import { RolePills } from '../asking/role-pills.tsx';
import { Frame } from '../frame/frame.tsx';
import { fillScript } from '../session/script.ts';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import { useWave } from '../session/use-wave.ts';
import { Objections } from './objections.tsx';
import css from './opening-screen.module.css';
import { PaperDialog } from './paper-dialog.tsx';
import { type NotNow, useNotNow } from './use-not-now.ts';

/** What is read out first, and the question whether they want to take part: yes, another time, no. */
export const OpeningScreen = () => {
  const { instrument, change, world, handle, notNow: takenOver } = useSession();
  const { interview } = useWords();
  const words = interview.opening;
  const language = useDraft((draft) => draft.language);
  const role = useDraft((draft) => draft.roles[ALL_SECTIONS]);
  const wave = useWave();
  const writing = useWriting();
  const [turned, setTurned] = useState<NotNow | null>(null);
  const [refused, setRefused] = useState(false);
  const [paper, setPaper] = useState(false);
  const notNow = useNotNow();
  const { caseName } = handle.draft.get();

  const yes = (): void =>
    change((draft) => giveConsent(draft, instrument.consentVersion, makeReceipt(world.random)));
  const turnAway = async (how: NotNow | null = turned): Promise<void> => {
    if (how) setRefused(!(await notNow(how)));
  };
  /** Straight on to when or why where somebody asks that; else it is said first what happens. */
  const turn = (how: NotNow): void => (takenOver(how) ? void turnAway(how) : setTurned(how));
  useCommands(words.title, [
    ...(turned === null
      ? [
          { key: '1', label: words.yes, run: yes, disabled: !writing },
          { key: '2', label: words.another, run: () => turn('another'), disabled: !writing },
          { label: interview.paper.open, run: () => setPaper(true), disabled: !writing },
          { key: '3', label: words.no, run: () => turn('no'), disabled: !writing },
        ]
      : [
          { key: 'Enter', label: turned === 'no' ? words.noDo : words.anotherDo, run: () => void turnAway() },
          { key: 'Escape', label: words.undecided, run: () => setTurned(null) },
        ]),
  ]);

  return (
    <Frame
      top={<AskingTop alone />}
      bar={
        turned === null ? (
          <div className={css.bar}>
            <p className={css.ask}>{words.consentTitle}</p>
            <Button variant="primary" hint="1" disabled={!writing} onClick={yes}>
              {words.yes}
            </Button>
            <Button hint="2" disabled={!writing} onClick={() => turn('another')}>
              {words.another}
            </Button>
            <Button hint="3" disabled={!writing} onClick={() => turn('no')}>
              {words.no}
            </Button>
            <span className={css.space} />
            <Button variant="quiet" disabled={!writing} onClick={() => setPaper(true)}>
              {interview.paper.open}
            </Button>
          </div>
        ) : (
          <div className={css.bar}>
            <div className={css.ask}>
              <h2>{turned === 'no' ? words.noTitle : words.anotherTitle}</h2>
              <p className="small muted">{turned === 'no' ? words.noText : words.anotherText}</p>
              {refused ? <ErrorNote happened={words.refused} /> : null}
            </div>
            <Button variant="primary" hint="↵" onClick={() => void turnAway()}>
              {turned === 'no' ? words.noDo : words.anotherDo}
            </Button>
            <Button hint="Esc" onClick={() => setTurned(null)}>
              {words.undecided}
            </Button>
          </div>
        )
      }
    >
      <div className={css.work}>
        <main className={css.page} tabIndex={0}>
          <div className={css.column}>
            <h1 className={css.title}>{words.title}</h1>
            {instrument.opening.map((part) => (
              <p key={part.id} className={css.script} lang={language}>
                {fillScript(part.text[language], { caseName, receipt: null }, wave)}
              </p>
            ))}
          </div>
        </main>
        <aside className={css.side} aria-label={interview.side.label}>
          <section>
            <h2>{words.role}</h2>
            <RolePills
              label={words.role}
              chosen={role}
              onChoose={(value) => change((draft) => answerAs(draft, ALL_SECTIONS, value))}
            />
            <p className={css.hint}>{words.roleHint}</p>
          </section>
          <Objections />
          <div className={css.language}>
            <LanguageSwitch />
          </div>
        </aside>
      </div>
      {paper ? <PaperDialog onClose={() => setPaper(false)} /> : null}
    </Frame>
  );
};
