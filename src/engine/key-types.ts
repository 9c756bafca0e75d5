import type { Refusal } from '../study/command.ts';
import type { ContactCard } from '../study/contact.ts';
import type { Id } from '../study/ids.ts';
import type { Result } from '../study/result.ts';
import type { Source } from '../study/source.ts';
import type { ActFailure, StoreFailure } from './types.ts';

/** The contract of contacts and field keys: what screens may know of them. */

/**
 * This computer among those that may read contacts. `none`: a coder's, or the study is not known yet. `unregistered`: the
 * server has not heard of it. `pending`: a lead is to compare the words. `compare`: a lead has, and this side has not yet
 * said that the words were the same.
 */
export type Standing = 'none' | 'unregistered' | 'pending' | 'compare' | 'open' | 'revoked';

export interface KeyState {
  readonly standing: Standing;
  readonly device: Id | null;
  /** Newest generation held, by wave. */
  readonly held: ReadonlyMap<Id, number>;
  /** Devices whose public key was compared by voice or proven by the field key. */
  readonly trusted: ReadonlySet<Id>;
}

/** Not done: this computer holds no key, the other's key is none, or its words have not been compared here. */
export type KeyFailure = ActFailure | StoreFailure | { readonly type: 'no_key' };

export interface Keys {
  readonly state: Source<KeyState>;
  /** The words over this computer's key and the other's; the same on both, about half a second of computing. */
  readonly words: (device: Id) => Promise<readonly string[] | null>;
  /** This side heard the same words. */
  readonly trust: (device: Id) => Promise<Result<null, StoreFailure>>;
  /** A lead heard the same words: trusts the device and seals it every generation held here. */
  readonly approve: (device: Id) => Promise<Result<null, KeyFailure>>;
  readonly revoke: (device: Id) => Promise<Result<null, KeyFailure>>;
  /** The next generation of a wave's key; the first where there is none. */
  readonly rotate: (wave: Id) => Promise<Result<null, KeyFailure>>;
  /** Makes the first generation where there is none yet. */
  readonly ensure: (wave: Id) => Promise<Result<null, KeyFailure>>;
  /** To be printed now: it is shown once and kept nowhere. */
  readonly makeRecovery: () => Promise<Result<string, KeyFailure>>;
  /** A lead's new computer takes every key from the recovery key, and approves itself. */
  readonly restore: (code: string) => Promise<Result<null, KeyFailure | { readonly type: 'wrong_code' }>>;
  /** Without any key left: approves a lead's own computer; what is sealed stays unreadable. */
  readonly beginAnew: () => Promise<Result<null, KeyFailure>>;
  /** A revoked computer asks again, with a pair of its own. */
  readonly renew: () => Promise<Result<null, StoreFailure>>;
}

/** `none`: no contact has been written down in the wave yet. `destroyed`: the wave is closed. */
export type Access = Exclude<Standing, 'none'> | 'none' | 'destroyed';

export interface OpenContact {
  readonly id: Id;
  /** null: sealed under a key this computer does not have. */
  readonly card: ContactCard | null;
  /** Own change that met somebody else's: both are kept until one is chosen. */
  readonly mine: { readonly command: Id; readonly card: ContactCard } | null;
}

export interface ContactList {
  readonly access: Access;
  /** They asked to be deleted. */
  readonly erased: boolean;
  /** null while they are being opened. */
  readonly contacts: readonly OpenContact[] | null;
}

export interface NewContact {
  readonly contact: Id;
  readonly case: Id;
  readonly card: ContactCard;
}

export interface Contacts {
  /** Of one case, opened while a screen shows them. */
  readonly of: (caseId: Id) => Source<ContactList>;
  /** All of a wave, opened once; null where this computer cannot read them. */
  readonly all: (wave: Id) => Promise<readonly NewContact[] | null>;
  /** Seals and queues them, all or none. New ones and changed ones alike. */
  readonly put: (
    contacts: readonly NewContact[],
  ) => Promise<Result<null, Refusal | StoreFailure | { readonly type: 'no_key' }>>;
}
