import type { Pool } from 'pg';
import type { NikVault } from '../schema/kernel/nik-vault.js';
import { bilingual, StartupError } from './startup-error.js';

/**
 * A server that does not know every key in use would take persons who are there for new ones; the database refuses
 * that too, this says it before the first request.
 * @throws StartupError naming the setting to mend.
 */
export async function refuseUnknownKeys(pool: Pool, vault: NikVault): Promise<void> {
  const { rows } = await pool.query<{ key_id: number }>(
    'select k.key_id from app.nik_key_ids() as k(key_id)',
  );
  if (rows.every(({ key_id: keyId }) => vault.keyIds.includes(keyId))) return;
  throw unknownKey();
}

/** The secret is another one than the one that the NIKs stand under. */
export function unknownKey(): StartupError {
  return new StartupError(
    bilingual({
      id: 'NIK di basis data ini memakai PAYUNG_SECRET yang lain. Isi kembali PAYUNG_SECRET yang lama, atau isikan yang lama ke PAYUNG_SECRET_PREVIOUS lalu jalankan npm run keys:rotate (tanpa PAYUNG_SECRET, rahasianya ada di berkas session.secret pada folder data)',
      en: 'The NIKs in this database stand under another PAYUNG_SECRET. Set the former PAYUNG_SECRET again, or put the former one into PAYUNG_SECRET_PREVIOUS and run npm run keys:rotate (without PAYUNG_SECRET it is in the file session.secret of the data folder)',
    }),
  );
}
