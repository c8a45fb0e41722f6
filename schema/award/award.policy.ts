import { defineVerbs } from '../kernel/policy.js';

export const awardVerbs = defineVerbs('award', {
  read: 'ANYONE',
  create: ['ADMIN', 'COORDINATOR'],
  revise: ['ADMIN', 'COORDINATOR'],
});
