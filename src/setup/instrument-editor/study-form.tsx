import { splice } from '../../study/instrument-edit/json-path.ts';
import { freshName } from '../../study/instrument-edit/names.ts';
import { addScript } from '../../study/instrument-edit/operations.ts';
import { SCRIPT_FIELDS } from '../../study/instrument-rules.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { BothField } from './both-field.tsx';
import { useEditor } from './editor.ts';
import css from './form.module.css';
import { MemberTools } from './member-tools.tsx';
import { PlainField } from './plain-field.tsx';

export const StudyForm = () => {
  const { instrument: words } = useWords();
  const { field } = words;
  return (
    <>
      <h1 className={css.title}>{words.tree.study}</h1>
      <BothField label={field.study} path={['title']} swedish="default" />
      <PlainField label={field.studyId} hint={field.studyIdHint} path={['instrumentId']} />
      <PlainField label={field.consentVersion} hint={field.consentVersionHint} path={['consentVersion']} />
    </>
  );
};

/** Parts read aloud, or cards at hand: a heading and a text each. */
export const ScriptForm = ({ name }: { readonly name: 'opening' | 'objections' | 'closing' }) => {
  const { instrument: words } = useWords();
  const { definition, outline, apply, readOnly } = useEditor();
  return (
    <>
      <h1 className={css.title}>{words.tree[name]}</h1>
      <p className={css.hint}>{words.field.scriptFields(SCRIPT_FIELDS.map((one) => `{${one}}`).join(' '))}</p>
      {outline[name].map((part, index) => (
        <section key={part.id || index} className={css.member}>
          <div className={css.memberHead}>
            <h2>{part.title.sv || part.id}</h2>
            <MemberTools path={part.path} what={part.title.sv || part.id} least={1} />
          </div>
          <BothField label={words.field.title} path={[...part.path, 'title']} />
          <BothField label={words.field.text} path={[...part.path, 'text']} lines={3} />
        </section>
      ))}
      {readOnly ? null : (
        <Button onClick={() => apply(addScript(definition, name))}>{words.tree.addPart}</Button>
      )}
    </>
  );
};

export const RolesForm = () => {
  const { instrument: words } = useWords();
  const { definition, outline, apply, readOnly } = useEditor();
  const add = (): void => {
    const values = new Set(outline.roles.map(({ value }) => value));
    const role = { value: freshName('roll', values), text: { sv: '', en: '' } };
    apply(splice(definition, ['roles'], outline.roles.length, 0, [role]));
  };
  return (
    <>
      <h1 className={css.title}>{words.tree.roles}</h1>
      {outline.roles.map((role) => (
        <div key={role.value} className={css.row}>
          <BothField quiet label={words.field.role} path={[...role.path, 'text']} />
          <MemberTools path={role.path} what={role.text.sv || role.value} least={1} />
        </div>
      ))}
      {readOnly ? null : <Button onClick={add}>{words.tree.addRole}</Button>}
    </>
  );
};
