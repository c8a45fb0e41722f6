import { defineVerbs } from '../kernel/policy.js';

export const categoryVerbs = defineVerbs('category', {
  read: 'STAFF',
  create: ['ADMIN'],
  revise: ['ADMIN'],
});
