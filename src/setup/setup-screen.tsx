import { lazy, Suspense, useMemo, useState } from 'react';
import type { Engine } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import { useCommands } from '../ui/commands.tsx';
import { SelectField } from '../ui/field.tsx';
import { useWords } from '../ui/language.tsx';
import { useSay } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { useSource } from '../ui/use-source.ts';
import { AssignPart } from './assign-part.tsx';
import { ContactsPart } from './contacts-part.tsx';
import { Overview } from './overview.tsx';
import { NeedsWave, type PartProps } from './part.tsx';
import { SETUP_PARTS, type SetupPart } from './parts.ts';
import { PeoplePart } from './people-part.tsx';
import { RulesPart } from './rules/rules-part.tsx';
import { SamplePart } from './sample-part.tsx';
import css from './setup.module.css';
import { readStudy } from './study-state.ts';
import { TextsPart } from './texts-part.tsx';
import { WavePart } from './wave-part.tsx';
import type { SetupWorld } from './world.ts';

/** A chunk of its own: most days no question changes. */
const InstrumentEditor = lazy(async () => ({
  default: (await import('./instrument-editor/editor-screen.tsx')).InstrumentEditor,
}));

export const SetupScreen = ({
  engine,
  world,
  part,
  onPart,
}: {
  readonly engine: Engine;
  readonly world: SetupWorld;
  readonly part: SetupPart;
  readonly onPart: (part: SetupPart) => void;
}) => {
  const { setup, common } = useWords();
  const say = useSay();
  const view = useSource(engine.view);
  const [chosen, setChosen] = useState<Id | null>(null);
  const state = useMemo(() => readStudy(view, chosen), [view, chosen]);
  const undo = async (): Promise<void> => {
    const undone = await engine.undo();
    say(undone.ok ? setup.undone : undoWords(undone.error, common));
  };
  useCommands(setup.title, [
    ...SETUP_PARTS.map((name) => ({ label: setup.parts[name], run: () => onPart(name) })),
    { key: 'Z', label: common.undo, run: () => void undo() },
  ]);
  const study = [...view.all('study')][0];
  const props: PartProps = { engine, world, state, onPart };
  const { wave } = state;
  if (part === 'fragor' && wave) {
    return (
      <Suspense fallback={<Progress label={common.loading} />}>
        <InstrumentEditor
          // Each wave has a draft of its own.
          key={wave.id}
          engine={engine}
          world={world}
          wave={wave}
          versions={state.instruments}
          interviewed={state.cases.filter(({ status }) => status === 'interviewed').length}
          onBack={() => onPart('omgang')}
        />
      </Suspense>
    );
  }
  return (
    <div className={css.work}>
      <aside className={css.side}>
        <p className={css.study}>{study?.name}</p>
        {state.waves.length > 1 ? (
          <SelectField
            label={setup.waveLabel}
            value={state.wave?.id ?? ''}
            options={state.waves.map((wave) => ({
              value: wave.id,
              label: `${wave.label} (${setup.status[wave.status]})`,
            }))}
            onChange={setChosen}
          />
        ) : state.wave ? (
          <p className="small muted">{`${setup.waveLabel} ${state.wave.label}, ${setup.status[state.wave.status]}`}</p>
        ) : null}
        <nav aria-label={setup.partsLabel} className={css.parts}>
          {SETUP_PARTS.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={part === name ? 'page' : undefined}
              onClick={() => onPart(name)}
            >
              {setup.parts[name]}
            </button>
          ))}
        </nav>
      </aside>
      <main className={css.page}>
        {part === 'oversikt' ? <Overview {...props} /> : null}
        {part === 'omgang' ? <WavePart {...props} /> : null}
        {part === 'fragor' ? <NeedsWave title={setup.parts.fragor} onPart={onPart} /> : null}
        {part === 'urval' ? <SamplePart {...props} /> : null}
        {part === 'kontakter' ? <ContactsPart {...props} key={state.wave?.id} /> : null}
        {part === 'texter' ? <TextsPart {...props} key={state.wave?.id} /> : null}
        {part === 'personer' ? <PeoplePart {...props} /> : null}
        {part === 'fordela' ? <AssignPart {...props} /> : null}
        {part === 'regler' ? <RulesPart {...props} /> : null}
      </main>
    </div>
  );
};

const undoWords = (
  failure: { readonly type: string },
  { refusal }: ReturnType<typeof useWords>['common'],
): string => {
  switch (failure.type) {
    case 'no_inverse':
      return refusal.no_inverse;
    case 'refused':
      return refusal.stale;
    default:
      return refusal.nothing_to_undo;
  }
};
