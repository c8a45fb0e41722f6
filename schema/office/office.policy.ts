import { defineVerbs } from '../kernel/policy.js';

export const officeVerbs = defineVerbs('office', {
  read: 'STAFF',
  create: ['ADMIN', 'COORDINATOR'],
  revise: ['ADMIN', 'COORDINATOR'],
  close: ['ADMIN', 'COORDINATOR'],
});
