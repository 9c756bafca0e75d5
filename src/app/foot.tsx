import { useEffect, useState } from 'react';
import type { Status } from '../engine/types.ts';
import type { Source } from '../study/source.ts';
import { FootLine } from '../ui/bars.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { useNotice } from '../ui/notice.tsx';
import { agoWords, clockWords, numberWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { useSource } from '../ui/use-source.ts';
import type { Language, Words } from '../words/index.ts';

/** What the line says, from the engine's status: saved when, what has left, what waits. */
export const footWords = (
  status: Status,
  now: number,
  words: Words['common'],
  language: Language,
): { readonly left: readonly string[]; readonly right: readonly string[] } => {
  const { foot } = words;
  const saved =
    status.savedAt === null ? foot.nothingYet : foot.saved(agoWords(status.savedAt, now, words, language));
  const saving = { saved, saving: foot.saving, failed: foot.failed }[status.saving];
  const waits = status.waiting.interviews + status.waiting.other;
  const gone = !status.hasSent ? foot.nothingLeft : waits === 0 ? foot.allSent : foot.hasSent;
  const right = [
    status.outdated ? foot.outdated : '',
    status.online ? '' : foot.offline,
    status.online && status.session === 'signed_out' ? foot.signedOut : '',
    status.online && status.retryAt !== null ? foot.retry(clockWords(status.retryAt, language)) : '',
    status.pulling ? (status.pulled ? foot.pulled(numberWords(status.pulled, language)) : foot.pulling) : '',
    waits === 0 ? '' : foot.toSend(status.waiting.interviews, status.waiting.other),
    status.returned === 0 ? '' : foot.returned(status.returned),
  ].filter(Boolean);
  return { left: status.saving === 'failed' ? [saving] : [saving, gone], right };
};

/** A save so short that nobody waits for it is not told of: the line must not flicker at every key. */
const TELL_AFTER_MS = 300;

const useLasting = (going: boolean): boolean => {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!going) return undefined;
    const timer = setTimeout(() => setLasting(true), TELL_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [going]);
  return lasting;
};

export const Foot = ({ status: source }: { readonly status: Source<Status> }) => {
  const { common } = useWords();
  const language = useLanguage();
  const told = useSource(source);
  const lasting = useLasting(told.saving === 'saving');
  const status = told.saving === 'saving' && !lasting ? { ...told, saving: 'saved' as const } : told;
  const notice = useNotice();
  const now = useNow();
  // "Just now" must not lag behind what was saved a moment ago.
  const at = Math.max(now, status.savedAt ?? 0);
  const { left, right } = footWords(status, at, common, language);
  const state = { saved: 'ok', saving: 'busy', failed: 'failed' } as const;
  return (
    <FootLine
      state={state[status.saving]}
      left={notice === null || status.saving === 'failed' ? left : [notice]}
      right={right}
    />
  );
};
