import type { KeyboardEvent } from 'react';
import { useWords } from '../../ui/language.tsx';
import { fillScript } from '../session/script.ts';
import { useDraft, useSession } from '../session/session.ts';
import { useWave } from '../session/use-wave.ts';
import css from './objections.module.css';

/** Answers to what people ask back, one key (I) or click away; opening one closes the other. */
export const Objections = () => {
  const { instrument, handle } = useSession();
  const { side } = useWords().interview;
  const language = useDraft((draft) => draft.language);
  const receipt = useDraft((draft) => draft.receipt);
  const wave = useWave();
  const { caseName } = handle.draft.get();
  return (
    <section className={css.objections}>
      <h2>{side.objections}</h2>
      {instrument.objections.map((card) => (
        <details key={card.id} name="objections">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is pressed like a button */}
          <summary lang={language} onKeyDown={backToText}>
            {card.title[language]}
          </summary>
          <p lang={language}>{fillScript(card.text[language], { caseName, receipt }, wave)}</p>
        </details>
      ))}
    </section>
  );
};

/** Esc gives the caret back. */
const backToText = (event: KeyboardEvent): void => {
  const text = document.querySelector<HTMLTextAreaElement>('main textarea');
  if (event.key !== 'Escape' || !text) return;
  event.preventDefault();
  text.focus();
};

/** Brings the focus to the first objection; from there arrow and Enter are the browser's own. */
export const focusObjections = (): void =>
  document.querySelector<HTMLElement>(`.${css.objections} summary`)?.focus();
