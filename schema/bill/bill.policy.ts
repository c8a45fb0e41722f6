import { defineVerbs } from '../kernel/policy.js';

const keepers = ['ADMIN', 'COORDINATOR', 'OPERATOR'] as const;

export const billVerbs = defineVerbs('bill', {
  read: 'STAFF',
  issue: keepers,
  pay: keepers,
  cancel: keepers,
  credit: keepers,
});
