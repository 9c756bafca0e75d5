import type { Id } from './ids.ts';
import type { Result } from './result.ts';
import type { Role, Rows, SegmentRow, Table } from './rows.ts';
import type { RejectReason, Stream } from './wire.ts';

/** Who acts; taken from the replica's own person row. */
export interface Actor {
  readonly id: Id;
  readonly role: Role;
}

/** Confirmed rows with the pending commands folded over them. Reading it never waits. */
export interface View {
  get<T extends Table>(table: T, id: string): Rows[T] | undefined;
  all<T extends Table>(table: T): Iterable<Rows[T]>;
  /** Segments on an answer, in no order; of questions that no screen shows only what is pending. */
  segmentsOn?(answer: string): Iterable<SegmentRow>;
}

/** What a command does to the view: rows put, or null for rows gone. */
export type Change = {
  [T in Table]: { readonly table: T; readonly id: string; readonly row: Rows[T] | null };
}[Table];

/** An offline-capable change of shared state. `payload` is frozen once sent; there is no time in it. */
export interface Command<P = unknown> {
  readonly id: Id;
  readonly kind: string;
  readonly payload: P;
  readonly base?: Readonly<Record<string, number>>;
  readonly undoes?: Id;
}

/** Why a command cannot be made now, for words on the screen. */
export type Refusal =
  | {
      readonly type: 'refused';
      readonly reason:
        | RejectReason
        | 'stale'
        | 'case_closed'
        | 'no_change'
        | 'round_closed'
        | 'frozen'
        | 'cycle';
    }
  | { readonly type: 'no_inverse' }
  | { readonly type: 'nothing_to_undo' };

/** One file a kind under commands/. */
export interface CommandKind<P> {
  readonly kind: string;
  readonly stream: Stream;
  /** Revisions of the fields this payload writes, as the author sees them now. */
  readonly base?: (view: View, payload: P) => Readonly<Record<string, number>>;
  readonly check: (view: View, command: Command<P>, actor: Actor) => Result<null, Refusal>;
  readonly apply: (view: View, command: Command<P>, actor: Actor) => readonly Change[];
  /** Payload of the command that takes it back, built before it is applied; null: cannot be undone. */
  readonly inverse: (view: View, command: Command<P>, actor: Actor) => unknown;
  /** The kind that takes it back, where it is another. */
  readonly takenBackBy?: string;
}
