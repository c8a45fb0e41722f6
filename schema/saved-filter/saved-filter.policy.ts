import { defineVerbs } from '../kernel/policy.js';

export const savedFilterVerbs = defineVerbs('savedFilter', {
  read: 'STAFF',
  create: 'STAFF',
  remove: 'STAFF',
});
