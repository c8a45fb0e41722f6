import { newId, publicId } from '../kernel/identifier.js';
import type { NikVault } from '../kernel/nik-vault.js';
import { problem, refuse } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { type BeneficiaryContent, columnsOf } from './beneficiary.draft.js';
import { Beneficiary } from './beneficiary.entity.js';
import { correctedNik, findingsOf, insertVerification, sealedNik } from './beneficiary.nik.js';
import type { PayerRegion, References } from './beneficiary.references.js';
import { VerificationCheck } from './beneficiary.types.js';

interface NewBeneficiary {
  readonly region: PayerRegion;
  readonly nik: string;
  readonly draft: BeneficiaryContent;
  readonly references: References;
}

/**
 * Writes a registration that the rules have accepted, and the result of judging its format.
 * @throws Rejected BENEFICIARY_REGISTERED when the region has the person already.
 */
export async function insertBeneficiary(
  work: Work,
  vault: NikVault,
  { region, nik, draft, references }: NewBeneficiary,
): Promise<string> {
  const id = newId();
  const sealed = await sealedNik(work, vault, { id, nik });
  await refuseRegistered(work, { regionId: region.id, personId: sealed.personId });
  const nikFindings = findingsOf(nik, { regionCode: region.code, ...draft }, work);
  const columns = { ...columnsOf(draft), ...references, ...sealed, nikFindings };
  await work.manager.insert(Beneficiary, { id, regionId: region.id, ...columns });
  await insertVerification(work, id, {
    check: VerificationCheck.FORMAT,
    result: nikFindings.length > 0 ? 'NEEDS_REVIEW' : 'PASSED',
    checkedOn: work.clock.today(),
    by: 'Payung',
  });
  return id;
}

interface ChangedBeneficiary {
  readonly beneficiary: Beneficiary;
  /** Null: the NIK stays. */
  readonly nik: string | null;
  readonly reason: string | null;
  readonly draft: BeneficiaryContent;
  readonly references: References;
}

/** Writes a change that the rules have accepted; the NIK is judged anew against the corrected data. */
export async function updateBeneficiary(
  work: Work,
  vault: NikVault,
  { beneficiary, nik: wanted, reason, draft, references }: ChangedBeneficiary,
): Promise<void> {
  const { nik, columns } = await correctedNik(work, vault, { beneficiary, nik: wanted, reason });
  const [region] = await work.query<{ code: string }>('select r.code from region r where r.id = $1', [
    beneficiary.regionId,
  ]);
  const nikFindings = findingsOf(nik, { regionCode: region?.code ?? '', ...draft }, work);
  const values = { ...columnsOf(draft), ...references, ...columns, nikFindings };
  await work.manager.update(Beneficiary, beneficiary.id, values);
}

async function refuseRegistered(
  work: Work,
  { regionId, personId }: { readonly regionId: string; readonly personId: string },
): Promise<void> {
  const known = await work.manager.findOneBy(Beneficiary, { regionId, personId });
  if (!known) return;
  const id = publicId('beneficiary', known.id);
  refuse([problem(['input', 'nik'], 'BENEFICIARY_REGISTERED', { id })]);
}
