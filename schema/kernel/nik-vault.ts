/** Where a NIK was sealed: by which key, and for which record. */
export interface Seal {
  readonly keyId: number;
  /** Id of the row that the ciphertext belongs to; it opens nowhere else. */
  readonly boundTo: string;
}

/** Encrypts NIKs and makes the keyed hashes by which they are found. Its keys are outside the database. */
export interface NikVault {
  /** Numbers of the keys that this server knows, its own first. */
  readonly keyIds: readonly number[];
  /** Keyed hash of the NIK under each known key, in the order of `keyIds`; each begins with the number of its key. */
  indexes(nik: string): readonly Buffer[];
  /** @throws Error when the key is not known. */
  seal(nik: string, seal: Seal): Buffer;
  /** @throws Error when the key is not known, or the ciphertext was changed or belongs to another record. */
  open(sealed: Buffer, seal: Seal): string;
}
