import { registerEnumType } from 'type-graphql';

export enum ClaimKind {
  JKK = 'JKK',
  JKM = 'JKM',
  SCHOLARSHIP = 'SCHOLARSHIP',
}
registerEnumType(ClaimKind, {
  name: 'ClaimKind',
  description: 'Kind of benefit.',
  valuesConfig: {
    JKK: { description: 'Work accident.' },
    JKM: { description: 'Death.' },
    SCHOLARSHIP: { description: 'Scholarships for children of participants; counts and rupiah only.' },
  },
});

export enum ClaimGrouping {
  KIND = 'KIND',
  REGION = 'REGION',
  PROGRAM = 'PROGRAM',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}
registerEnumType(ClaimGrouping, {
  name: 'ClaimGrouping',
  description: 'What claims are counted by.',
});
