import { put } from '../../study/instrument-edit/json-path.ts';
import { moveQuestion, moveToSection, removeAt } from '../../study/instrument-edit/operations.ts';
import type { OutlineQuestion } from '../../study/instrument-edit/outline.ts';
import { USUAL_PACE, wordsIn } from '../../study/instrument-edit/reading-time.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { BothField } from './both-field.tsx';
import { CodesPart } from './codes-part.tsx';
import { ConditionPart } from './condition-part.tsx';
import { useEditor } from './editor.ts';
import css from './form.module.css';
import { ProbesPart } from './probes-part.tsx';

export const QuestionForm = ({ question }: { readonly question: OutlineQuestion }) => {
  const { instrument: words } = useWords();
  const language = useLanguage();
  const { definition, outline, apply, taken, show, readOnly } = useEditor();
  const { path } = question;
  const seconds = Math.round((wordsIn(question.text[language]) * 60) / USUAL_PACE);
  return (
    <>
      <Head question={question} />
      <BothField
        label={words.field.question}
        hint={words.field.seconds(seconds)}
        path={[...path, 'title']}
        swedish="default"
        lines={2}
      />
      <BothField
        label={words.field.instruction}
        hint={words.field.instructionHint}
        path={[...path, 'instruction']}
        optional
      />
      <CodesPart question={question} />
      <ProbesPart question={question} />
      <ConditionPart
        label={words.condition.notApplicable}
        path={[...path, 'notApplicableIf']}
        expression={question.notApplicableIf}
      />
      <label className={css.check}>
        <input
          type="checkbox"
          checked={question.claimBearing}
          disabled={readOnly}
          onChange={(event) => apply(put(definition, [...path, 'claimBearing'], event.target.checked))}
        />
        <span>
          {words.field.claimBearing}
          <span className={css.hint}>{words.field.claimBearingHint}</span>
        </span>
      </label>
      {readOnly || outline.sections.length < 2 ? null : (
        <SelectField
          label={words.field.section}
          hint={words.field.sectionHint}
          value={question.section}
          options={outline.sections.map(({ id, title }) => ({
            value: id,
            label: `${id} ${title[language]}`,
          }))}
          onChange={(section) => {
            const moved = moveToSection(definition, Number(path[1]), section, taken);
            apply(moved.definition);
            show({ page: 'question', id: moved.id });
          }}
        />
      )}
    </>
  );
};

const Head = ({ question }: { readonly question: OutlineQuestion }) => {
  const { instrument: words } = useWords();
  const { definition, apply, readOnly } = useEditor();
  const say = useSay();
  const index = Number(question.path[1]);
  const where = words.place.question(question.id);
  const move = (by: 1 | -1) => moveQuestion(definition, index, by);
  return (
    <div className={css.head}>
      <h1 className={css.title}>{where}</h1>
      {readOnly ? null : (
        <div className={css.tools}>
          <Button variant="quiet" disabled={move(-1) === definition} onClick={() => apply(move(-1))}>
            {words.move.up}
          </Button>
          <Button variant="quiet" disabled={move(1) === definition} onClick={() => apply(move(1))}>
            {words.move.down}
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              apply(removeAt(definition, question.path));
              say(words.move.removed(where));
            }}
          >
            {words.move.remove}
          </Button>
        </div>
      )}
    </div>
  );
};
