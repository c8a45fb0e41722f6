import { registerEnumType } from 'type-graphql';

/** What is to be approved; the value is how the table says it. */
export enum ApprovalSubject {
  MOU = 'mou',
  PROGRAM = 'program',
  ENROLLMENT_LIST = 'enrollment',
}

export enum ApprovalState {
  OPEN = 'OPEN',
  APPROVED = 'APPROVED',
  RETURNED = 'RETURNED',
}

export enum ApprovalObstacle {
  SETTLED = 'SETTLED',
  NOT_ENTITLED = 'NOT_ENTITLED',
  ALREADY_GIVEN = 'ALREADY_GIVEN',
  OWN_EDIT = 'OWN_EDIT',
}

registerEnumType(ApprovalSubject, {
  name: 'ApprovalSubject',
  description: 'What people are asked to agree to.',
  valuesConfig: {
    MOU: { description: 'Agreement in legal review, before it is signed.' },
    PROGRAM: { description: 'Program with its budget, before it runs.' },
    ENROLLMENT_LIST: { description: 'List of verified people, before they enter a program.' },
  },
});
registerEnumType(ApprovalState, {
  name: 'ApprovalState',
  description: 'What became of a request for approval.',
  valuesConfig: {
    OPEN: { description: 'Waits for people to agree.' },
    APPROVED: { description: 'Enough people agreed, or the record went on with their agreement.' },
    RETURNED: { description: 'Returned with a reason; who agreed before no longer counts.' },
  },
});
registerEnumType(ApprovalObstacle, {
  name: 'ApprovalObstacle',
  description: 'What keeps the caller from agreeing now.',
  valuesConfig: {
    SETTLED: { description: 'Nothing waits any more.' },
    NOT_ENTITLED: { description: 'The caller holds no role in the region that approves.' },
    ALREADY_GIVEN: { description: 'The caller has agreed to this very content.' },
    OWN_EDIT: {
      description: 'The caller edited it last, or put the list together: somebody else has to agree.',
    },
  },
});
