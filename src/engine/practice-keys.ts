import type { ContactPut } from '../study/commands/contact-put.ts';
import type { ContactCard } from '../study/contact.ts';
import type { Id } from '../study/ids.ts';
import type { ActKind, Acts } from '../study/wire.ts';
import { makeFieldKey, sealContact, sealKeyFor } from '../vault/field-key.ts';
import type { OpenAccount } from './accounts.ts';
import { holdKey, type Keyring, keyringWrite, newKeyring, trustDevice } from './keyring.ts';

type Perform = <K extends ActKind>(kind: K, args: Acts[K]['args']) => Promise<void>;

/** One account of the practice computer, with its own way to the server. */
interface Party {
  readonly account: OpenAccount;
  readonly act: Perform;
}

const holderOf = (ring: Keyring) => ({ id: ring.device, key: ring.pair.publicKey });

/**
 * The practice accounts lie on one computer, so nobody reads words to anybody: both are registered, approved and given
 * the field key through the ordinary acts. Answers with the way to seal a contact.
 */
export const sharePracticeKeys = async (
  newId: () => Id,
  wave: Id,
  lead: Party,
  caller: Party,
): Promise<(contact: { readonly case: Id; readonly card: ContactCard }) => Promise<ContactPut>> => {
  const rings = { lead: await newKeyring(newId), caller: await newKeyring(newId) };
  const from = rings.lead.device;
  for (const [party, ring] of [
    [lead, rings.lead],
    [caller, rings.caller],
  ] as const)
    await party.act('register_device', { device: ring.device, key: ring.pair.publicKey });
  await lead.act('approve_device', { device: rings.caller.device, from, copies: [] });

  const name = { wave, generation: 1 };
  const key = makeFieldKey();
  const copies = [];
  for (const ring of [rings.lead, rings.caller]) {
    const copy = await sealKeyFor(rings.lead.pair, holderOf(ring), name, key);
    if (!copy) throw new Error('a device made here has a public key');
    copies.push({ id: newId(), device: ring.device, ...copy });
  }
  await lead.act('rotate_field_key', { field_key: newId(), ...name, from, copies });

  for (const [{ account }, ring, other] of [
    [lead, rings.lead, rings.caller],
    [caller, rings.caller, rings.lead],
  ] as const) {
    const held = { ...trustDevice(holdKey(ring, name, key), holderOf(other)), open: [wave] };
    await account.store.commit([keyringWrite(held, 0)]);
  }
  return async ({ case: caseId, card }) => {
    const contact = newId();
    const box = await sealContact(key, { ...name, case: caseId, contact }, card);
    return { contact, case: caseId, generation: name.generation, box };
  };
};
