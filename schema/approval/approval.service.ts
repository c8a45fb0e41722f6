import { EnrollmentBulkMove, moveKeys } from '../enrollment/index.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkLength, checkRequired, cleaned, longText, referenceKey } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange, type Verb } from '../kernel/policy.js';
import { notFound, type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Revision,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Mou, MouState } from '../mou/index.js';
import { approveProgram, Program } from '../program/index.js';
import { Approval } from './approval.entity.js';
import { ApprovalObstacle, ApprovalState, ApprovalSubject } from './approval.enums.js';
import type { ApprovalGiveInput, ApprovalRequestInput, ApprovalReturnInput } from './approval.inputs.js';
import { approvalList } from './approval.list.js';
import { approvalVerbs } from './approval.policy.js';
import { ApprovalVote } from './approval-vote.entity.js';

/** Longest list of people in one request: they enter in one transaction with the last agreement. */
const longestList = 10_000;

/** Use cases of approvals. Who may agree to what, and how many it takes, the database decides. */
export class ApprovalService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One request, or null when it is absent or of another region. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, approvalVerbs.read);
    return caller.reads.one(Approval, databaseId('approval', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, approvalVerbs.read);
    return caller.reads.page(approvalList, request, selection);
  }

  /** What the caller may do with a request that has this obstacle. */
  viewerCan({ actor }: Caller, obstacle: string) {
    const isBarred = obstacle === ApprovalObstacle.SETTLED || obstacle === ApprovalObstacle.NOT_ENTITLED;
    return { give: actor.canWrite && obstacle === 'NONE', return: actor.canWrite && !isBarred };
  }

  /** Asks for agreement; a list holds the verified people of this moment. */
  request(caller: Caller, raw: ApprovalRequestInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = {
      verb: approvalVerbs.request.name,
      idempotency: { key: idempotencyKey, content: raw },
    };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, approvalVerbs.request);
      const { input, problems } = cleaned(raw);
      const { subject } = input;
      const prefix = subject === ApprovalSubject.MOU ? 'mou' : 'program';
      const recordId = referenceKey(prefix, input.recordId, ['input', 'recordId'], problems);
      refuse([
        ...problems,
        ...checkRequired(input, ['subject', 'recordId']),
        ...checkLength(input, ['decree'], 200),
      ]);
      const record = await work.manager.findOneBy(prefix === 'mou' ? Mou : Program, { id: recordId ?? '' });
      if (!record) throw notFound(['input', 'recordId']);
      permitChange(caller.actor, approvalVerbs.request, record.regionId);
      const isList = subject === ApprovalSubject.ENROLLMENT_LIST;
      const decree = isList ? (input.decree ?? null) : null;
      const id = newId();
      await work.query(
        'insert into approval (id, concept, record_id, region_id, decree) values ($1, $2, $3, $4, $5)',
        [id, subject, record.id, record.regionId, decree],
      );
      if (isList) refuse(await fillList(work, { id, programId: record.id, decree }));
      return id;
    });
  }

  /** Agrees to what was shown; the last agreement that it takes carries the decision out, save for a signature. */
  give(
    caller: Caller,
    { id, input: raw }: { readonly id: string; readonly input: ApprovalGiveInput },
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: approvalVerbs.give.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      refuse([...problems, ...checkRequired(input, ['digest'])]);
      const approval = await lockedWithRecord(work, id, approvalVerbs.give);
      await work.manager.insert(ApprovalVote, {
        id: newId(),
        approvalId: approval.id,
        staffId: caller.actor.staffId ?? '',
        digest: input.digest,
      });
      const settled = await work.manager.findOneByOrFail(Approval, { id: approval.id });
      if (settled.state === ApprovalState.APPROVED) await carryOut(work, settled);
      return approval.id;
    });
  }

  /** Hands it back with a reason; an agreement becomes a draft again. */
  return(
    caller: Caller,
    { id, expectedVersion, input: raw }: Revision<ApprovalReturnInput>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: approvalVerbs.return.name }, async (work) => {
      const found = await lockedWithRecord(work, id, approvalVerbs.return);
      const approval = await lockForChange(work, Approval, { id: found.id, expectedVersion });
      const { input, problems } = cleaned(raw);
      refuse([...problems, ...checkRequired(input, ['reason']), ...checkLength(input, ['reason'], longText)]);
      if (approval.state !== ApprovalState.OPEN) refuse([problem(['id'], 'APPROVAL_SETTLED')]);
      if (approval.subject === ApprovalSubject.MOU) {
        // the request follows the agreement: see app.end_approvals
        const draft = { state: MouState.DRAFT, returnedReason: input.reason };
        await work.manager.update(Mou, approval.recordId, draft);
      } else {
        const returned = { state: ApprovalState.RETURNED, returnReason: input.reason };
        await work.manager.update(Approval, approval.id, returned);
      }
      return approval.id;
    });
  }
}

/** The request and, before it, its record: everyone locks in this order, so that two never wait for each other. */
async function lockedWithRecord(work: Work, id: string, verb: Verb): Promise<Approval> {
  permitChange(work.actor, verb);
  const key = databaseId('approval', id);
  const approval = key && (await work.manager.findOneBy(Approval, { id: key }));
  if (!approval) throw notFound();
  permitChange(work.actor, verb, approval.regionId);
  const table = approval.subject === ApprovalSubject.MOU ? 'mou' : 'program';
  await work.query(`select from ${table} r where r.id = $1 for update`, [approval.recordId]);
  return approval;
}

/** Puts the verified people of the program, or of one decree, on the list. */
async function fillList(
  work: Work,
  {
    id,
    programId,
    decree,
  }: { readonly id: string; readonly programId: string; readonly decree: string | null },
): Promise<Problem[]> {
  const listed = await work.query(
    `insert into approval_item (approval_id, enrollment_id)
     select $1, e.id from enrollment e
     where e.program_id = $2 and e.state = 'VERIFIED' and ($3::text is null or e.decree = $3) order by e.id limit $4
     returning id`,
    [id, programId, decree, longestList + 1],
  );
  const path = ['input', 'recordId'];
  if (listed.length === 0) return [problem(path, 'APPROVAL_LIST_EMPTY')];
  if (listed.length <= longestList) return [];
  return [problem(path, 'APPROVAL_LIST_TOO_LONG', { count: `> ${longestList}`, limit: longestList })];
}

/** What enough agreements decide: a program runs, people enter. A signature is given on paper and recorded apart. */
async function carryOut(work: Work, { id, subject, recordId }: Approval): Promise<void> {
  if (subject === ApprovalSubject.PROGRAM) {
    await approveProgram(work, await work.manager.findOneByOrFail(Program, { id: recordId }));
  }
  if (subject !== ApprovalSubject.ENROLLMENT_LIST) return;
  const people = await work.query<{ id: string }>(
    `select e.id from approval_item i join enrollment e on e.id = i.enrollment_id
     where i.approval_id = $1 and e.state = 'VERIFIED' order by e.id`,
    [id],
  );
  const keys = people.map((person) => person.id);
  await moveKeys(work, keys, { move: EnrollmentBulkMove.APPROVE, input: {}, dryRun: false });
}
