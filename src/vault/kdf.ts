/**
 * A passphrase becomes a key by Argon2id (RFC 9106). The floor is 64 MiB and 3 passes: RFC 9106's second recommended
 * option with one lane, since a browser has one thread for it.
 */
export interface KdfParams {
  readonly memoryKiB: number;
  readonly passes: number;
}
export const KDF_FLOOR: KdfParams = { memoryKiB: 65_536, passes: 3 };

export interface KdfDep {
  /** 32 bytes. Runs in a worker where there is one, so that no screen stands still. */
  readonly argon2id: (
    passphrase: string,
    salt: Uint8Array<ArrayBuffer>,
    params: KdfParams,
  ) => Promise<Uint8Array<ArrayBuffer>>;
}

/** People type passphrases with other spaces and letters' case than they wrote them down. */
export const normalizePassphrase = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('sv').trim().split(/\s+/u).join(' ');
