import { defineVerbs } from '../kernel/policy.js';

export const enrollmentVerbs = defineVerbs('enrollment', {
  read: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'],
  propose: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  verify: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  approve: ['ADMIN', 'COORDINATOR', 'APPROVER'],
  submit: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  activate: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  reject: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER'],
  end: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  replace: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
});
