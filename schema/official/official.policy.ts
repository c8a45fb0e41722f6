import { defineVerbs } from '../kernel/policy.js';

export const officialVerbs = defineVerbs('official', {
  read: 'STAFF',
  create: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  revise: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  endTerm: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
});
