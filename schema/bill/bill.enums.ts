import { registerEnumType } from 'type-graphql';

export enum BillState {
  ISSUED = 'ISSUED',
  PAID = 'PAID',
  CANCELLED = 'CANCELLED',
}
registerEnumType(BillState, {
  name: 'BillState',
  description: 'State of a bill.',
  valuesConfig: {
    ISSUED: { description: 'Sent and not paid yet.' },
    PAID: { description: 'Paid, with the number of the disbursement order; its months are only credited.' },
    CANCELLED: { description: 'Taken back before it was paid; its months can be billed again.' },
  },
});

export enum ArrearsAge {
  ONE_MONTH = 'ONE_MONTH',
  TWO_MONTHS = 'TWO_MONTHS',
  THREE_MONTHS = 'THREE_MONTHS',
  MORE_THAN_THREE_MONTHS = 'MORE_THAN_THREE_MONTHS',
}
registerEnumType(ArrearsAge, {
  name: 'ArrearsAge',
  description: 'Age of arrears in months. More than three months in a row end the membership.',
  valuesConfig: {
    ONE_MONTH: { description: 'Up to one month.' },
    TWO_MONTHS: { description: 'Two months.' },
    THREE_MONTHS: { description: 'Three months: the last before cover lapses.' },
    MORE_THAN_THREE_MONTHS: { description: 'More than three months: cover has lapsed.' },
  },
});
