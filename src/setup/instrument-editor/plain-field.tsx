import { type Path, pointerOf, put, textAt } from '../../study/instrument-edit/json-path.ts';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useEditor } from './editor.ts';
import { faultWords } from './place-words.ts';

/** A text that is the same in both languages: a name, a version. */
export const PlainField = ({
  label,
  hint,
  path,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly path: Path;
}) => {
  const { instrument: words } = useWords();
  const { definition, apply, faults, readOnly } = useEditor();
  const pointer = pointerOf(path);
  const fault = faults.find((one) => pointerOf(one.path) === pointer);
  return (
    <TextField
      label={label}
      hint={hint}
      error={fault && faultWords(fault.fault, words)}
      value={textAt(definition, path)}
      readOnly={readOnly}
      data-path={pointer}
      spellCheck={false}
      onChange={(text) => apply(put(definition, path, text), true)}
    />
  );
};
