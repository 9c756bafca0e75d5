import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { PaperHandle } from '../../engine/types.ts';
import { type Editing, edit, redo, takenNames, undo } from '../../study/instrument-edit/editing.ts';
import { type Path, pointerOf } from '../../study/instrument-edit/json-path.ts';
import { namesIn } from '../../study/instrument-edit/names.ts';
import { outlineOf, questionsIn } from '../../study/instrument-edit/outline.ts';
import { faultsOf } from '../../study/instrument-edit/places.ts';
import { unseenIn } from '../../study/instrument-edit/unseen.ts';
import type { Json } from '../../study/json.ts';
import type { InstrumentRow } from '../../study/rows.ts';
import { useSource } from '../../ui/use-source.ts';
import { type Editor, type Shown, shownOf } from './editor.ts';
import { asJson, editingIn } from './use-paper.ts';

const FIRST: Shown = { page: 'study' };

/** The place itself, else what stands around it: a missing text has no field of its own. */
const focusOn = (path: Path): void => {
  for (let length = path.length; length > 0; length--) {
    const pointer = pointerOf(path.slice(0, length));
    const found = document.querySelector<HTMLElement>(`[data-path^="${CSS.escape(pointer)}"]`);
    if (found) {
      found.focus();
      return;
    }
  }
};

/** `versions`: every published one of the study, since a name is given once in a study's life. */
export const useEditorOf = (
  handle: PaperHandle<Json>,
  blank: Editing,
  versions: readonly Pick<InstrumentRow, 'definition'>[],
  closed: boolean,
): Editor & { readonly change: (change: (editing: Editing) => Editing) => void } => {
  const paper = useSource(handle.paper);
  const mode = useSource(handle.mode);
  const editing = useMemo(() => editingIn(paper, blank), [paper, blank]);
  const { definition } = editing;
  const [wanted, setShown] = useState<Shown>(FIRST);
  const [target, setTarget] = useState<{ readonly path: Path } | null>(null);
  useEffect(() => {
    if (target) focusOn(target.path);
  }, [target]);
  const outline = useMemo(() => outlineOf(definition), [definition]);
  const settled = useDeferredValue(definition);
  const faults = useMemo(() => faultsOf(settled), [settled]);
  const unseen = useMemo(() => unseenIn(settled), [settled]);
  const definitions = useMemo(() => versions.map((row) => row.definition), [versions]);
  const taken = useMemo(() => takenNames(editing, definitions), [editing, definitions]);
  const published = useMemo(() => new Set(definitions.flatMap(namesIn)), [definitions]);
  const stands =
    wanted.page === 'question'
      ? questionsIn(outline).some(({ id }) => id === wanted.id)
      : wanted.page !== 'section' || outline.sections.some(({ id }) => id === wanted.id);
  const change = (by: (editing: Editing) => Editing): void => {
    void handle.change((now) => {
      const before = editingIn(now, blank);
      const next = by(before);
      return next === before ? now : asJson(next);
    });
  };
  return {
    editing,
    definition,
    outline,
    faults,
    unseen,
    taken,
    published,
    readOnly: closed || mode !== 'writing',
    shown: stands ? wanted : FIRST,
    show: setShown,
    goTo: (place, path) => {
      setShown(shownOf(place));
      setTarget({ path });
    },
    // Made from what was on screen: a change that came between is of this very screen and painted before the next.
    apply: (next, typing) => change((now) => edit(now, next, typing)),
    undo: () => change(undo),
    redo: () => change(redo),
    change,
  };
};
