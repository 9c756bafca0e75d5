import { useRef } from 'react';
import { readInstrumentFile, writeInstrumentFile } from '../../study/instrument-edit/import-file.ts';
import { textAt } from '../../study/instrument-edit/json-path.ts';
import { readingTime, USUAL_PACE } from '../../study/instrument-edit/reading-time.ts';
import type { Json } from '../../study/json.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useSay } from '../../ui/notice.tsx';
import css from './editor.module.css';
import { useEditor } from './editor.ts';
import { saveJson } from './save-json.ts';

/** What concerns the whole form: where it comes from, the way back, its length, its files, publishing. */
export const EditorBar = ({
  state,
  onBack,
  onImport,
  onFileFault,
  onVersions,
  onFaults,
  onPublish,
}: {
  readonly state: string;
  readonly onBack: () => void;
  readonly onImport: (definition: Json) => void;
  readonly onFileFault: (type: 'not_json' | 'not_an_instrument' | null) => void;
  readonly onVersions: () => void;
  readonly onFaults: () => void;
  readonly onPublish: () => void;
}) => {
  const { instrument: words } = useWords();
  const language = useLanguage();
  const say = useSay();
  const editor = useEditor();
  const file = useRef<HTMLInputElement>(null);
  const { definition, faults, readOnly, editing } = editor;
  const minutes = Math.max(1, Math.round(readingTime(definition, language).total / 60));
  const read = async (chosen: File): Promise<void> => {
    const found = readInstrumentFile(await chosen.text());
    onFileFault(found.ok ? null : found.error.type);
    if (!found.ok) return;
    onImport(found.value);
    say(words.file.imported);
  };
  const exportItem = {
    label: words.bar.exportFile,
    run: () =>
      saveJson(
        `${textAt(definition, ['instrumentId']) || 'instrument'}.json`,
        writeInstrumentFile(definition),
      ),
  };
  return (
    <section className={css.bar} aria-label={words.title}>
      <Button variant="quiet" onClick={onBack}>{`← ${words.back}`}</Button>
      <p className={css.state}>{state}</p>
      <p className={css.reading} title={words.bar.readingTitle(USUAL_PACE)}>
        {words.bar.reading(String(minutes))}
      </p>
      {faults.length === 0 ? (
        <p className={css.reading}>{words.bar.clear}</p>
      ) : (
        <button type="button" className={css.faults} onClick={onFaults}>
          {words.tree.faults(faults.length)}
        </button>
      )}
      <span className={css.space} />
      {readOnly ? null : (
        <>
          <Button variant="quiet" hint="Ctrl+Z" disabled={editing.past.length === 0} onClick={editor.undo}>
            {words.bar.undo}
          </Button>
          <Button variant="quiet" disabled={editing.future.length === 0} onClick={editor.redo}>
            {words.bar.redo}
          </Button>
        </>
      )}
      <input
        ref={file}
        type="file"
        hidden
        aria-label={words.file.choose}
        accept=".json,application/json"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) void read(chosen);
          // The same file may be chosen again once it is mended.
          event.target.value = '';
        }}
      />
      <Menu
        label={words.bar.file}
        groups={[
          {
            items: [
              ...(readOnly ? [] : [{ label: words.bar.importFile, run: () => file.current?.click() }]),
              exportItem,
              { label: words.bar.versions, run: onVersions },
            ],
          },
        ]}
      />
      {readOnly ? null : (
        <Button variant="primary" onClick={onPublish}>
          {words.bar.publish}
        </Button>
      )}
    </section>
  );
};
