import { createContext, use } from 'react';
import type { Editing } from '../../study/instrument-edit/editing.ts';
import type { Path } from '../../study/instrument-edit/json-path.ts';
import type { Outline } from '../../study/instrument-edit/outline.ts';
import type { EditorPlace, PlacedFault } from '../../study/instrument-edit/places.ts';
import type { Unseen } from '../../study/instrument-edit/unseen.ts';
import type { Json } from '../../study/json.ts';

/** What is shown in the middle: by id, so that it stays while things move around it. */
export type Shown =
  | { readonly page: 'study' | 'opening' | 'objections' | 'roles' | 'closing' }
  | { readonly page: 'section' | 'question'; readonly id: string };

export const shownOf = (place: EditorPlace): Shown =>
  place.page === 'section' || place.page === 'question'
    ? { page: place.page, id: place.id }
    : { page: place.page };

export const isShown = (a: Shown, b: Shown): boolean =>
  a.page === b.page && ('id' in a ? a.id : '') === ('id' in b ? b.id : '');

/** All that the parts of the editor share. Changes are pure functions of the definition. */
export interface Editor {
  readonly editing: Editing;
  readonly definition: Json;
  readonly outline: Outline;
  readonly faults: readonly PlacedFault[];
  readonly unseen: readonly Unseen[];
  /** Names that nothing new may take, and those that are published. */
  readonly taken: ReadonlySet<string>;
  readonly published: ReadonlySet<string>;
  /** Another tab writes, or the wave is closed. */
  readonly readOnly: boolean;
  readonly shown: Shown;
  readonly show: (shown: Shown) => void;
  /** Shows the place and puts the caret there. */
  readonly goTo: (place: EditorPlace, path: Path) => void;
  readonly apply: (next: Json, typing?: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export const EditorContext = createContext<Editor | null>(null);

export const useEditor = (): Editor => {
  const editor = use(EditorContext);
  if (!editor) throw new Error('no questionnaire is being edited around this part');
  return editor;
};
