import { firstDay } from '../kernel/calendar.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned, referenceKey, revised } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { type Outcome, type Problem, problem, Refusal, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Revision,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Claim } from './claim.entity.js';
import {
  benefitRatioOf,
  type ClaimStatisticsRequest,
  claimStatisticsOf,
  type RatioRequest,
} from './claim.figures.js';
import type { ClaimRecordInput, ClaimReviseInput } from './claim.inputs.js';
import { claimList } from './claim.list.js';
import { claimVerbs } from './claim.policy.js';
import { type ClaimDraft, checkClaim, checkClaimMonth } from './claim.rules.js';

/** Use cases of benefits paid: counts and rupiah, never persons. */
export class ClaimService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One record, or null when it is absent or not visible. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, claimVerbs.read);
    return caller.reads.one(Claim, databaseId('claim', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, claimVerbs.read);
    return caller.reads.page(claimList, request, selection);
  }

  /** Counts and rupiah by what is asked for. At most three statements. */
  statistics(caller: Caller, request: ClaimStatisticsRequest, selection: Selection): Promise<object[]> {
    permit(caller.actor, claimVerbs.read);
    return claimStatisticsOf(caller, request, selection);
  }

  /** Claims against contributions. One statement. */
  ratio(caller: Caller, request: RatioRequest): Promise<object> {
    permit(caller.actor, claimVerbs.read);
    if (request.until < request.from) throw new Refusal('BAD_USER_INPUT', 'CLAIM_PERIOD_REVERSED');
    return benefitRatioOf(caller, request);
  }

  record(caller: Caller, raw: ClaimRecordInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: claimVerbs.record.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, claimVerbs.record);
      const { input, problems } = cleaned(raw);
      const { cases, paidRupiah, note = null, kind, month } = input;
      const regionId = referenceKey('region', input.regionId, ['input', 'regionId'], problems);
      const programId = referenceKey('program', input.programId, ['input', 'programId'], problems);
      if (problems.length === 0) problems.push(...(await checkReferences(work, { regionId, programId })));
      refuse([
        ...problems,
        ...checkClaimMonth(month, work.clock.today()),
        ...checkClaim({ cases, paidRupiah, note }),
      ]);
      const id = newId();
      const references = { id, regionId: regionId ?? '', programId };
      await work.manager.insert(Claim, {
        ...references,
        kind,
        month: firstDay(month),
        cases,
        paidRupiah,
        note,
      });
      return id;
    });
  }

  revise(caller: Caller, { id, expectedVersion, input: raw }: Revision<ClaimReviseInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: claimVerbs.revise.name }, async (work) => {
      permitChange(caller.actor, claimVerbs.revise);
      const { input, problems } = cleaned(raw);
      const current = await lockForChange(work, Claim, { id: databaseId('claim', id), expectedVersion });
      const { cases, paidRupiah, note } = current;
      const before: ClaimDraft = { cases, paidRupiah, note };
      const draft = revised(before, input);
      refuse([...problems, ...checkClaim(draft)]);
      const columns = {
        cases: draft.cases ?? cases,
        paidRupiah: draft.paidRupiah ?? paidRupiah,
        note: draft.note,
      };
      await work.manager.update(Claim, current.id, columns);
      return current.id;
    });
  }
}

/** The region has to be the actor's own, the program one of that region. */
async function checkReferences(
  work: Work,
  { regionId, programId }: { readonly regionId: string | null; readonly programId: string | null },
): Promise<Problem[]> {
  const [found] = await work.query<{ isRegion: boolean; isAllowed: boolean; payer: string | null }>(
    `select exists (select from region r where r.id = $1) as "isRegion",
       $1 in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')) as "isAllowed",
       (select p.region_id from program p where p.id = $2) as payer`,
    [regionId, programId],
  );
  if (!found?.isRegion) return [problem(['input', 'regionId'], 'REFERENCE_NOT_FOUND')];
  if (!found.isAllowed) return [problem(['input', 'regionId'], 'OUTSIDE_REGION')];
  if (programId === null || found.payer === regionId) return [];
  const code = found.payer === null ? 'REFERENCE_NOT_FOUND' : 'CLAIM_PROGRAM_REGION';
  return [problem(['input', 'programId'], code)];
}
