import { useState } from 'react';
import type { ActFailure, Engine } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import { canonicalJson, type Json, sha256Hex } from '../study/json.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useWords } from '../ui/language.tsx';
import { useAttempt } from '../ui/use-attempt.ts';

export const publishClaims = async (
  engine: Engine,
  newId: () => Id,
  wave: Id,
  definition: Json,
  note: string,
) => {
  const text = canonicalJson(definition);
  return engine.act('publish_claims', {
    claims: newId(),
    wave,
    definition: text,
    hash: await sha256Hex(text),
    note,
  });
};

/** A wave without claims yet: those that came with the study are published as they are. */
export const PublishClaims = ({
  engine,
  wave,
  newId,
  loadClaims,
}: {
  readonly engine: Engine;
  readonly wave: Id;
  readonly newId: () => Id;
  readonly loadClaims: () => Promise<string>;
}) => {
  const { analysis } = useWords();
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const [done, setDone] = useState(false);
  const send = async (): Promise<void> => {
    const sent = await attempt(async () =>
      publishClaims(engine, newId, wave, JSON.parse(await loadClaims()) as Json, ''),
    );
    setDone(sent !== null);
  };
  return (
    <div>
      <p>{analysis.claim.none}</p>
      {failure ? <FailureNote failure={failure} /> : null}
      <Button variant="primary" busy={busy} disabled={done} onClick={() => void send()}>
        {busy ? analysis.claim.publishing : analysis.claim.publish}
      </Button>
    </div>
  );
};
