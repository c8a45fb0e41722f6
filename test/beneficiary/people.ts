import { newId, publicId } from '../../schema/kernel/identifier.js';
import { createNikVault } from '../../server/nik-vault.js';
import type { Asking, ReportingWorld } from '../source/reporting-world.js';
import { testSecret } from '../support/app.js';
import { regionId, regionKey } from '../support/build/region.js';

const fields = `id version region { code } nik nikFindings name birthDate ageYears birthPlace sex
  address { text region { code } } phone category { code } decile { value source on } diedOn movedOutOn note
  verifications { check result checkedOn by batch note } viewerCan { revise verify revealNik }`;
const outcome = `beneficiary { ${fields} } userErrors { path code message } warnings { code message }`;

export const registerText = `mutation ($input: BeneficiaryRegisterInput!, $key: String) {
  beneficiaryRegister(input: $input, idempotencyKey: $key) { ${outcome} } }`;
export const reviseText = `mutation ($id: ID!, $version: Int!, $input: BeneficiaryReviseInput!) {
  beneficiaryRevise(id: $id, expectedVersion: $version, input: $input) { ${outcome} } }`;
export const verifyText = `mutation ($id: ID!, $input: BeneficiaryVerifyInput!) {
  beneficiaryVerify(id: $id, input: $input) { beneficiary { verifications { check result checkedOn by batch note } } userErrors { path code } } }`;
export const revealText = `mutation ($id: ID!, $reason: String!) {
  beneficiaryRevealNik(id: $id, reason: $reason) { nik userErrors { path code message } } }`;
export const oneText = `query ($id: ID!) { beneficiary(id: $id) { ${fields} } }`;
export const listText = `query ($filter: BeneficiaryFilter, $orderBy: BeneficiaryOrder, $first: Int = 20, $after: String) {
  beneficiaries(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount pageInfo { endCursor } nodes { id name } } }`;

let serial = 9000;

/** A NIK of a district that does not exist, never the same twice; a man born on 12 March 1985 unless told otherwise. */
export function aNik(born = '120385', prefix = '367299'): string {
  serial += 1;
  return `${prefix}${born}${serial}`;
}

/** Input of a registration by Kota Cilegon. */
export function inputOf(part: object = {}): Record<string, unknown> {
  return {
    regionId: regionId('36.72'),
    nik: aNik(),
    name: 'Sarmili Jayawikarta',
    birthDate: '1985-03-12',
    sex: 'MALE',
    ...part,
  };
}

/** Registers by GraphQL; gives the public id. */
export async function aBeneficiary(
  world: ReportingWorld,
  part: object = {},
  name: Asking = 'admin',
): Promise<string> {
  const { data, errors } = await world.ask(name, registerText, { input: inputOf(part) });
  if (!data?.beneficiaryRegister.beneficiary) throw new Error(JSON.stringify([data, errors]));
  return data.beneficiaryRegister.beneficiary.id;
}

export function keyOf(id: string): string {
  return id.replace(/^beneficiary_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function codesOf(userErrors: readonly { path: string[]; code: string }[]): string[][] {
  return userErrors.map(({ path, code }) => [path.join('.'), code]);
}

/** A registration made by the owner of the tables, sealed as the program does it; for tests of the database alone. */
export async function builtBeneficiary(world: ReportingWorld, region: string, nik = aNik()): Promise<string> {
  const vault = createNikVault({ secret: testSecret });
  const [keyId = 0] = vault.keyIds;
  const id = newId();
  const [person] = await world.app.sql(
    `with made as (insert into person (nik_index) values ($1) on conflict do nothing returning id)
     select id from made union select p.id from person p where p.nik_index = $1`,
    [vault.indexes(nik)[0]],
  );
  await world.app.sql(
    `insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name)
     values ($1, $2, $3, $4, $5, $6, 'Sarmili Jayawikarta')`,
    [
      id,
      regionKey(region),
      person.id,
      vault.seal(nik, { keyId, boundTo: id }),
      keyId,
      `36${'•'.repeat(10)}${nik.slice(12)}`,
    ],
  );
  return id;
}

export function beneficiaryId(key: string): string {
  return publicId('beneficiary', key);
}
