import type { ClockDep } from '../study/ids.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { RemoteFailure, Session, SessionKeeper } from './remote.ts';

/**
 * Being signed in on this device never depends on the network: the session lies in the vault, and only a request
 * asks whether its token is still good. (The client's own session handling waits for the network when it starts
 * offline, and drops sessions it could not refresh; so it is not used.)
 */
export interface SessionHolder {
  readonly current: () => Session | null;
  /** A token for the next request; refreshed under a lock where it has run out. */
  readonly token: (force?: boolean) => Promise<Result<string, RemoteFailure>>;
  readonly replace: (session: Session | null) => Promise<void>;
}

export interface LockDep {
  /** Runs alone among all tabs of this origin. */
  readonly exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Refresh a little before the end, for slow networks. */
const MARGIN_MS = 30_000;

export const holdSession = async (
  deps: ClockDep & LockDep,
  keeper: SessionKeeper,
  refresh: (refreshToken: string) => Promise<Result<Session, RemoteFailure>>,
): Promise<SessionHolder> => {
  let session = await keeper.load();

  const replace: SessionHolder['replace'] = async (next) => {
    session = next;
    await keeper.save(next);
  };

  const renew = async (stale: Session): Promise<Result<string, RemoteFailure>> =>
    deps.exclusively(`session-${stale.user}`, async () => {
      // Another tab may have renewed it while this one waited; a refresh token is good once.
      const stored = await keeper.load();
      if (stored && stored.accessToken !== stale.accessToken) {
        session = stored;
        return ok(stored.accessToken);
      }
      const renewed = await refresh(stale.refreshToken);
      if (!renewed.ok) return err(renewed.error);
      await replace(renewed.value);
      return ok(renewed.value.accessToken);
    });

  return {
    current: () => session,
    replace,
    token: async (force = false) => {
      if (!session) return err({ type: 'signed_out' });
      const fresh = session.goodUntil - MARGIN_MS > deps.now();
      return fresh && !force ? ok(session.accessToken) : renew(session);
    },
  };
};
