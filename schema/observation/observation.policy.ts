import { defineVerbs } from '../kernel/policy.js';

export const observationVerbs = defineVerbs('observation', {
  read: 'STAFF',
  create: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
  revise: ['ADMIN', 'COORDINATOR', 'OPERATOR'],
});
