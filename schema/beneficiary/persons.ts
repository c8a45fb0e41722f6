import type { NikVault } from '../kernel/nik-vault.js';
import type { Work } from '../kernel/unit-of-work.js';

/** A person behind a NIK, and the key under which what is new of it is sealed. */
export interface KnownPerson {
  readonly personId: string;
  readonly keyId: number;
}

/**
 * Persons behind NIKs that `readNik` has accepted, in their order; those whom nobody registered before are made. One
 * statement whatever their number.
 * @throws Rejected NIK_KEY_UNKNOWN while the keys are being changed and this server does not know the new one.
 */
export async function personsBehind(
  work: Work,
  vault: NikVault,
  niks: readonly string[],
): Promise<KnownPerson[]> {
  const indexes = niks.flatMap((nik) => vault.indexes(nik));
  const rows = await work.query<{ person_id: string; key_id: number }>(
    'select p.person_id, p.key_id from app.person_ids($1::integer[], $2::bytea[]) p order by p.place',
    [vault.keyIds, indexes],
  );
  return rows.map(({ person_id: personId, key_id: keyId }) => ({ personId, keyId }));
}

/** NIK of a registration in which the actor may write; null when it is absent or not visible. Never for showing. */
export async function nikOf(work: Work, vault: NikVault, id: string): Promise<string | null> {
  const [sealed] = await work.query<{ key_id: number; ciphertext: Buffer }>(
    'select s.key_id, s.ciphertext from app.sealed_nik($1) s',
    [id],
  );
  return sealed ? vault.open(sealed.ciphertext, { keyId: sealed.key_id, boundTo: id }) : null;
}
