import type { Store, Write } from '../store/port.ts';
import type { Id } from '../study/ids.ts';
import type { DeviceRow } from '../study/rows.ts';
import { type DevicePair, makePair } from '../vault/device-pair.ts';
import type { FieldKey, KeyName } from '../vault/field-key.ts';

/** What this device holds of keys: one sealed document of the account. */
export interface Keyring {
  readonly device: Id;
  readonly pair: DevicePair;
  /** Field keys by wave and generation. */
  readonly held: Readonly<Record<Id, Readonly<Record<number, FieldKey>>>>;
  /** Public keys this device trusts, by device: a server that changes one is not believed. */
  readonly trusted: Readonly<Record<Id, string>>;
  /** Waves that were open while this device knew them: at their close it says that it holds nothing. */
  readonly open: readonly Id[];
}

const KEYRING = 'keyring';

export const newKeyring = async (newId: () => Id): Promise<Keyring> => ({
  device: newId(),
  pair: await makePair(),
  held: {},
  trusted: {},
  open: [],
});

export const readKeyring = async (
  store: Store,
): Promise<{ readonly ring: Keyring; readonly version: number } | null> => {
  const record = await store.get('docs', KEYRING);
  return record === null ? null : { ring: record.value as Keyring, version: record.version };
};

/** Refused where another tab wrote meanwhile. */
export const keyringWrite = (ring: Keyring, version: number): Write => ({
  table: 'docs',
  id: KEYRING,
  value: ring,
  expect: version,
});

export const heldKey = (ring: Keyring, { wave, generation }: KeyName): FieldKey | undefined =>
  ring.held[wave]?.[generation];

export const generationsHeld = (ring: Keyring, wave: Id): readonly number[] =>
  Object.keys(ring.held[wave] ?? {})
    .map(Number)
    .sort((a, b) => a - b);

export const newestHeld = (ring: Keyring, wave: Id): number => generationsHeld(ring, wave).at(-1) ?? 0;

export const holdKey = (ring: Keyring, { wave, generation }: KeyName, key: FieldKey): Keyring => ({
  ...ring,
  held: { ...ring.held, [wave]: { ...ring.held[wave], [generation]: key } },
});

export const dropWave = (ring: Keyring, wave: Id): Keyring => {
  const { [wave]: _, ...held } = ring.held;
  return { ...ring, held, open: ring.open.filter((one) => one !== wave) };
};

export const isTrusted = (ring: Keyring, device: Pick<DeviceRow, 'id' | 'key'>): boolean =>
  device.id === ring.device ? device.key === ring.pair.publicKey : ring.trusted[device.id] === device.key;

export const trustDevice = (ring: Keyring, device: Pick<DeviceRow, 'id' | 'key'>): Keyring => ({
  ...ring,
  trusted: { ...ring.trusted, [device.id]: device.key },
});
