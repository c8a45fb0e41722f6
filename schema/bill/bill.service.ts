import { firstDay, lastDay } from '../kernel/calendar.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned, referenceKey } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange, type Verb } from '../kernel/policy.js';
import { notFound, type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Target,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Bill } from './bill.entity.js';
import { BillState } from './bill.enums.js';
import { type ArrearsRequest, arrearsOf, reconciliationOf } from './bill.figures.js';
import type { BillCreditInput, BillIssueInput, BillPayInput } from './bill.inputs.js';
import { billList } from './bill.list.js';
import { billVerbs } from './bill.policy.js';
import {
  type BillDraft,
  type BillFacts,
  checkBill,
  checkBillFacts,
  checkCredit,
  checkOpen,
  checkPayment,
} from './bill.rules.js';

/** Use cases of bills. Heads and amounts always come from the ledger, by the functions of the database. */
export class BillService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One bill, or null when it is absent or not visible. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, billVerbs.read);
    return caller.reads.one(Bill, databaseId('bill', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, billVerbs.read);
    return caller.reads.page(billList, request, selection);
  }

  /** Approved, active, covered, billed and paid of a program in a month; null when it is not visible. One statement. */
  reconcile(caller: Caller, { programId, month }: { readonly programId: string; readonly month: string }) {
    permit(caller.actor, billVerbs.read);
    return reconciliationOf(caller, { programKey: databaseId('program', programId), month });
  }

  /** Persons and rupiah in arrears by age. At most three statements. */
  arrears(caller: Caller, request: ArrearsRequest, selection: Selection) {
    permit(caller.actor, billVerbs.read);
    return arrearsOf(caller, request, selection);
  }

  /** Whether the caller may do each thing with a bill of this region in this state. */
  viewerCan(
    { actor }: Caller,
    { state, regionId }: { readonly state: BillState; readonly regionId: string },
  ) {
    const may = (verb: Verb) => actor.canWrite && isPermitted(actor, verb, regionId);
    const isOpen = state === BillState.ISSUED;
    return {
      pay: isOpen && may(billVerbs.pay),
      cancel: isOpen && may(billVerbs.cancel),
      credit: state === BillState.PAID && may(billVerbs.credit),
    };
  }

  /** Bills all months of the program in the period that are covered and not billed yet. */
  issue(caller: Caller, raw: BillIssueInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: billVerbs.issue.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, billVerbs.issue);
      const { input, problems } = cleaned(raw);
      const { from, until, billCode = null, dueOn } = input;
      const draft: BillDraft = { from, until, billCode, dueOn };
      const programKey = referenceKey('program', input.programId, ['input', 'programId'], problems);
      const officeKey = referenceKey('office', input.officeId, ['input', 'officeId'], problems);
      problems.push(...checkBill(draft, work.clock.today()));
      refuse(problems);
      const facts = await factsOf(work, { programKey, officeKey, draft });
      refuse(checkBillFacts(facts, draft));
      const id = newId();
      await work.query(`select app.open_bill($1, $2, $3, daterange($4::date, $5::date, '[]'), $6, $7, $8)`, [
        id,
        programKey,
        officeKey,
        firstDay(from),
        lastDay(until),
        billCode,
        work.clock.today(),
        dueOn,
      ]);
      await inSteps(work, 'select app.bill_months($1, $2) as moved', id);
      return id;
    });
  }

  /** Records the payment of an open bill, once. */
  pay(
    caller: Caller,
    { input: raw, ...target }: Target & { readonly input: BillPayInput },
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: billVerbs.pay.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      const bill = await openBill(work, target, billVerbs.pay);
      const { paidOn, disbursementNumber } = input;
      const dates = { issuedOn: bill.issuedOn, today: work.clock.today() };
      refuse([...problems, ...checkPayment({ paidOn, disbursementNumber }, dates)]);
      await work.manager.update(Bill, bill.id, { state: BillState.PAID, paidOn, disbursementNumber });
      return bill.id;
    });
  }

  /** Takes back a bill that was not paid; its months can be billed again. */
  cancel(caller: Caller, target: Target): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: billVerbs.cancel.name }, async (work) => {
      const bill = await openBill(work, target, billVerbs.cancel);
      await work.query('select app.withdraw_bill($1)', [bill.id]);
      await inSteps(work, 'select app.release_months($1, $2) as moved', bill.id);
      return bill.id;
    });
  }

  /** Takes paid months back by a credit note; the months stay in the ledger, marked. */
  credit(caller: Caller, raw: BillCreditInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: billVerbs.credit.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, billVerbs.credit);
      const { input, problems } = cleaned(raw);
      const { from, until, reason } = input;
      const billKey = referenceKey('bill', input.billId, ['input', 'billId'], problems);
      const enrollments = enrollmentKeys(input.enrollmentIds, problems);
      refuse([...problems, ...checkCredit({ from, until, reason })]);
      const days = [firstDay(from), lastDay(until)] as const;
      await refuseCreditOf(work, { billKey, enrollments, days });
      await work.query(
        `select app.credit_bill($1, $2, $3::uuid[], daterange($4::date, $5::date, '[]'), $6, $7)`,
        [newId(), billKey, enrollments, ...days, reason, work.clock.today()],
      );
      return billKey ?? '';
    });
  }
}

