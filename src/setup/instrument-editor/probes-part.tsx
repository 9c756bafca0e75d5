import { addProbe } from '../../study/instrument-edit/operations.ts';
import type { OutlineQuestion } from '../../study/instrument-edit/outline.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { BothField } from './both-field.tsx';
import { ConditionPart } from './condition-part.tsx';
import { useEditor } from './editor.ts';
import css from './form.module.css';
import { MemberTools } from './member-tools.tsx';

export const ProbesPart = ({ question }: { readonly question: OutlineQuestion }) => {
  const { instrument: words } = useWords();
  const { definition, apply, taken, readOnly } = useEditor();
  return (
    <section className={css.part}>
      <h2>{words.probes.title}</h2>
      <p className={css.hint}>{words.probes.hint}</p>
      <ol className={css.members}>
        {question.probes.map((probe, index) => (
          <li key={probe.id} className={css.row}>
            <div className={css.texts}>
              <BothField quiet label={words.probes.text} path={[...probe.path, 'text']} />
              <BothField quiet label={words.probes.definition} path={[...probe.path, 'definition']} />
              <ConditionPart
                quiet
                label={`${words.condition.offered}, ${words.probes.probe(index + 1)}`}
                path={[...probe.path, 'offeredIf']}
                expression={probe.offeredIf}
              />
            </div>
            <MemberTools path={probe.path} what={probe.text.sv || words.probes.probe(index + 1)} />
          </li>
        ))}
      </ol>
      {readOnly ? null : (
        <Button variant="quiet" onClick={() => apply(addProbe(definition, Number(question.path[1]), taken))}>
          {words.probes.add}
        </Button>
      )}
    </section>
  );
};
