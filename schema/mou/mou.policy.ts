import { defineVerbs } from '../kernel/policy.js';

export const mouVerbs = defineVerbs('mou', {
  read: 'ANYONE',
  create: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  revise: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  submit: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  return: ['ADMIN', 'COORDINATOR', 'APPROVER'],
  sign: ['ADMIN', 'COORDINATOR', 'APPROVER'],
  terminate: ['ADMIN', 'COORDINATOR', 'APPROVER'],
});
