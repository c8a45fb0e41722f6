import { defineVerbs } from '../kernel/policy.js';

export const regionVerbs = defineVerbs('region', {
  read: 'ANYONE',
  create: ['ADMIN', 'COORDINATOR'],
  revise: ['ADMIN', 'COORDINATOR'],
});
