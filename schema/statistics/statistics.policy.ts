import { defineVerbs } from '../kernel/policy.js';

/** Who sees which figures of people is for row security: whole to those who may see people, else groups. */
export const statisticsVerbs = defineVerbs('statistics', {
  coverage: 'ANYONE',
  coverageLive: ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'],
});