// one statement has to end within the ten seconds that the driver waits for an answer
const rowsAtOnce = 10_000;

/** Moves the rows of the ledger that belong to a bill, so many with each statement, until none is left. */
async function inSteps(work: Work, step: string, billKey: string): Promise<void> {
  for (let moved = rowsAtOnce; moved === rowsAtOnce; ) {
    const [done] = await work.query<{ moved: number }>(step, [billKey, rowsAtOnce]);
    moved = done?.moved ?? 0;
  }
}

/** The bill, locked; refused unless it is open and the actor may act for its region. */
async function openBill(work: Work, { id, expectedVersion }: Target, verb: Verb): Promise<Bill> {
  permitChange(work.actor, verb);
  const bill = await lockForChange(work, Bill, { id: databaseId('bill', id), expectedVersion });
  permitChange(work.actor, verb, bill.regionId);
  refuse(checkOpen(bill.state));
  return bill;
}

interface References {
  readonly programKey: string | null;
  readonly officeKey: string | null;
  readonly draft: BillDraft;
}

/** What the rules need to know; an office that serves a province serves its regencies and cities too. */
async function factsOf(work: Work, { programKey, officeKey, draft }: References): Promise<BillFacts> {
  const [found] = await work.query<BillFacts & { isKnown: boolean; isOffice: boolean }>(
    `select p.id is not null as "isKnown", exists (select from office o where o.id = $2) as "isOffice",
       coalesce(app.holds_role_in(p.region_id, 'ADMIN', 'COORDINATOR', 'OPERATOR'), false) as "isAllowed",
       coalesce((select range_agg(daterange(a.valid_from, a.valid_until, '[]')) @> daterange($3::date, $4::date, '[]')
         from office_service_area a where a.office_id = $2 and a.region_id in (select app.region_ancestors(p.region_id))), false) as "isServing"
     from (select 1) nothing left join program p on p.id = $1`,
    [programKey, officeKey, firstDay(draft.from), lastDay(draft.until)],
  );
  if (!found?.isKnown) throw notFound(['input', 'programId']);
  if (!found.isOffice) refuse([problem(['input', 'officeId'], 'REFERENCE_NOT_FOUND')]);
  return found;
}

function enrollmentKeys(publicIds: readonly string[], problems: Problem[]): string[] {
  const path = ['input', 'enrollmentIds'];
  if (publicIds.length === 0) problems.push(problem(path, 'VALUE_MISSING'));
  if (publicIds.length > 100)
    problems.push(problem(path, 'VALUE_TOO_MANY', { count: publicIds.length, limit: 100 }));
  return publicIds.flatMap(
    (id, index) => referenceKey('enrollment', id, [...path, String(index)], problems) ?? [],
  );
}

/** A bill that is not paid, and every enrollment without a paid month of it in these days. */
async function refuseCreditOf(
  work: Work,
  {
    billKey,
    enrollments,
    days,
  }: {
    readonly billKey: string | null;
    readonly enrollments: readonly string[];
    readonly days: readonly [string, string];
  },
): Promise<void> {
  const [bill] = await work.query<{ state: string; regionId: string }>(
    'select b.state, b.region_id as "regionId" from bill b where b.id = $1',
    [billKey],
  );
  if (!bill) throw notFound(['input', 'billId']);
  permitChange(work.actor, billVerbs.credit, bill.regionId);
  if (bill.state !== 'PAID') refuse([problem(['input', 'billId'], 'BILL_NOT_PAID', { state: bill.state })]);
  const empty = await work.query<{ position: number }>(
    `select w.position::integer - 1 as position from unnest($2::uuid[]) with ordinality as w(id, position)
     where not exists (select from coverage c where c.bill_id = $1 and c.enrollment_id = w.id and c.credit_note_id is null
       and c.months && daterange($3::date, $4::date, '[]')) order by w.position`,
    [billKey, enrollments, ...days],
  );
  refuse(
    empty.map(({ position }) => problem(['input', 'enrollmentIds', String(position)], 'BILL_CREDIT_NOTHING')),
  );
}
