import { defineVerbs } from '../kernel/policy.js';

export const documentVerbs = defineVerbs('document', {
  read: 'STAFF',
  attach: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER'],
});
