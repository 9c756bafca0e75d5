import { useEffect, useState } from 'react';
import type { Engine } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import type { DeviceRow } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { SelectField } from '../ui/field.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useSource } from '../ui/use-source.ts';
import { WordRows } from '../ui/word-rows.tsx';

/** The caller's side of the comparison: the words, and whether they were the same. */
export const KeyDialog = ({ engine, onClose }: { readonly engine: Engine; readonly onClose: () => void }) => {
  const { contacts } = useWords();
  const { compare } = contacts;
  return (
    <Dialog title={compare.title} open onClose={onClose}>
      <Body engine={engine} onClose={onClose} />
    </Dialog>
  );
};

const Body = ({ engine, onClose }: { readonly engine: Engine; readonly onClose: () => void }) => {
  const { contacts, common } = useWords();
  const { compare } = contacts;
  const language = useLanguage();
  const view = useSource(engine.view);
  const { device: own, trusted, standing } = useSource(engine.keys.state);
  const leads = [...view.all('device')].filter(
    (one) =>
      one.kind === 'computer' && one.state === 'approved' && one.id !== own && one.person !== engine.me.id,
  );
  const [chosen, setChosen] = useState<Id | null>(null);
  const [differ, setDiffer] = useState(false);
  const device = leads.find(({ id }) => id === chosen) ?? leads[0];
  const words = useKeyWords(engine, device);
  const said = (one: DeviceRow): string => momentWords(Date.parse(one.at), Date.now(), common, language);
  const same = async (): Promise<void> => {
    if (device && (await engine.keys.trust(device.id)).ok && engine.keys.state.get().standing === 'open')
      onClose();
  };
  if (standing === 'open') return <Done onClose={onClose} />;
  if (!device) return <p>{compare.noLead}</p>;
  return (
    <>
      <p>{compare.text}</p>
      {leads.length > 1 ? (
        <SelectField
          label={compare.of}
          value={device.id}
          options={leads.map((one) => ({ value: one.id, label: said(one) }))}
          onChange={setChosen}
        />
      ) : null}
      {words ? <WordRows words={words} /> : <p className="muted">{compare.computing}</p>}
      {differ ? (
        <Note tone="warn">
          <p>{compare.differentText}</p>
        </Note>
      ) : trusted.has(device.id) ? (
        <p role="status">{compare.waiting}</p>
      ) : null}
      <DialogActions>
        <Button
          variant="primary"
          disabled={!words || differ || trusted.has(device.id)}
          onClick={() => void same()}
        >
          {compare.same}
        </Button>
        <Button onClick={() => setDiffer(true)}>{compare.different}</Button>
        <Button onClick={onClose}>{common.close}</Button>
      </DialogActions>
    </>
  );
};

/** The other side approved while the dialog stood open. */
const Done = ({ onClose }: { readonly onClose: () => void }) => {
  useEffect(onClose, [onClose]);
  return null;
};

/** null while they are worked out: half a second, on purpose. */
const useKeyWords = (engine: Engine, device: DeviceRow | undefined): readonly string[] | null => {
  const [words, setWords] = useState<{
    readonly of: string;
    readonly words: readonly string[] | null;
  } | null>(null);
  const key = device?.key;
  const id = device?.id;
  useEffect(() => {
    if (id === undefined || key === undefined) return;
    let wanted = true;
    void engine.keys.words(id).then((made) => {
      if (wanted) setWords({ of: key, words: made });
    });
    return () => {
      wanted = false;
    };
  }, [engine, id, key]);
  return words?.of === key ? (words?.words ?? null) : null;
};
