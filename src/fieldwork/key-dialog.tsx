import { useEffect, useState } from 'react';
import type { Engine } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import { CompareDialog } from '../ui/compare-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/field.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useSource } from '../ui/use-source.ts';

/** The caller's side of the comparison with a lead's computer. */
export const KeyDialog = ({ engine, onClose }: { readonly engine: Engine; readonly onClose: () => void }) => {
  const { contacts, common } = useWords();
  const { compare } = contacts;
  const language = useLanguage();
  const view = useSource(engine.view);
  const { trusted, standing } = useSource(engine.keys.state);
  const [chosen, setChosen] = useState<Id | null>(null);
  // The other side approved while the dialog stood open.
  useEffect(() => {
    if (standing === 'open') onClose();
  }, [standing, onClose]);
  const leads = [...view.all('device')].filter(
    ({ kind, state, person }) => kind === 'computer' && state === 'approved' && person !== engine.me.id,
  );
  const device = leads.find(({ id }) => id === chosen) ?? leads[0];
  if (!device)
    return (
      <Dialog title={compare.title} open onClose={onClose}>
        <p>{compare.noLead}</p>
      </Dialog>
    );
  return (
    <CompareDialog
      text={compare.text}
      of={device.key}
      words={() => engine.keys.words(device.id)}
      same={compare.same}
      said={trusted.has(device.id)}
      onSame={() => void engine.keys.trust(device.id)}
      onClose={onClose}
    >
      {leads.length > 1 ? (
        <SelectField
          label={compare.of}
          value={device.id}
          options={leads.map(({ id, at }) => ({
            value: id,
            label: momentWords(Date.parse(at), Date.now(), common, language),
          }))}
          onChange={setChosen}
        />
      ) : null}
    </CompareDialog>
  );
};
