import { useMemo, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import { parseInstrument } from '../../study/parse-instrument.ts';
import { makeReceipt } from '../../study/receipt.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { useSource } from '../../ui/use-source.ts';
import { askedWave } from '../session/asked-wave.ts';
import { systemWorld, type World } from '../session/session.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { Script } from './script.tsx';
import css from './sheets.module.css';

const COUNTS = ['1', '2', '3', '5', '10'] as const;
const LANGUAGES = ['sv', 'en'] as const;

/** When there is no computer at hand: what to read out, and sheets to write on, each with a withdrawal code of its own. */
export const SheetsScreen = ({
  engine,
  world = systemWorld,
}: {
  readonly engine: Engine;
  readonly world?: World;
}) => {
  const { sheets, top } = useWords().interview;
  const app = useLanguage();
  const view = useSource(engine.view);
  const [language, setLanguage] = useState<'sv' | 'en'>(app);
  const [count, setCount] = useState<(typeof COUNTS)[number]>('1');
  const asked = useMemo(() => askedWave(view), [view]);
  const instrument = useMemo(() => {
    const parsed = asked && parseInstrument(asked.instrument.definition);
    return parsed?.ok ? parsed.value : null;
  }, [asked]);
  // Made here and kept nowhere: the sheet is the only place a code stands until it is typed in.
  const receipts = useMemo(
    () => Array.from({ length: Number(count) }, () => makeReceipt(world.random)),
    [count, world],
  );
  if (!asked || !instrument)
    return (
      <main className={css.page}>
        <EmptyState title={sheets.none}>
          <p>{sheets.noneText}</p>
        </EmptyState>
      </main>
    );
  return (
    <main className={css.page}>
      <section className={css.choose}>
        <h1>{sheets.title}</h1>
        <p>{sheets.text}</p>
        <div className={css.fields}>
          <SelectField
            label={sheets.count}
            value={count}
            options={COUNTS.map((value) => ({ value, label: value }))}
            onChange={setCount}
          />
          <SelectField
            label={top.language}
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: top.languages[value] }))}
            onChange={setLanguage}
          />
        </div>
        <Button variant="primary" onClick={() => window.print()}>
          {sheets.print}
        </Button>
      </section>
      <div className={css.paper} lang={language}>
        <Script instrument={instrument} wave={asked.wave} language={language} />
        {receipts.map((receipt) => (
          <AnswerSheet key={receipt} instrument={instrument} receipt={receipt} language={language} />
        ))}
      </div>
    </main>
  );
};
