import type { View } from '../study/command.ts';
import { isErased } from '../study/commands/contact-put.ts';
import { type ContactCard, readCard } from '../study/contact.ts';
import type { Id } from '../study/ids.ts';
import { err } from '../study/result.ts';
import type { CaseRow } from '../study/rows.ts';
import { type Cell, createCell, type Source } from '../study/source.ts';
import type { Entry } from '../sync/journal.ts';
import { openContact, sealContact } from '../vault/field-key.ts';
import type { Access, ContactList, Contacts, KeyState, NewContact, OpenContact } from './key-types.ts';
import { heldKey, type Keyring, newestHeld } from './keyring.ts';

export interface ContactParts {
  readonly view: Source<View>;
  readonly entries: Source<readonly Entry[]>;
  readonly ring: Source<Keyring | null>;
  readonly state: Source<KeyState>;
  /** Queues all of them in one transaction, or none. */
  readonly put: (
    payloads: readonly { contact: Id; case: Id; generation: number; box: string }[],
  ) => ReturnType<Contacts['put']>;
}

/** A box and where it belongs, as a row or a refused command has it. */
interface Sealed {
  readonly id: Id;
  readonly case: Id;
  readonly generation: number;
  readonly box: string;
}

interface Shown {
  readonly cell: Cell<ContactList>;
  readonly source: Source<ContactList>;
  watchers: number;
  /** Counts refreshes: a later one may be quicker. */
  turn: number;
}

/** Contacts are opened only while a screen shows them; nothing opened is stored. */
export const openContacts = (parts: ContactParts): Contacts => {
  const { view, entries, ring, state } = parts;
  const opened = new Map<string, Promise<ContactCard | null>>();

  const open = (wave: Id, sealed: Sealed): Promise<ContactCard | null> => {
    const now = ring.get();
    const key = now && heldKey(now, { wave, generation: sealed.generation });
    if (!key) return Promise.resolve(null);
    const known = opened.get(sealed.box);
    if (known) return known;
    const name = { wave, generation: sealed.generation, case: sealed.case, contact: sealed.id };
    const card = openContact(key, name, sealed.box).then(readCard);
    opened.set(sealed.box, card);
    return card;
  };

  const access = (row: CaseRow): Access => {
    if (view.get().get('wave', row.wave)?.status === 'closed') return 'destroyed';
    const { standing, held } = state.get();
    if (standing !== 'revoked' && held.has(row.wave)) return 'open';
    if (standing !== 'open') return standing;
    // Approved, but not for this wave's key; or there is none to be approved for.
    return [...view.get().all('field_key')].some(({ wave }) => wave === row.wave) ? 'pending' : 'none';
  };

  /** Own changes of this case that met somebody else's. */
  const refused = (caseId: Id): readonly (Sealed & { readonly command: Id })[] =>
    entries
      .get()
      .filter(({ kind, state: at }) => kind === 'contact.put' && at === 'conflict')
      .map(({ id, payload }) => ({
        command: id,
        ...(JSON.parse(payload) as Omit<Sealed, 'id'> & { contact: Id }),
      }))
      .filter((entry) => entry.case === caseId)
      .map((entry) => ({ ...entry, id: entry.contact }));

  const listOf = async (row: CaseRow): Promise<ContactList> => {
    const rows = [...view.get().all('contact')].filter((one) => one.case === row.id);
    const erased = rows.some(({ box }) => isErased(box));
    const at = access(row);
    if (at !== 'open' || erased) return { access: at, erased, contacts: [] };
    const conflicts = refused(row.id);
    const contacts = await Promise.all(
      rows.map(async (one): Promise<OpenContact> => {
        const conflict = conflicts.find(({ id }) => id === one.id);
        const mine = conflict ? await open(row.wave, conflict) : null;
        return {
          id: one.id,
          card: await open(row.wave, one),
          mine: conflict && mine ? { command: conflict.command, card: mine } : null,
        };
      }),
    );
    return { access: at, erased, contacts };
  };

  const shownByCase = new Map<Id, Shown>();
  const refresh = async (caseId: Id, shown: Shown): Promise<void> => {
    shown.turn += 1;
    const { turn } = shown;
    const row = view.get().get('case', caseId);
    const list = row ? await listOf(row) : { access: 'none' as const, erased: false, contacts: [] };
    if (turn === shown.turn && shown.watchers > 0) shown.cell.set(list);
  };
  const refreshAll = (): void => {
    for (const [caseId, shown] of shownByCase) if (shown.watchers > 0) void refresh(caseId, shown);
  };
  // The journal folds into the view, so one look at it tells of both.
  view.subscribe(refreshAll);
  state.subscribe(refreshAll);
  ring.subscribe(() => opened.clear());

  const of: Contacts['of'] = (caseId) => {
    const known = shownByCase.get(caseId);
    if (known) return known.source;
    const cell = createCell<ContactList>({ access: 'open', erased: false, contacts: null });
    const shown: Shown = {
      cell,
      watchers: 0,
      turn: 0,
      source: {
        get: cell.get,
        subscribe: (listener) => {
          const stop = cell.subscribe(listener);
          shown.watchers += 1;
          if (shown.watchers === 1) void refresh(caseId, shown);
          return () => {
            stop();
            shown.watchers -= 1;
            if (shown.watchers > 0) return;
            shown.turn += 1;
            cell.set({ access: 'open', erased: false, contacts: null });
          };
        },
      },
    };
    shownByCase.set(caseId, shown);
    return shown.source;
  };

  const all: Contacts['all'] = async (wave) => {
    if (!state.get().held.has(wave)) return null;
    const found: NewContact[] = [];
    for (const row of view.get().all('contact')) {
      if (view.get().get('case', row.case)?.wave !== wave || isErased(row.box)) continue;
      const card = await open(wave, row);
      if (card) found.push({ contact: row.id, case: row.case, card });
    }
    return found;
  };

  const put: Contacts['put'] = async (contacts) => {
    const now = ring.get();
    const payloads: { contact: Id; case: Id; generation: number; box: string }[] = [];
    for (const { contact, case: caseId, card } of contacts) {
      const wave = view.get().get('case', caseId)?.wave;
      if (wave === undefined) return err({ type: 'refused', reason: 'unknown_reference' });
      const generation = now ? newestHeld(now, wave) : 0;
      const key = now && heldKey(now, { wave, generation });
      if (!key || state.get().standing === 'revoked') return err({ type: 'no_key' });
      const box = await sealContact(key, { wave, generation, case: caseId, contact }, card);
      payloads.push({ contact, case: caseId, generation, box });
    }
    return parts.put(payloads);
  };

  return { of, all, put };
};
