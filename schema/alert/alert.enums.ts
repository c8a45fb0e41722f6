import { registerEnumType } from 'type-graphql';

export enum AlertRule {
  MOU_ENDING = 'MOU_ENDING',
  MOU_NOTICE = 'MOU_NOTICE',
  MOU_DRAFT_IDLE = 'MOU_DRAFT_IDLE',
  MOU_OFFICE_NOT_SERVING = 'MOU_OFFICE_NOT_SERVING',
  UMBRELLA_WITHOUT_PKS = 'UMBRELLA_WITHOUT_PKS',
  PKS_WITHOUT_PROGRAM = 'PKS_WITHOUT_PROGRAM',
  PROGRAM_WITHOUT_LEGAL_BASIS = 'PROGRAM_WITHOUT_LEGAL_BASIS',
  PROGRAM_WITHOUT_MOU = 'PROGRAM_WITHOUT_MOU',
  BUDGET_SHORT = 'BUDGET_SHORT',
  BILL_DUE = 'BILL_DUE',
  MONTHS_NOT_BILLED = 'MONTHS_NOT_BILLED',
  PEOPLE_TURNING_65 = 'PEOPLE_TURNING_65',
  REGION_WITHOUT_RECAP = 'REGION_WITHOUT_RECAP',
}
registerEnumType(AlertRule, {
  name: 'AlertRule',
  description: 'What an alert is about.',
  valuesConfig: {
    MOU_ENDING: {
      description: 'A signed agreement without successor ends; 180, 90, 60, 30 and 0 days before.',
    },
    MOU_NOTICE: {
      description: 'The day comes by which an extension has to be asked for; 30 and 0 days before.',
    },
    MOU_DRAFT_IDLE: { description: 'A draft has not been touched for 60 days.' },
    MOU_OFFICE_NOT_SERVING: {
      description: 'A running agreement names an office that no longer serves the region.',
    },
    UMBRELLA_WITHOUT_PKS: { description: 'An umbrella agreement has no signed PKS 30 days after it began.' },
    PKS_WITHOUT_PROGRAM: { description: 'No program stands on a PKS 30 days after it began.' },
    PROGRAM_WITHOUT_LEGAL_BASIS: {
      description: 'A program pays months in which none of its regulations is in force; 60 days before.',
    },
    PROGRAM_WITHOUT_MOU: {
      description: 'A program pays months in which none of its agreements runs; 60 days before.',
    },
    BUDGET_SHORT: {
      description: 'The budget of this year is below what the quota needs, or runs out before the end.',
    },
    BILL_DUE: {
      description: 'A bill is not paid; 7 and 0 days before it is due, then 30, 60 and 90 days after it.',
    },
    MONTHS_NOT_BILLED: { description: 'Covered months are not billed 30 days after they ended.' },
    PEOPLE_TURNING_65: { description: 'Participants turn 65 in a month; 60 days before it.' },
    REGION_WITHOUT_RECAP: {
      description:
        'A region with a running program has no covered month; from 5 days before the end of the month.',
    },
  },
});

export enum AlertState {
  OPEN = 'OPEN',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  RESOLVED = 'RESOLVED',
  SUPERSEDED = 'SUPERSEDED',
}
registerEnumType(AlertState, {
  name: 'AlertState',
  description: 'What became of an alert.',
  valuesConfig: {
    OPEN: { description: 'Nobody has answered yet.' },
    ACKNOWLEDGED: { description: 'Somebody has taken note of it.' },
    RESOLVED: { description: 'What it told no longer holds; the registry itself says so.' },
    SUPERSEDED: { description: 'A nearer alert about the same thing has taken its place.' },
  },
});
