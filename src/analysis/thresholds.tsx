import { useState } from 'react';
import type { ActFailure, Engine } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords } from '../ui/language.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { publishClaims } from './publish-claims.tsx';
import css from './results.module.css';
import type { Results } from './use-wave.ts';

/** Limits that the lead fixes; published as a version of their own, with its day. */
export const Thresholds = ({
  engine,
  results,
  newId,
}: {
  readonly engine: Engine;
  readonly results: Results;
  readonly newId: () => Id;
}) => {
  const { analysis } = useWords();
  const { claims, claimsRows, wave } = results;
  const open = (claims?.claims ?? []).flatMap(({ id, rule }) =>
    rule.kind === 'threshold' ? [{ id, threshold: rule.threshold }] : [],
  );
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const definition = claimsRows.at(-1)?.definition;
  if (open.length === 0 || definition === undefined) return null;
  const send = (): void =>
    void attempt(() => publishClaims(engine, newId, wave.id, withThresholds(definition, typed), ''));
  const sound = Object.values(typed).every((text) => text === '' || percentOf(text) !== null);
  return (
    <section className={css.thresholds}>
      <h2>{analysis.claim.thresholds}</h2>
      <p className="muted">{analysis.claim.thresholdsText}</p>
      <div className={css.fields}>
        {open.map(({ id, threshold }) => (
          <TextField
            key={id}
            label={analysis.claim.threshold(id)}
            inputMode="numeric"
            value={typed[id] ?? (threshold === null ? '' : String(Math.round(threshold * 100)))}
            onChange={(text) => setTyped({ ...typed, [id]: text })}
          />
        ))}
      </div>
      {failure ? <FailureNote failure={failure} /> : null}
      <div>
        <Button busy={busy} disabled={!sound || Object.keys(typed).length === 0} onClick={send}>
          {analysis.claim.save}
        </Button>
      </div>
    </section>
  );
};

/** Whole per cent from 1 to 99, or null. */
const percentOf = (text: string): number | null => {
  const value = Number(text.trim());
  return Number.isInteger(value) && value >= 1 && value <= 99 ? value : null;
};

/** The definition with thresholds in place, all else as it was. */
const withThresholds = (definition: Json, typed: Readonly<Record<string, string>>): Json => {
  const copy = structuredClone(definition) as {
    claims?: { id?: string; rule?: { threshold?: number | null } }[];
  };
  for (const claim of copy.claims ?? []) {
    const text = typed[claim.id ?? ''];
    if (text === undefined || !claim.rule) continue;
    const percent = percentOf(text);
    claim.rule.threshold = percent === null ? null : percent / 100;
  }
  return copy as Json;
};
