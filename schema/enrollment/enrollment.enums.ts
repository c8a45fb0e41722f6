import { registerEnumType } from 'type-graphql';
import { EnrollmentState } from './enrollment.lifecycle.js';

export enum EnrollmentEndReason {
  DECEASED = 'DECEASED',
  MOVED_OUT = 'MOVED_OUT',
  BECAME_EMPLOYEE = 'BECAME_EMPLOYEE',
  OVER_AGE = 'OVER_AGE',
  POST_ENDED = 'POST_ENDED',
  NO_LONGER_VULNERABLE = 'NO_LONGER_VULNERABLE',
  DUPLICATE = 'DUPLICATE',
  INVALID_DATA = 'INVALID_DATA',
  BUDGET_ENDED = 'BUDGET_ENDED',
  PROGRAM_ENDED = 'PROGRAM_ENDED',
  SELF_CONTINUED = 'SELF_CONTINUED',
  ARREARS_LAPSED = 'ARREARS_LAPSED',
  WITHDRAWN = 'WITHDRAWN',
  REJECTED_BY_BRANCH = 'REJECTED_BY_BRANCH',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
}

/** What is unknown or needs a look; none of them stops an enrollment. */
export enum EnrollmentWarning {
  ADDRESS_UNKNOWN = 'ADDRESS_UNKNOWN',
  BIRTH_DATE_UNKNOWN = 'BIRTH_DATE_UNKNOWN',
  DECILE_UNKNOWN = 'DECILE_UNKNOWN',
  OVER_AGE = 'OVER_AGE',
  COVERED_ELSEWHERE = 'COVERED_ELSEWHERE',
}

/** What is wrong with the continuity of a person's paid months. */
export enum ContinuityConcern {
  BELOW_THREE = 'BELOW_THREE',
  LAPSED = 'LAPSED',
  DECEMBER_ONLY = 'DECEMBER_ONLY',
}

/** Moves that may be made for everyone whom a filter matches. */
export enum EnrollmentBulkMove {
  VERIFY = 'verify',
  APPROVE = 'approve',
  SUBMIT = 'submit',
  ACTIVATE = 'activate',
  REJECT = 'reject',
  END = 'end',
}

registerEnumType(EnrollmentState, {
  name: 'EnrollmentState',
  description: 'State of an enrollment, from proposal to end.',
  valuesConfig: {
    PROPOSED: { description: 'Entered, and nobody has checked it yet.' },
    VERIFIED: { description: 'Checked by an operator.' },
    APPROVED: { description: 'Approved by the region.' },
    SUBMITTED: { description: 'Handed to the branch of BPJS Ketenagakerjaan, which has not answered yet.' },
    ACTIVE: { description: 'Member at BPJS Ketenagakerjaan; months can be covered.' },
    ENDED: { description: 'No longer a member; months covered until then stay.' },
    REJECTED: { description: 'Turned down before it became active.' },
  },
});
registerEnumType(EnrollmentEndReason, {
  name: 'EnrollmentEndReason',
  description: 'Why an enrollment ended or was rejected.',
  valuesConfig: {
    DECEASED: { description: 'Died.' },
    MOVED_OUT: { description: 'Moved to another region.' },
    BECAME_EMPLOYEE: { description: 'Became a wage-receiving employee (PU), whom the employer insures.' },
    OVER_AGE: { description: 'Of 65 years or more.' },
    POST_ENDED: { description: 'Left the post for which the person was taken in.' },
    NO_LONGER_VULNERABLE: { description: 'No longer counted as vulnerable.' },
    DUPLICATE: { description: 'Entered twice.' },
    INVALID_DATA: { description: 'What was entered is not true of the person.' },
    BUDGET_ENDED: { description: 'The budget is used up.' },
    PROGRAM_ENDED: { description: 'The program came to its end.' },
    SELF_CONTINUED: { description: 'Goes on paying the contributions alone.' },
    ARREARS_LAPSED: { description: 'Lapsed because contributions were not paid.' },
    WITHDRAWN: { description: 'Withdrew.' },
    REJECTED_BY_BRANCH: { description: 'Turned down by the branch of BPJS Ketenagakerjaan.' },
    NOT_ELIGIBLE: { description: 'Does not meet the conditions of the program.' },
  },
});
registerEnumType(EnrollmentWarning, {
  name: 'EnrollmentWarning',
  description: 'What is unknown of an enrolled person, or needs a look.',
  valuesConfig: {
    ADDRESS_UNKNOWN: {
      description: 'The region of the address is unknown, so that residence is not checked.',
    },
    BIRTH_DATE_UNKNOWN: { description: 'The birth date is unknown, so that the age limit is not checked.' },
    DECILE_UNKNOWN: { description: 'The program asks for deciles, and the decile of the person is unknown.' },
    OVER_AGE: {
      description: 'The person has turned 65 since; a matter for renewal, not for the present cover.',
    },
    COVERED_ELSEWHERE: { description: 'Another program covers months of the person from today on.' },
  },
});
registerEnumType(ContinuityConcern, {
  name: 'ContinuityConcern',
  description: 'What is wrong with the run of paid months of a person.',
  valuesConfig: {
    BELOW_THREE: {
      description:
        'Active with fewer than three consecutive paid months: the death benefit is Rp10 million only.',
    },
    LAPSED: { description: 'Active, but more than three months are unpaid: the membership has ended.' },
    DECEMBER_ONLY: { description: 'Covered in December, and not from January to March.' },
  },
});
registerEnumType(EnrollmentBulkMove, {
  name: 'EnrollmentBulkMove',
  description: 'Decision that may be taken for everyone whom a filter matches.',
});
