import { defineVerbs } from '../kernel/policy.js';

export const tariffVerbs = defineVerbs('tariff', {
  read: 'STAFF',
  create: ['ADMIN'],
  revise: ['ADMIN'],
});
