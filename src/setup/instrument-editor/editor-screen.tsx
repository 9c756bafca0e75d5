import type { Engine } from '../../engine/types.ts';
import { blankInstrument } from '../../study/instrument-edit/blank.ts';
import type { InstrumentRow, WaveRow } from '../../study/rows.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { useWords } from '../../ui/language.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { SetupWorld } from '../world.ts';
import { Desk } from './desk.tsx';
import { usePaper } from './use-paper.ts';

export interface EditorProps {
  readonly engine: Engine;
  readonly world: Pick<SetupWorld, 'newId'>;
  readonly wave: WaveRow;
  /** Of the wave, newest first. */
  readonly versions: readonly InstrumentRow[];
  readonly interviewed: number;
  readonly onBack: () => void;
}

/** The questionnaire of a wave under work. It begins as the version in force, or from nothing. */
export const InstrumentEditor = (props: EditorProps) => {
  const { engine, wave, versions } = props;
  const { instrument: words } = useWords();
  const paper = usePaper(engine, wave.id, () => {
    const current = versions.find(({ hash }) => hash === wave.instrument);
    return current
      ? { definition: current.definition, base: current.hash }
      : { definition: blankInstrument(`studie-${wave.year}`), base: null };
  });
  switch (paper.kind) {
    case 'opening':
      return <Progress label={words.loading} />;
    case 'failed':
      return <FailureNote failure={paper.failure} />;
    case 'open':
      return <Desk {...props} handle={paper.handle} blank={paper.blank} />;
  }
};
