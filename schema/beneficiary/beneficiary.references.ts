import { referenceKey } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import type { BeneficiaryReviseInput } from './beneficiary.inputs.js';

/** Region that registers, with its code. */
export interface PayerRegion {
  readonly id: string;
  readonly code: string;
}

/** The registering region, in which the actor has to hold a writing role; null with a problem when not. */
export async function payerRegion(
  work: Work,
  publicKey: string,
  problems: Problem[],
): Promise<PayerRegion | null> {
  const path = ['input', 'regionId'];
  const id = referenceKey('region', publicKey, path, problems);
  if (id === null) return null;
  const [found] = await work.query<{ code: string; allowed: boolean }>(
    `select r.code, r.id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')) as allowed from region r where r.id = $1`,
    [id],
  );
  if (!found) problems.push(problem(path, 'REFERENCE_NOT_FOUND'));
  else if (!found.allowed) problems.push(problem(path, 'OUTSIDE_REGION'));
  return found?.allowed ? { id, code: found.code } : null;
}

/** Keys of what a registration refers to; what the input leaves out is absent. */
export interface References {
  readonly addressRegionId?: string | null;
  readonly categoryId?: string | null;
}

export async function referencedKeys(
  work: Work,
  { address, categoryId }: Pick<BeneficiaryReviseInput, 'address' | 'categoryId'>,
  problems: Problem[],
): Promise<References> {
  const region = {
    table: 'region',
    publicKey: address?.regionId,
    path: ['input', 'address', 'regionId'],
  } as const;
  const category = { table: 'category', publicKey: categoryId, path: ['input', 'categoryId'] } as const;
  const addressRegionId = await existingKey(work, region, problems);
  const categoryKey = await existingKey(work, category, problems);
  return {
    ...(address !== undefined && { addressRegionId }),
    ...(categoryId !== undefined && { categoryId: categoryKey }),
  };
}

/** Key of a region or category that has to exist; null when none is given. */
async function existingKey(
  work: Work,
  { table, publicKey, path }: ExistingReference,
  problems: Problem[],
): Promise<string | null> {
  const key = referenceKey(table, publicKey, path, problems);
  if (key === null) return null;
  const [found] = await work.query<{ known: boolean }>('select app.is_visible($1, $2) as known', [
    table,
    key,
  ]);
  if (!found?.known) problems.push(problem(path, 'REFERENCE_NOT_FOUND'));
  return key;
}

interface ExistingReference {
  readonly table: 'region' | 'category';
  readonly publicKey: string | null | undefined;
  readonly path: readonly string[];
}

/** Codes of the provinces that the registry knows; a NIK may begin with each. */
export async function knownProvinces(work: Work): Promise<string[]> {
  const rows = await work.query<{ code: string }>("select r.code from region r where r.level = 'PROVINCE'");
  return rows.map(({ code }) => code);
}
