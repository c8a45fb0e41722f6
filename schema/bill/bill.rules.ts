import { firstDay, lastDay } from '../kernel/calendar.js';
import { checkDates, checkLength, checkRequired } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';

/** A bill before it is issued. */
export interface BillDraft {
  readonly from: string;
  readonly until: string;
  readonly billCode: string | null;
  readonly dueOn: string | null;
}

/** What the register knows of a bill's references. */
export interface BillFacts {
  /** Whether the caller may bill for the payer region. */
  readonly isAllowed: boolean;
  /** Whether the office serves the payer region in every day of the months. */
  readonly isServing: boolean;
}

/** How a bill was paid. */
export interface Payment {
  readonly paidOn: string | null;
  readonly disbursementNumber: string | null;
}

/** Everything that is wrong with a bill before it is issued, in the order of the form. */
export function checkBill(draft: BillDraft, today: string): Problem[] {
  return [
    ...checkPeriod(draft),
    ...checkLength(draft, ['billCode'], 50),
    ...checkRequired(draft, ['dueOn']),
    ...checkDates(draft, ['dueOn']),
    ...checkDue(draft, today),
  ];
}

/** An office collects only where and while it serves. */
export function checkBillFacts({ isAllowed, isServing }: BillFacts, { from, until }: BillDraft): Problem[] {
  if (!isAllowed) return [problem(['input', 'programId'], 'OUTSIDE_REGION')];
  if (isServing || until < from) return [];
  const period = { from: firstDay(from), until: lastDay(until) };
  return [problem(['input', 'officeId'], 'BILL_OFFICE_NOT_SERVING', period)];
}

/** A bill is paid or cancelled once, while it is open. */
export function checkOpen(state: string): Problem[] {
  return state === 'ISSUED' ? [] : [problem(['id'], 'BILL_NOT_OPEN', { state })];
}

export function checkPayment(
  payment: Payment,
  { issuedOn, today }: { readonly issuedOn: string; readonly today: string },
) {
  return [
    ...checkRequired(payment, ['paidOn']),
    ...checkDates(payment, ['paidOn']),
    ...checkPaidOn(payment.paidOn, { issuedOn, today }),
    ...checkRequired(payment, ['disbursementNumber']),
    ...checkLength(payment, ['disbursementNumber'], 100),
  ];
}

export function checkCredit(credit: {
  readonly from: string;
  readonly until: string;
  readonly reason: string | null;
}): Problem[] {
  const isShort = credit.reason !== null && credit.reason.length < 3;
  return [
    ...checkPeriod(credit),
    ...checkRequired(credit, ['reason']),
    ...(isShort ? [problem(['input', 'reason'], 'BILL_REASON_TOO_SHORT')] : []),
    ...checkLength(credit, ['reason'], 1000),
  ];
}

function checkPeriod({ from, until }: { readonly from: string; readonly until: string }): Problem[] {
  return until < from ? [problem(['input', 'until'], 'BILL_PERIOD_REVERSED', { from, until })] : [];
}

function checkDue({ dueOn }: BillDraft, issuedOn: string): Problem[] {
  if (dueOn === null || dueOn >= issuedOn) return [];
  return [problem(['input', 'dueOn'], 'BILL_DUE_BEFORE_ISSUE', { dueOn, issuedOn })];
}

function checkPaidOn(
  paidOn: string | null,
  { issuedOn, today }: { readonly issuedOn: string; readonly today: string },
): Problem[] {
  if (paidOn === null) return [];
  if (paidOn < issuedOn)
    return [problem(['input', 'paidOn'], 'BILL_PAID_BEFORE_ISSUE', { paidOn, issuedOn })];
  return paidOn > today ? [problem(['input', 'paidOn'], 'BILL_PAID_IN_FUTURE', { paidOn, today })] : [];
}
