import type { Session } from '@supabase/supabase-js';
import type {
  ActAnswer,
  ActKind,
  CommandAnswer,
  Hello,
  InvitationCheck,
  PulledPage,
  RoundProgress,
  WaveOverview,
} from '../study/wire.ts';

/** Shapes of answers, so that nothing from outside enters unlooked at. */
type Kind = 'string' | 'number' | 'boolean' | 'object';

export const hasShape =
  <T>(shape: { readonly [K in keyof T]: Kind }) =>
  (value: unknown): value is T =>
    isRecord(value) && Object.entries(shape).every(([key, kind]) => typeof value[key] === kind);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const helloShape = hasShape<Omit<Hello, 'backup_at'>>({
  epoch: 'string',
  schema: 'number',
  founded: 'boolean',
  practice: 'boolean',
  time: 'string',
});
export const isHello = (value: unknown): value is Hello =>
  helloShape(value) &&
  (typeof (value as Hello).backup_at === 'string' || (value as Hello).backup_at === null);

const RESULTS: ReadonlySet<string> = new Set<CommandAnswer['result']>([
  'accepted',
  'duplicate',
  'conflict',
  'rejected',
  'withdrawn',
]);
const answerShape = hasShape<{ id: string; result: string }>({ id: 'string', result: 'string' });
export const isAnswers = (value: unknown): value is readonly CommandAnswer[] =>
  Array.isArray(value) && value.every((one) => answerShape(one) && RESULTS.has(one.result));

const pageShape = hasShape<Pick<PulledPage, 'epoch' | 'feed' | 'reset' | 'cursor' | 'more'>>({
  epoch: 'string',
  feed: 'string',
  reset: 'boolean',
  cursor: 'string',
  more: 'boolean',
});
const rowShape = hasShape<{ table: string; id: string }>({ table: 'string', id: 'string' });
export const isPage = (value: unknown): value is PulledPage =>
  pageShape(value) &&
  Array.isArray((value as PulledPage).rows) &&
  (value as PulledPage).rows.every((row) => rowShape(row));

const okShape = hasShape<{ ok: boolean }>({ ok: 'boolean' });
export const isActAnswer =
  <K extends ActKind>(_kind: K) =>
  (value: unknown): value is ActAnswer<K> =>
    okShape(value) && (value.ok ? 'value' in value : 'reason' in value);

export const isInvitationCheck = (value: unknown): value is InvitationCheck =>
  okShape(value) && (value.ok ? 'kind' in value : 'reason' in value);

export const isOverview: (value: unknown) => value is WaveOverview = hasShape<WaveOverview>({
  waiting: 'number',
  released: 'number',
  unread: 'number',
  cases: 'object',
});

const progressShape = hasShape<{ done: number; judged: number }>({ done: 'number', judged: 'number' });
export const isRoundProgress = (value: unknown): value is RoundProgress =>
  isRecord(value) && Object.values(value).every((one) => progressShape(one));

const tokensShape = hasShape<Pick<Session, 'access_token' | 'refresh_token' | 'expires_in' | 'user'>>({
  access_token: 'string',
  refresh_token: 'string',
  expires_in: 'number',
  user: 'object',
});
export const isTokens = (value: unknown): value is Session =>
  tokensShape(value) && typeof value.user.id === 'string';
