import { defineVerbs } from '../kernel/policy.js';

const deciders = ['ADMIN', 'COORDINATOR', 'APPROVER'] as const;

export const approvalVerbs = defineVerbs('approval', {
  read: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'],
  request: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  give: deciders,
  return: deciders,
});
