import { defineVerbs } from '../kernel/policy.js';

export const sourceVerbs = defineVerbs('source', {
  read: 'STAFF',
  create: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  // a source is shared by all regions, so an operator adds one but does not rewrite what others cite
  revise: ['ADMIN', 'COORDINATOR'],
  cite: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  removeCitation: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
});
