import { useState } from 'react';
import { canUndo } from '../../masking/index.ts';
import { moveTo, toStage } from '../../study/draft-rules.ts';
import { useCommands } from '../../ui/commands.tsx';
import type { Command } from '../../ui/keys.ts';
import { useWords } from '../../ui/language.tsx';
import { useSession, useWriting } from '../session/session.ts';
import { arrowsOf, choicesOf, firstWord } from './choices.ts';
import { selectedStretch } from './selection.ts';
import { nextSpan, placesOf, stepOf } from './step.ts';
import { useReview } from './use-review.ts';

/** What the review screen is at, and every key of it. */
export const useDesk = () => {
  const { change } = useSession();
  const { masking } = useWords();
  const writing = useWriting();
  const review = useReview();
  const { state, focus, setFocus, act } = review;
  const [originals, setOriginals] = useState(true);
  const step = state ? stepOf(state, focus) : null;
  const textOf = (id: string): string => state?.texts.find((text) => text.id === id)?.text ?? '';
  const reword = (id: string): void => change((draft) => toStage(moveTo(draft, id, 0), 'notes'));
  const choices = step && writing ? choicesOf(step, review, masking, reword) : [];
  const stretch = step?.kind === 'stretch' || step?.kind === 'kind' ? step.stretch : null;
  const lit = step ? placesOf(step) : [];
  const undoable = state !== null && canUndo(state) && writing;

  const beginAt = (id: string | undefined): void => {
    const text = state?.texts.find((other) => other.id === id) ?? state?.texts[0];
    const first = text && firstWord(text.id, text.text);
    if (first) setFocus({ kind: 'stretch', stretch: first });
  };
  /** With something selected it asks what that is; else the arrow keys choose. */
  const mark = (): void => {
    const selected = selectedStretch();
    if (selected) setFocus({ kind: 'kind', stretch: selected });
    else beginAt(lit[0]?.in);
  };
  const otherText = (by: 1 | -1): Command => ({
    key: by > 0 ? 'ArrowDown' : 'ArrowUp',
    label: '',
    quiet: true,
    run: () => {
      const at = state?.texts.findIndex((text) => text.id === stretch?.in) ?? -1;
      const next = state?.texts[at + by];
      if (next && !stretch?.extends) beginAt(next.id);
    },
  });
  const walk = (key: string, label: string, by: 1 | -1): Command => ({
    key,
    label,
    repeats: true,
    run: () => state && setFocus(nextSpan(state, focus, by)),
  });
  useCommands(masking.keys.title, [
    ...choices,
    ...(writing && step?.kind === 'stretch'
      ? [...arrowsOf(step.stretch, setFocus, textOf(step.stretch.in)), otherText(1), otherText(-1)]
      : []),
    walk('J', masking.keys.next, 1),
    walk('K', masking.keys.previous, -1),
    { key: 'M', label: masking.keys.mark, disabled: !writing, run: mark },
    { key: 'Z', label: masking.keys.undo, disabled: !undoable, run: () => act.undo() },
    { key: 'O', label: masking.keys.originals, run: () => setOriginals(!originals) },
  ]);
  return {
    state,
    step,
    choices,
    stretch,
    lit,
    refused: review.refused,
    originals,
    undoable,
    textOf,
    mark,
    undo: () => act.undo(),
    toggleOriginals: () => setOriginals(!originals),
    press: (span: { readonly in: string; readonly start: number }) =>
      setFocus({ kind: 'span', in: span.in, start: span.start }),
  };
};
export type Desk = ReturnType<typeof useDesk>;
