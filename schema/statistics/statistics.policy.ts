import { defineVerbs } from '../kernel/policy.js';

/** Who may see people in their regions; row security looks it up again. */
export const peopleRoles = ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'] as const;

/** Who sees which figures of people is for row security: whole to those who may see people, else groups. */
export const statisticsVerbs = defineVerbs('statistics', {
  coverage: 'ANYONE',
  coverageLive: peopleRoles,
  mous: 'ANYONE',
  programs: 'STAFF',
  readiness: 'ANYONE',
  dataQuality: 'STAFF',
  doubleFunding: 'STAFF',
});
