import { defineVerbs } from '../kernel/policy.js';

export const coverageVerbs = defineVerbs('coverage', {
  read: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'],
  /** Sums: exact for those above, by the cells of analysts for the others. */
  figures: 'STAFF',
  cover: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  uncover: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  closeCase: ['ADMIN', 'COORDINATOR'],
  recordDoublePayment: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  settleDoublePayment: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
});
