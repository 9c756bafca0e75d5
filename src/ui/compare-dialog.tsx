import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { useWords } from './language.tsx';
import { Note } from './notes.tsx';
import { WordRows } from './word-rows.tsx';

export interface CompareDialogProps {
  readonly text: string;
  /** What the words are of; another one makes them anew. */
  readonly of: string;
  readonly words: () => Promise<readonly string[] | null>;
  readonly same: string;
  /** This side has said that they were the same. */
  readonly said?: boolean;
  readonly busy?: boolean;
  readonly onSame: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** One side of the comparison by voice: the words, and what one heard. */
export const CompareDialog = (props: CompareDialogProps) => {
  const { contacts } = useWords();
  return (
    <Dialog title={contacts.compare.title} open onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
};

const Body = ({
  text,
  of,
  words: make,
  same,
  said = false,
  busy = false,
  onSame,
  onClose,
  children,
}: CompareDialogProps) => {
  const { contacts, common } = useWords();
  const { compare } = contacts;
  const words = useMade(make, of);
  const [differ, setDiffer] = useState(false);
  return (
    <>
      <p>{text}</p>
      {children}
      {words ? (
        <WordRows words={words} />
      ) : (
        <p className="muted" role="status">
          {compare.computing}
        </p>
      )}
      {differ ? (
        <Note tone="warn">
          <p>{compare.differentText}</p>
        </Note>
      ) : said ? (
        <p role="status">{compare.waiting}</p>
      ) : null}
      <DialogActions>
        <Button variant="primary" busy={busy} disabled={!words || differ || said} onClick={onSame}>
          {same}
        </Button>
        <Button onClick={() => setDiffer(true)}>{compare.different}</Button>
        <Button onClick={onClose}>{common.close}</Button>
      </DialogActions>
    </>
  );
};

/** null while they are worked out: half a second, on purpose. */
const useMade = (make: () => Promise<readonly string[] | null>, of: string): readonly string[] | null => {
  const [made, setMade] = useState<{ readonly of: string; readonly words: readonly string[] | null } | null>(
    null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they are of says when they are others
  useEffect(() => {
    let wanted = true;
    void make().then((words) => {
      if (wanted) setMade({ of, words });
    });
    return () => {
      wanted = false;
    };
  }, [of]);
  return made?.of === of ? made.words : null;
};
