import { defineVerbs } from '../kernel/policy.js';

export const branchLayoutVerbs = defineVerbs('branchLayout', {
  read: 'STAFF',
  create: ['ADMIN', 'COORDINATOR'],
  revise: ['ADMIN', 'COORDINATOR'],
});

export const branchListVerbs = defineVerbs('branchList', {
  read: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'],
  make: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  send: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  answer: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  apply: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  discard: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
});
