import { useState } from 'react';
import type { PaperHandle } from '../../engine/types.ts';
import { beginEditing, type Editing, edit } from '../../study/instrument-edit/editing.ts';
import { questionsIn } from '../../study/instrument-edit/outline.ts';
import type { Json } from '../../study/json.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote, Note } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useSource } from '../../ui/use-source.ts';
import css from './editor.module.css';
import { EditorContext, useEditor } from './editor.ts';
import { EditorBar } from './editor-bar.tsx';
import type { EditorProps } from './editor-screen.tsx';
import { Preview } from './preview.tsx';
import { ProblemList } from './problem-list.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { QuestionForm } from './question-form.tsx';
import { SectionForm } from './section-form.tsx';
import { RolesForm, ScriptForm, StudyForm } from './study-form.tsx';
import { Tree } from './tree.tsx';
import { useEditorOf } from './use-editor.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { VersionsDialog } from './versions-dialog.tsx';

/** Parts to the left, the part in both languages in the middle, the interviewer's screen to the right. */
export const Desk = ({
  engine,
  world,
  wave,
  versions,
  interviewed,
  onBack,
  handle,
  blank,
}: EditorProps & { readonly handle: PaperHandle<Json>; readonly blank: Editing }) => {
  const { instrument: words } = useWords();
  const appLanguage = useLanguage();
  const say = useSay();
  const closed = wave.status === 'closed';
  const editor = useEditorOf(handle, blank, versions, closed);
  const mode = useSource(handle.mode);
  const [language, setLanguage] = useState<'sv' | 'en'>(appLanguage);
  const [open, setOpen] = useState<'publish' | 'versions' | null>(null);
  const [fileFault, setFileFault] = useState<'not_json' | 'not_an_instrument' | null>(null);
  useEditorKeys(editor, {
    publish: () => setOpen('publish'),
    language: () => setLanguage(language === 'sv' ? 'en' : 'sv'),
  });
  const current = versions.find(({ hash }) => hash === wave.instrument);
  const base = versions.find(({ hash }) => hash === editor.editing.base);
  const state = !base
    ? words.baseNone
    : editor.editing.past.length === 0
      ? words.same(base.version)
      : words.base(base.version);
  const replace = (definition: Json, hash: string | null): void =>
    editor.change((now) => ({ ...edit(now, definition), base: hash }));
  const firstFault = editor.faults[0];
  return (
    <EditorContext value={editor}>
      <div className={css.editor}>
        <EditorBar
          state={state}
          onBack={onBack}
          onImport={(definition) => replace(definition, editor.editing.base)}
          onFileFault={setFileFault}
          onVersions={() => setOpen('versions')}
          onFaults={() => firstFault && editor.goTo(firstFault.place, firstFault.path)}
          onPublish={() => setOpen('publish')}
        />
        <div className={css.notes}>
          {closed ? <Note>{words.closedWave}</Note> : null}
          {!closed && mode === 'watching' ? (
            <Note tone="warn">
              <p>{words.watching}</p>
              <Button onClick={() => void handle.takeOver()}>{words.takeOver}</Button>
            </Note>
          ) : null}
          {current && editor.editing.base !== current.hash && !closed && editor.editing.base !== null ? (
            <Note tone="warn">
              <p>{words.behind(current.version)}</p>
              <Button onClick={() => replace(current.definition, current.hash)}>
                {words.startOver(current.version)}
              </Button>
            </Note>
          ) : null}
          {fileFault ? (
            <ErrorNote
              happened={fileFault === 'not_json' ? words.file.notJson : words.file.notAnInstrument}
              kept={words.file.kept}
            />
          ) : null}
        </div>
        <div className={css.columns}>
          <div className={css.left}>
            <Tree />
          </div>
          <main className={css.middle} key={JSON.stringify(editor.shown)}>
            <Middle />
            <ProblemList />
          </main>
          <aside className={css.right}>
            <Preview language={language} fields={wave.fields} onLanguage={setLanguage} />
          </aside>
        </div>
      </div>
      {open === 'versions' ? (
        <VersionsDialog
          versions={versions}
          inForce={wave.instrument}
          draft={editor.definition}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'publish' ? (
        <PublishDialog
          engine={engine}
          world={world}
          wave={wave}
          versions={versions}
          interviewed={interviewed}
          definition={editor.definition}
          faults={editor.faults.length}
          onClose={() => setOpen(null)}
          onPublished={(version, hash) => {
            setOpen(null);
            say(words.publish.done(version));
            // The way back ends at what is published; what follows is changed from it.
            editor.change((now) => ({ ...beginEditing(now.definition, hash), used: now.used }));
          }}
        />
      ) : null}
    </EditorContext>
  );
};

const Middle = () => {
  const { outline, shown } = useEditor();
  switch (shown.page) {
    case 'study':
      return <StudyForm />;
    case 'roles':
      return <RolesForm />;
    case 'section': {
      const section = outline.sections.find(({ id }) => id === shown.id);
      return section ? <SectionForm section={section} key={section.id} /> : null;
    }
    case 'question': {
      const question = questionsIn(outline).find(({ id }) => id === shown.id);
      return question ? <QuestionForm question={question} key={question.id} /> : null;
    }
    default:
      return <ScriptForm name={shown.page} />;
  }
};
