import { newId } from '../kernel/identifier.js';
import type { NikVault } from '../kernel/nik-vault.js';
import { notFound, refuse } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import type { Beneficiary } from './beneficiary.entity.js';
import { checkReason } from './beneficiary.rules.js';
import { NikFinding, type VerificationCheck } from './beneficiary.types.js';
import { maskNik, type NikFacts, nikFindings } from './nik.rules.js';
import { nikOf, personsBehind } from './persons.js';

/** Columns that follow from a NIK. */
export interface NikColumns {
  readonly personId: string;
  readonly nikCiphertext: Buffer;
  readonly nikKeyId: number;
  /** The mask. */
  readonly nik: string;
}

/** The person behind the NIK, and the NIK sealed for the record `id`. */
export async function sealedNik(
  work: Work,
  vault: NikVault,
  { id, nik }: { readonly id: string; readonly nik: string },
): Promise<NikColumns> {
  const [person] = await personsBehind(work, vault, [nik]);
  if (!person) throw new Error('app.person_ids gave no person');
  const { personId, keyId } = person;
  const nikCiphertext = vault.seal(nik, { keyId, boundTo: id });
  return { personId, nikCiphertext, nikKeyId: keyId, nik: maskNik(nik) };
}

interface Correction {
  readonly beneficiary: Beneficiary;
  /** Null: the NIK stays. */
  readonly nik: string | null;
  readonly reason: string | null;
}

/**
 * The NIK after the change, and the columns to write for it: none when it stays the same one.
 * @throws Rejected without a reason. The database refuses it once months stand for the person.
 */
export async function correctedNik(
  work: Work,
  vault: NikVault,
  { beneficiary, nik, reason }: Correction,
): Promise<{ readonly nik: string; readonly columns: Partial<NikColumns> }> {
  const former = await nikOf(work, vault, beneficiary.id);
  if (former === null) throw notFound();
  if (nik === null || nik === former) return { nik: former, columns: {} };
  refuse(checkReason(reason, ['input', 'nikReason']));
  const columns = await sealedNik(work, vault, { id: beneficiary.id, nik });
  await work.query(
    'insert into nik_correction (id, staff_id, beneficiary_id, former_mask, reason) values ($1, $2, $3, $4, $5)',
    [newId(), work.actor.staffId, beneficiary.id, beneficiary.nik, reason],
  );
  return { nik, columns };
}

/** Where the NIK disagrees with the rest, as the record keeps it. */
export function findingsOf(nik: string, facts: Omit<NikFacts, 'today'>, work: Work): NikFinding[] {
  return nikFindings(nik, { ...facts, today: work.clock.today() }).map((name) => NikFinding[name]);
}

/** @throws Rejected NOT_FOUND, NIK_REVEAL_LIMIT. */
export async function revealed(
  work: Work,
  vault: NikVault,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<string> {
  const [sealed] = await work.query<{ key_id: number; ciphertext: Buffer }>(
    'select r.key_id, r.ciphertext from app.reveal_nik($1, $2, $3) r',
    [newId(), id, reason],
  );
  if (!sealed) throw notFound();
  return vault.open(sealed.ciphertext, { keyId: sealed.key_id, boundTo: id });
}

/** A result to be written down. */
export interface Verification {
  readonly check: VerificationCheck;
  readonly result: string;
  readonly checkedOn: string;
  readonly by?: string | null;
  readonly batch?: string | null;
  readonly note?: string | null;
}

export async function insertVerification(
  work: Work,
  beneficiaryId: string,
  { check, result, checkedOn, by = null, batch = null, note = null }: Verification,
): Promise<void> {
  await work.query(
    `insert into verification (id, beneficiary_id, check_kind, result, checked_on, checked_by, batch, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), beneficiaryId, check, result, checkedOn, by, batch, note],
  );
}
