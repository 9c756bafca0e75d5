import { addQuestion, moveSection, removeSection } from '../../study/instrument-edit/operations.ts';
import type { OutlineSection } from '../../study/instrument-edit/outline.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { BothField } from './both-field.tsx';
import { useEditor } from './editor.ts';
import css from './form.module.css';

export const SectionForm = ({ section }: { readonly section: OutlineSection }) => {
  const { instrument: words } = useWords();
  const { definition, outline, taken, apply, show, readOnly } = useEditor();
  const say = useSay();
  const index = outline.sections.indexOf(section);
  const where = words.place.section(section.id);
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{where}</h1>
        {readOnly ? null : (
          <div className={css.tools}>
            <Button
              variant="quiet"
              disabled={index === 0}
              onClick={() => apply(moveSection(definition, index, -1))}
            >
              {words.move.up}
            </Button>
            <Button
              variant="quiet"
              disabled={index === outline.sections.length - 1}
              onClick={() => apply(moveSection(definition, index, 1))}
            >
              {words.move.down}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                apply(removeSection(definition, index));
                say(words.move.removed(where));
              }}
            >
              {words.move.remove}
            </Button>
          </div>
        )}
      </div>
      <BothField label={words.field.title} path={[...section.path, 'title']} />
      <BothField
        label={words.field.shortTitle}
        hint={words.field.shortTitleHint}
        path={[...section.path, 'shortTitle']}
      />
      {readOnly ? null : (
        <Button
          onClick={() => {
            const made = addQuestion(definition, section.id, taken);
            apply(made.definition);
            show({ page: 'question', id: made.id });
          }}
        >
          {words.tree.addQuestion(section.id)}
        </Button>
      )}
    </>
  );
};
