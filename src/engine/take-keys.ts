import type { View } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import type { DeviceRow, SealedKeyRow } from '../study/rows.ts';
import type { DevicePair } from '../vault/device-pair.ts';
import { openKey, verifyProof } from '../vault/field-key.ts';
import { heldKey, holdKey, isTrusted, type Keyring, trustDevice } from './keyring.ts';

/** Which device a copy is for, with its private half: this computer, or the recovery key somebody has typed. */
type Own = DevicePair & { readonly id: Id };

const byGeneration = (a: SealedKeyRow, b: SealedKeyRow): number => a.generation - b.generation;

/** Who holds the key vouches for the others that do: their public keys need not be compared by voice again. */
const believeProofs = async (ring: Keyring, view: View): Promise<Keyring> => {
  let next = ring;
  for (const copy of view.all('sealed_key')) {
    const device = view.get('device', copy.device);
    const key = heldKey(ring, copy);
    if (!device || !key || device.state !== 'approved' || isTrusted(next, device)) continue;
    if (await verifyProof(key, copy, device, copy.proof)) next = trustDevice(next, device);
  }
  return next;
};

const senderKey = (ring: Keyring, own: Own, sender: DeviceRow | undefined, from: Id): string | null => {
  if (from === own.id) return own.publicKey;
  return sender && isTrusted(ring, sender) ? sender.key : null;
};

/** Opens what is sealed for `own` and comes from a trusted device, oldest generation first: each vouches for the next. */
export const takeKeys = async (ring: Keyring, view: View, own: Own): Promise<Keyring> => {
  let next = await believeProofs(ring, view);
  const copies = [...view.all('sealed_key')].filter(({ device }) => device === own.id).sort(byGeneration);
  for (const copy of copies) {
    if (heldKey(next, copy)) continue;
    const sender = senderKey(next, own, view.get('device', copy.from), copy.from);
    const key = sender === null ? null : await openKey(own, sender, copy, copy.box);
    if (key !== null) next = await believeProofs(holdKey(next, copy, key), view);
  }
  return next;
};
