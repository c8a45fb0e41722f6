import { defineVerbs } from '../kernel/policy.js';

export const beneficiaryVerbs = defineVerbs('beneficiary', {
  read: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'],
  register: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  revise: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  verify: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  revealNik: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
});
