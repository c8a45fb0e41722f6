import type { Lifecycle } from '../kernel/lifecycle.js';

/** States of an enrollment that people decide on. */
export enum EnrollmentState {
  PROPOSED = 'PROPOSED',
  VERIFIED = 'VERIFIED',
  APPROVED = 'APPROVED',
  SUBMITTED = 'SUBMITTED',
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
  REJECTED = 'REJECTED',
}

/** What people decide about an enrollment. */
export enum EnrollmentMove {
  VERIFY = 'verify',
  APPROVE = 'approve',
  SUBMIT = 'submit',
  ACTIVATE = 'activate',
  REJECT = 'reject',
  END = 'end',
}

/** The database guards the same table (constraint enrollment_state_move). */
export const enrollmentLifecycle: Lifecycle<EnrollmentState, EnrollmentMove> = {
  PROPOSED: { verify: EnrollmentState.VERIFIED, reject: EnrollmentState.REJECTED },
  VERIFIED: { approve: EnrollmentState.APPROVED, reject: EnrollmentState.REJECTED },
  // not every branch sends a receipt of the list: from approved it may become active at once
  APPROVED: {
    submit: EnrollmentState.SUBMITTED,
    activate: EnrollmentState.ACTIVE,
    reject: EnrollmentState.REJECTED,
  },
  SUBMITTED: { activate: EnrollmentState.ACTIVE, reject: EnrollmentState.REJECTED },
  ACTIVE: { end: EnrollmentState.ENDED },
  ENDED: {},
  REJECTED: {},
};
