import { Category } from '../category/index.js';
import { newId } from '../kernel/identifier.js';
import { isPermitted } from '../kernel/policy.js';
import { problem, refuse } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { Program } from '../program/index.js';
import { Enrollment } from './enrollment.entity.js';
import { enrollmentVerbs } from './enrollment.policy.js';
import { type BrokenRules, entryProblems } from './enrollment.rules.js';

/** A person who enters, with database keys. */
export interface Entry {
  readonly programId: string;
  readonly beneficiaryId: string;
  readonly categoryId: string;
  readonly post: string | null;
  readonly decree: string | null;
  readonly cohort: string | null;
  readonly enteredOn: string;
  readonly replacesId: string | null;
}

/** Writes the proposal down when no rule of entry is broken; the quota is counted by the database, one at a time. */
export async function enter(work: Work, entry: Entry): Promise<string> {
  const region = await payerOf(work, entry);
  const personId = await personOf(work, entry, region);
  const candidate = {
    id: newId(),
    program_id: entry.programId,
    beneficiary_id: entry.beneficiaryId,
    category_id: entry.categoryId,
    post: entry.post,
    entered_on: entry.enteredOn,
  };
  refuse(entryProblems(await brokenRules(work, candidate)));
  await work.manager.insert(Enrollment, { ...entry, id: candidate.id, regionId: region, personId });
  return candidate.id;
}

/** The payer region, in which the actor must be allowed to propose. */
async function payerOf(work: Work, { programId, categoryId }: Entry): Promise<string> {
  const program = await work.manager.findOneBy(Program, { id: programId });
  const category = await work.manager.findOneBy(Category, { id: categoryId });
  refuse([
    ...(program ? [] : [problem(['input', 'programId'], 'REFERENCE_NOT_FOUND')]),
    ...(category ? [] : [problem(['input', 'categoryId'], 'REFERENCE_NOT_FOUND')]),
  ]);
  const regionId = program?.regionId ?? '';
  if (!isPermitted(work.actor, enrollmentVerbs.propose, regionId))
    refuse([problem(['input', 'programId'], 'OUTSIDE_REGION')]);
  return regionId;
}

async function personOf(work: Work, { beneficiaryId }: Entry, payer: string): Promise<string> {
  const [found] = await work.query<{ person_id: string; region_id: string }>(
    'select b.person_id, b.region_id from beneficiary b where b.id = $1',
    [beneficiaryId],
  );
  const path = ['input', 'beneficiaryId'];
  if (!found) refuse([problem(path, 'REFERENCE_NOT_FOUND')]);
  else if (found.region_id !== payer) refuse([problem(path, 'ENROLLMENT_BENEFICIARY_ELSEWHERE')]);
  return found?.person_id ?? '';
}

async function brokenRules(work: Work, candidate: { readonly program_id: string }): Promise<BrokenRules> {
  const [found] = await work.query<BrokenRules>(
    `select p.codes, app.program_categories($2) as allowed
     from app.entry_problems(array[jsonb_populate_record(null::enrollment, $1::jsonb)]) p`,
    [JSON.stringify(candidate), candidate.program_id],
  );
  return found ?? { codes: [], allowed: '' };
}
