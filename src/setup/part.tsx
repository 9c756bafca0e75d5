import type { ReactNode } from 'react';
import type { Engine } from '../engine/types.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/language.tsx';
import { EmptyState } from '../ui/notes.tsx';
import type { SetupPart } from './parts.ts';
import type { StudyState } from './study-state.ts';
import type { SetupWorld } from './world.ts';

/** What every part is given. */
export interface PartProps {
  readonly engine: Engine;
  readonly world: SetupWorld;
  readonly state: StudyState;
  readonly onPart: (part: SetupPart) => void;
}

/** Where a part needs a wave and there is none yet. */
export const NeedsWave = ({
  title,
  onPart,
}: Pick<PartProps, 'onPart'> & { readonly title: string }): ReactNode => {
  const { setup } = useWords();
  return (
    <EmptyState title={title} action={<Button onClick={() => onPart('omgang')}>{setup.toWave}</Button>}>
      <p>{setup.noWave}</p>
    </EmptyState>
  );
};
