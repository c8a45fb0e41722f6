import { registerEnumType } from 'type-graphql';

/** State of one month of a person. */
export enum CoverageState {
  COVERED = 'COVERED',
  BILLED = 'BILLED',
  PAID = 'PAID',
  CREDITED = 'CREDITED',
  GAP = 'GAP',
}

/** What became of months that were refused because another payer covers them. */
export enum CoverageCaseState {
  OPEN = 'OPEN',
  CONFIRMED = 'CONFIRMED',
  PAID_TWICE = 'PAID_TWICE',
  CLOSED = 'CLOSED',
}

/** How a coordinator ends a case. */
export enum CoverageCaseOutcome {
  CONFIRMED = 'CONFIRMED',
  CLOSED = 'CLOSED',
}

/** What became of months that two payers did pay. */
export enum DoublePaymentState {
  TO_RECOVER = 'TO_RECOVER',
  RECOVERED = 'RECOVERED',
  WRITTEN_OFF = 'WRITTEN_OFF',
}

/** How the recovery of a double payment ended. */
export enum DoublePaymentOutcome {
  RECOVERED = 'RECOVERED',
  WRITTEN_OFF = 'WRITTEN_OFF',
}

registerEnumType(CoverageState, {
  name: 'CoverageState',
  description: 'State of one month of a person in the ledger.',
  valuesConfig: {
    COVERED: { description: 'Covered; not billed yet, or by another region.' },
    BILLED: { description: 'Billed and not paid yet.' },
    PAID: { description: 'Paid.' },
    CREDITED: { description: 'Paid and taken back by a credit note; it no longer counts.' },
    GAP: { description: 'Covered by nobody.' },
  },
});
registerEnumType(CoverageCaseState, {
  name: 'CoverageCaseState',
  description: 'What became of months that were refused because another payer covers them.',
  valuesConfig: {
    OPEN: { description: 'Nobody has decided yet.' },
    CONFIRMED: { description: 'The refusal was right, and the rupiah are saved.' },
    PAID_TWICE: { description: 'Both payers had paid; `DoublePayment` says what becomes of it.' },
    CLOSED: { description: 'Settled in another way.' },
  },
});
registerEnumType(CoverageCaseOutcome, {
  name: 'CoverageCaseOutcome',
  description: 'How a coordinator ends a case.',
  valuesConfig: {
    CONFIRMED: { description: 'The refusal was right, and the rupiah are saved.' },
    CLOSED: { description: 'Settled in another way, for instance by another payer stepping back.' },
  },
});
registerEnumType(DoublePaymentState, {
  name: 'DoublePaymentState',
  description: 'What became of months that two payers did pay.',
  valuesConfig: {
    TO_RECOVER: { description: 'The second payment is still to come back.' },
    RECOVERED: { description: 'It came back.' },
    WRITTEN_OFF: { description: 'It will not come back.' },
  },
});
registerEnumType(DoublePaymentOutcome, {
  name: 'DoublePaymentOutcome',
  description: 'How the recovery of a double payment ended.',
});
