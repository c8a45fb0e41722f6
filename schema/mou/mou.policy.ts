import { defineVerbs } from '../kernel/policy.js';

export const mouVerbs = defineVerbs('mou', {
  read: 'ANYONE',
  create: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  revise: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  submit: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  return: ['ADMIN', 'COORDINATOR', 'APPROVER'],
  sign: ['ADMIN', 'COORDINATOR', 'APPROVER'],
  renew: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  amend: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  terminate: ['ADMIN', 'COORDINATOR', 'APPROVER'],
});
