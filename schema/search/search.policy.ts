import { defineVerbs } from '../kernel/policy.js';

export const searchVerbs = defineVerbs('search', { read: 'ANYONE' });
