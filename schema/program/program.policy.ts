import { defineVerbs } from '../kernel/policy.js';

export const programVerbs = defineVerbs('program', {
  read: 'STAFF',
  create: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  revise: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  approve: ['ADMIN', 'COORDINATOR', 'APPROVER'],
  close: ['ADMIN', 'COORDINATOR', 'APPROVER'],
});
