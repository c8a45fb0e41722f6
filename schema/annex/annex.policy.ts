import { defineVerbs } from '../kernel/policy.js';

export const annexVerbs = defineVerbs('annex', {
  read: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'],
  confirm: 'ANYONE',
  seal: ['ADMIN', 'COORDINATOR', 'APPROVER'],
  withdraw: ['ADMIN', 'COORDINATOR', 'APPROVER'],
});
