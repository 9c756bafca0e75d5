import {
  addQuestion,
  addSection,
  moveQuestion,
  moveSection,
  removeAt,
  removeSection,
} from '../../study/instrument-edit/operations.ts';
import { questionsIn } from '../../study/instrument-edit/outline.ts';
import { useCommands } from '../../ui/commands.tsx';
import { useWords } from '../../ui/language.tsx';
import { type Editor, isShown, type Shown } from './editor.ts';

/** Every part in the order of the tree, for J and K. */
const partsOf = ({ outline }: Editor): readonly Shown[] => [
  { page: 'study' },
  { page: 'opening' },
  { page: 'objections' },
  { page: 'roles' },
  ...outline.sections.flatMap((section): readonly Shown[] => [
    { page: 'section', id: section.id },
    ...section.questions.map(({ id }): Shown => ({ page: 'question', id })),
  ]),
  ...outline.stray.map(({ id }): Shown => ({ page: 'question', id })),
  { page: 'closing' },
];

export const useEditorKeys = (
  editor: Editor,
  open: { readonly publish: () => void; readonly language: () => void },
): void => {
  const { instrument: words } = useWords();
  const { definition, outline, shown, show, apply, taken, faults, goTo, readOnly } = editor;
  const parts = partsOf(editor);
  const at = parts.findIndex((part) => isShown(part, shown));
  const step = (by: number): void => {
    const next = parts[Math.min(parts.length - 1, Math.max(0, at + by))];
    if (next) show(next);
  };
  const section = outline.sections.find(
    (one) =>
      'id' in shown && (one.id === shown.id || one.questions.some((question) => question.id === shown.id)),
  );
  const question =
    shown.page === 'question' ? questionsIn(outline).find(({ id }) => id === shown.id) : undefined;
  const move = (by: 1 | -1): void => {
    if (question) apply(moveQuestion(definition, Number(question.path[1]), by));
    else if (shown.page === 'section' && section)
      apply(moveSection(definition, outline.sections.indexOf(section), by));
  };
  const remove = (): void => {
    const before = parts[at - 1];
    if (question) apply(removeAt(definition, question.path));
    else if (shown.page === 'section' && section)
      apply(removeSection(definition, outline.sections.indexOf(section)));
    else return;
    if (before) show(before);
  };
  const newQuestion = (): void => {
    if (!section) return;
    const made = addQuestion(definition, section.id, taken);
    apply(made.definition);
    show({ page: 'question', id: made.id });
  };
  const newSection = (): void => {
    const made = addSection(definition, taken);
    apply(made.definition);
    show({ page: 'section', id: made.id });
  };
  const nextFault = (): void => {
    const here = faults.findLastIndex(
      ({ place }) =>
        place.page === shown.page && (!('id' in place) || !('id' in shown) || place.id === shown.id),
    );
    const next = faults[here + 1] ?? faults[0];
    if (next) goTo(next.place, next.path);
  };
  const { keys } = words;
  const off = readOnly;
  useCommands(words.title, [
    { key: 'Ctrl+Shift+Z', label: words.bar.redo, run: editor.redo, disabled: off, repeats: true },
    { key: 'Ctrl+Y', label: words.bar.redo, run: editor.redo, disabled: off, repeats: true, quiet: true },
    { key: 'Ctrl+Z', label: words.bar.undo, run: editor.undo, disabled: off, repeats: true },
    { key: 'Z', label: words.bar.undo, run: editor.undo, disabled: off, quiet: true },
    { key: 'J', label: keys.next, run: () => step(1), repeats: true },
    { key: 'K', label: keys.previous, run: () => step(-1), repeats: true },
    { key: 'Shift+↑', label: keys.up, run: () => move(-1), disabled: off },
    { key: 'Shift+↓', label: keys.down, run: () => move(1), disabled: off },
    { key: 'N', label: keys.newQuestion, run: newQuestion, disabled: off || !section },
    { key: 'O', label: keys.newSection, run: newSection, disabled: off },
    { key: 'Delete', label: keys.remove, run: remove, disabled: off },
    { key: 'F', label: keys.faults, run: nextFault, disabled: faults.length === 0 },
    { key: 'S', label: keys.language, run: open.language },
    { label: words.bar.publish, run: open.publish, disabled: off },
  ]);
};
