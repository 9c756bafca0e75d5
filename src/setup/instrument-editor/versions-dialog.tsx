import { useMemo, useState } from 'react';
import { diffInstruments } from '../../study/instrument-edit/diff.ts';
import type { Json } from '../../study/json.ts';
import type { InstrumentRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { DifferenceList } from './difference-list.tsx';
import css from './publish.module.css';

const DRAFT = 'draft';

/** Any two of the versions and the draft, side by side in words. `versions`: newest first. */
export const VersionsDialog = ({
  versions,
  inForce,
  draft,
  onClose,
}: {
  readonly versions: readonly InstrumentRow[];
  readonly inForce: string | null;
  readonly draft: Json;
  readonly onClose: () => void;
}) => {
  const { instrument: words, common } = useWords();
  const [from, setFrom] = useState(versions[0]?.hash ?? DRAFT);
  const [to, setTo] = useState(DRAFT);
  const options = [
    { value: DRAFT, label: words.versions.draft },
    ...versions.map(({ hash, version, note }) => {
      const label = words.versions.version(version, note);
      return { value: hash, label: hash === inForce ? `${label} (${words.versions.inForce})` : label };
    }),
  ];
  const differences = useMemo(() => {
    const definitionOf = (value: string): Json =>
      versions.find(({ hash }) => hash === value)?.definition ?? draft;
    return diffInstruments(definitionOf(from), definitionOf(to));
  }, [versions, draft, from, to]);
  return (
    <Dialog open wide title={words.versions.title} onClose={onClose}>
      {versions.length === 0 ? (
        <p>{words.versions.only}</p>
      ) : (
        <>
          <div className={css.pair}>
            <SelectField label={words.versions.from} value={from} options={options} onChange={setFrom} />
            <SelectField label={words.versions.to} value={to} options={options} onChange={setTo} />
          </div>
          <DifferenceList differences={differences} none={words.versions.none} />
        </>
      )}
      <DialogActions>
        <Button onClick={onClose}>{common.close}</Button>
      </DialogActions>
    </Dialog>
  );
};
