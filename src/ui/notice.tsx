import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';

/**
 * A short word on what was just done, shown in the foot line where nothing moves for it, and read out.
 * It goes by itself; what must not be missed is an ErrorNote in the page instead.
 */
interface Notices {
  readonly text: string | null;
  readonly say: (text: string) => void;
}
const NoticeContext = createContext<Notices>({ text: null, say: () => undefined });

const SHOWN_MS = 8_000;

export const NoticeRoot = ({ children }: { readonly children: ReactNode }) => {
  const [notice, setNotice] = useState<{ readonly text: string } | null>(null);
  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => setNotice(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const say = useCallback((text: string) => setNotice({ text }), []);
  const value = useMemo(() => ({ text: notice?.text ?? null, say }), [notice, say]);
  return (
    <NoticeContext value={value}>
      {children}
      <div className="unseen" role="status">
        {notice?.text}
      </div>
    </NoticeContext>
  );
};

export const useSay = (): Notices['say'] => use(NoticeContext).say;
export const useNotice = (): string | null => use(NoticeContext).text;
