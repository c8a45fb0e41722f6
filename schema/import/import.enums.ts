import { registerEnumType } from 'type-graphql';

/** How far a roster is. */
export enum ImportState {
  MAPPING = 'MAPPING',
  CHECKING = 'CHECKING',
  READY = 'READY',
  COMMITTING = 'COMMITTING',
  COMMITTED = 'COMMITTED',
  UNDOING = 'UNDOING',
  UNDONE = 'UNDONE',
  DISCARDED = 'DISCARDED',
  FAILED = 'FAILED',
}
registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'How far a roster is.',
  valuesConfig: {
    MAPPING: { description: 'Waits for somebody to say what the columns are.' },
    CHECKING: { description: 'Is being read and judged.' },
    READY: { description: 'Is judged; somebody decides whether the good rows are written.' },
    COMMITTING: { description: 'Good rows are being written.' },
    COMMITTED: { description: 'Good rows are written.' },
    UNDOING: { description: 'What was written is being taken back.' },
    UNDONE: { description: 'What was written was taken back.' },
    DISCARDED: { description: 'Was put away without writing anything.' },
    FAILED: { description: 'Could not be read; the reason is in `failure`.' },
  },
});

/** What becomes of a row. */
export enum ImportVerdict {
  NEW = 'NEW',
  CHANGED = 'CHANGED',
  UNCHANGED = 'UNCHANGED',
  DUPLICATE = 'DUPLICATE',
  ERROR = 'ERROR',
}
registerEnumType(ImportVerdict, {
  name: 'ImportVerdict',
  description: 'What becomes of a row of a roster.',
  valuesConfig: {
    NEW: { description: 'The person enters the program, and is registered where needed.' },
    CHANGED: {
      description: 'The person is in the program; the registration gets what the row knows better.',
    },
    UNCHANGED: { description: 'The person is in the program and nothing differs.' },
    DUPLICATE: { description: 'The person stands in the file before, or is covered by another program.' },
    ERROR: { description: 'Something in the row has to be mended.' },
  },
});

/** What stands against taking a roster back. */
export enum ImportObstacle {
  MONTHS = 'MONTHS',
  CASE = 'CASE',
  REPLACED = 'REPLACED',
  BRANCH_KNOWS = 'BRANCH_KNOWS',
  APPROVAL = 'APPROVAL',
  ANNEX = 'ANNEX',
}
registerEnumType(ImportObstacle, {
  name: 'ImportObstacle',
  description: 'What stands against taking the row of a roster back.',
  valuesConfig: {
    MONTHS: { description: 'Months of cover stand for the person.' },
    CASE: { description: 'A case with another payer is about the person.' },
    REPLACED: { description: 'Somebody else has taken the place of the person.' },
    BRANCH_KNOWS: {
      description: 'The person is on a list for the branch, or the enrollment has ended.',
    },
    APPROVAL: { description: 'The person is on a list that people were asked to agree to.' },
    ANNEX: { description: 'The person stands in the sealed annex of a decree.' },
  },
});
