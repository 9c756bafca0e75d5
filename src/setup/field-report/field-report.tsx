import { useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { pngOf } from '../../ui/charts/png.ts';
import { SelectField } from '../../ui/field.tsx';
import { fileName } from '../../ui/file-name.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { type Language, words } from '../../words/index.ts';
import css from '../setup.module.css';
import { readFacts } from './facts.ts';
import { paintFigures } from './pictures.ts';

type Kind = 'html' | 'docx';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The field report as a file, in the language of whoever will read it. */
export const FieldReport = ({
  engine,
  wave,
  now,
}: {
  readonly engine: Engine;
  readonly wave: WaveRow;
  readonly now: () => number;
}) => {
  const { fieldReport: own } = useWords();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [making, setMaking] = useState<Kind | null>(null);
  const [failed, setFailed] = useState(false);
  const write = async (kind: Kind): Promise<Blob> => {
    const [overview, { fieldReport }] = await Promise.all([engine.overview(wave.id), import('./report.ts')]);
    const facts = readFacts(engine.view.get(), wave, now(), overview.ok ? overview.value : null);
    const report = fieldReport(facts, language);
    if (kind === 'html') {
      const { writeHtml } = await import('../../exchange/document/html.ts');
      return new Blob([writeHtml(report)], { type: 'text/html' });
    }
    const { writeDocx } = await import('../../exchange/document/docx.ts');
    const blocks = await paintFigures(report.blocks, pngOf);
    return new Blob([await writeDocx({ ...report, blocks })], { type: DOCX });
  };
  const save = async (kind: Kind): Promise<void> => {
    setMaking(kind);
    setFailed(false);
    try {
      const name = fileName(words[language].fieldReport.file(wave.label));
      saveFile(await write(kind), `${name}.${kind}`);
    } catch (cause) {
      // Told here and thrown on: what breaks in writing is a bug, and the root shows it.
      setFailed(true);
      throw cause;
    } finally {
      setMaking(null);
    }
  };
  return (
    <section className={css.apart} aria-labelledby="field-report">
      <h2 id="field-report">{own.title}</h2>
      <p className="muted">{own.text}</p>
      <div className={css.row}>
        <SelectField
          label={own.language}
          value={language}
          options={[
            { value: 'sv', label: own.languages.sv },
            { value: 'en', label: own.languages.en },
          ]}
          onChange={setLanguage}
        />
        {(['html', 'docx'] as const).map((kind) => (
          <Button
            key={kind}
            busy={making === kind}
            disabled={making !== null && making !== kind}
            onClick={() => void save(kind)}
          >
            {making === kind ? own.making : own[kind]}
          </Button>
        ))}
      </div>
      {failed ? <p role="alert">{own.failed}</p> : null}
    </section>
  );
};
