import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkBill,
  checkBillFacts,
  checkCredit,
  checkOpen,
  checkPayment,
} from '../../schema/bill/bill.rules.js';
import { reconciled } from '../../schema/bill/reconciliation.rules.js';

const today = '2026-02-11';
const draft = { from: '2026-01', until: '2026-02', billCode: null, dueOn: '2026-02-28' };
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('a bill', () => {
  it.each([
    [{}, []],
    [{ until: '2026-01' }, []],
    [{ dueOn: today }, []],
    [{ dueOn: '2026-02-10' }, ['BILL_DUE_BEFORE_ISSUE']],
    [{ dueOn: null }, ['VALUE_MISSING']],
    [
      { until: '2025-12', dueOn: null, billCode: 'x'.repeat(51) },
      ['BILL_PERIOD_REVERSED', 'VALUE_TOO_LONG', 'VALUE_MISSING'],
    ],
  ])('with %j has the problems %j', (part, expected) => {
    expect(codes(checkBill({ ...draft, ...part }, today))).toEqual(expected);
  });

  it('names the days in which the office would have to serve', () => {
    expect(checkBillFacts({ isAllowed: true, isServing: false }, draft)).toEqual([
      {
        path: ['input', 'officeId'],
        code: 'BILL_OFFICE_NOT_SERVING',
        params: { from: '2026-01-01', until: '2026-02-28' },
      },
    ]);
    expect(codes(checkBillFacts({ isAllowed: false, isServing: false }, draft))).toEqual(['OUTSIDE_REGION']);
    expect(checkBillFacts({ isAllowed: true, isServing: true }, draft)).toEqual([]);
  });

  it.each([
    ['ISSUED', []],
    ['PAID', ['BILL_NOT_OPEN']],
    ['CANCELLED', ['BILL_NOT_OPEN']],
  ])('that is %s changes with the problems %j', (state, expected) => {
    expect(codes(checkOpen(state))).toEqual(expected);
  });
});

describe('a payment', () => {
  it.each([
    [{ paidOn: '2026-02-01', disbursementNumber: 'SP2D/1' }, []],
    [{ paidOn: today, disbursementNumber: 'x'.repeat(101) }, ['VALUE_TOO_LONG']],
    [{ paidOn: '2026-01-31', disbursementNumber: null }, ['BILL_PAID_BEFORE_ISSUE', 'VALUE_MISSING']],
    [{ paidOn: '2026-02-12', disbursementNumber: 'S' }, ['BILL_PAID_IN_FUTURE']],
    [{ paidOn: null, disbursementNumber: null }, ['VALUE_MISSING', 'VALUE_MISSING']],
  ])('%j has the problems %j', (payment, expected) => {
    expect(codes(checkPayment(payment, { issuedOn: '2026-02-01', today }))).toEqual(expected);
  });
});

describe('a credit', () => {
  it.each([
    ['Meninggal', []],
    ['ab', ['BILL_REASON_TOO_SHORT']],
    [null, ['VALUE_MISSING']],
    ['x'.repeat(1001), ['VALUE_TOO_LONG']],
  ])('with the reason %s has the problems %j', (reason, expected) => {
    expect(codes(checkCredit({ from: '2026-01', until: '2026-01', reason }))).toEqual(expected);
  });
});

describe('a reconciliation', () => {
  it('has differences that lead from the first step to the last', () => {
    const sums = fc.record({
      heads: fc.nat(100_000),
      rupiah: fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String),
    });
    fc.assert(
      fc.property(fc.array(sums, { minLength: 5, maxLength: 5 }), (lines) => {
        const names = ['APPROVED', 'ACTIVE', 'COVERED', 'BILLED', 'PAID'];
        const { steps } = reconciled(
          lines.map((line, index) => ({ step: names[index] ?? '', ...line })),
          'id',
        );

        const heads = steps.reduce((total, step) => total + (step.headsDifference ?? step.heads), 0);
        const rupiah = steps.reduce(
          (total, step) => total + BigInt(step.rupiahDifference ?? step.rupiah),
          0n,
        );
        expect([heads, String(rupiah)]).toEqual([lines[4]?.heads, lines[4]?.rupiah]);
      }),
    );
  });

  it('names only reasons that apply to somebody, in the reader’s language', () => {
    const { reasons } = reconciled(
      [
        { step: 'NOT_BILLED', heads: 2, rupiah: '33600' },
        { step: 'NOT_COVERED', heads: 0, rupiah: '0' },
      ],
      'en',
    );

    expect(reasons).toEqual([
      {
        reason: 'NOT_BILLED',
        leadsTo: 'BILLED',
        heads: 2,
        rupiah: '33600',
        message: 'Covered, but not billed yet.',
      },
    ]);
  });
});
